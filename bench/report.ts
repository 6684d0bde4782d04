/** What a measure says, and how it is printed: one row a figure, with what it is held against. */

export interface Row {
  readonly what: string;
  readonly measured: string;
  /** The floor or target with its number; empty for a figure that is only told. */
  readonly against: string;
  /** Undefined where nothing is held against it. */
  readonly within?: boolean;
}

/** A measure's name and its rows, as its process hands them back. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** A row whose figure may be at most `most`. */
export const atMost = (
  what: string,
  { value, most, unit, target }: { value: number; most: number; unit: string; target: string },
): Row => ({
  what,
  measured: `${figure(value)} ${unit}`,
  against: `≤ ${figure(most)} ${unit}: ${target}`,
  within: value <= most,
});

export const told = (what: string, measured: string, against = ''): Row => ({ what, measured, against });

/** Two or three digits that mean something; more would be noise. */
export function figure(value: number): string {
  if (value >= 10_000) return Math.round(value).toLocaleString('en-US');
  if (value >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(2)));
}

const LABEL = { true: 'yes', false: '**no**', undefined: '' } as const;

export function toMarkdown({ title, rows }: Section): string {
  const cells = rows.map(({ what, measured, against, within }) => [
    what,
    measured,
    against,
    LABEL[`${within}`],
  ]);
  const lines = [['What', 'Measured', 'Against', 'Within'], ['---', '---', '---', '---'], ...cells];
  return [`### ${title}`, '', ...lines.map((line) => `| ${line.join(' | ')} |`), ''].join('\n');
}
