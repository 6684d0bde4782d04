/** The findings as one page for people, and what the program ends with. */
import type { Finding } from '../core/finding.ts';

const MARKS: Readonly<Record<Finding['mark'], string>> = { ok: '✓', note: '·', look: '!', wrong: '✗' };

export const isWrong = ({ mark }: Finding): boolean => mark === 'wrong';

/** Under each heading what was found, and where something is to be done, what. */
export function pageOf(findings: readonly Finding[]): string {
  const headings = [...new Set(findings.map(({ about }) => about))];
  const lines = headings.flatMap((heading) => [
    heading,
    ...findings.filter(({ about }) => about === heading).flatMap(linesOf),
  ]);
  return [...lines, '', sumOf(findings), ''].join('\n');
}

const linesOf = ({ mark, what, next }: Finding): readonly string[] => [
  `  ${MARKS[mark]} ${what}`,
  ...(next === undefined ? [] : [`      → ${next}`]),
];

function sumOf(findings: readonly Finding[]): string {
  const count = (mark: Finding['mark']) => findings.filter((one) => one.mark === mark).length;
  const [wrong, look] = [count('wrong'), count('look')];
  if (wrong + look === 0) return 'All is well.';
  return [wrong > 0 ? `✗ ${wrong} wrong` : '', look > 0 ? `! ${look} to look at` : '']
    .filter(Boolean)
    .join(', ');
}
