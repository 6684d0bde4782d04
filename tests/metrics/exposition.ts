/** Reads the text format of Prometheus as far as tests need it. */

export const seriesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

/** The sum of all series of that name that have these labels. */
export const totalOf = (text: string, name: string, labels: Readonly<Record<string, string>>): number =>
  seriesOf(text)
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter((line) => Object.entries(labels).every(([label, value]) => line.includes(`${label}="${value}"`)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
