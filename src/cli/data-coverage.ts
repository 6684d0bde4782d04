/** `npm run data:coverage`: which claims rest on each paragraph, and why the others have none. */
import { lint } from '../authoring/lint/lint.ts';
import { type CoveredParagraph, coverageOf } from '../authoring/lint/rules/coverage.ts';
import { problemToText } from '../core/dataset/pack.ts';
import { loadPacksOrExit } from './data-packs.ts';

const packs = await loadPacksOrExit();
const paragraphs = packs.flatMap(coverageOf);
const problems = packs
  .flatMap((pack) => lint(pack))
  .filter(({ rule }) => rule === 'coverage' || rule === 'beyond-article');

for (const covered of paragraphs) {
  const { article, paragraph } = covered;
  if (paragraph === 1) process.stdout.write(`${article.id}: ${article.publisher}, “${article.title}”\n`);
  process.stdout.write(`  ${String(paragraph).padStart(3)}  ${whatStandsFor(covered)}\n`);
}
for (const problem of problems) process.stderr.write(`${problemToText(problem)}\n`);

const withClaims = paragraphs.filter(({ claims }) => claims.length > 0).length;
const onlyLeftOut = paragraphs.filter(
  ({ claims, leftOut }) => claims.length === 0 && leftOut.length > 0,
).length;
process.stdout.write(
  `${paragraphs.length} paragraphs: ${withClaims} with claims, ${onlyLeftOut} left out for a reason, ` +
    `${paragraphs.length - withClaims - onlyLeftOut} unaccounted for\n`,
);
process.exit(problems.length > 0 ? 1 : 0);

function whatStandsFor({ claims, leftOut }: CoveredParagraph): string {
  const parts = [
    claims.map(({ id }) => id).join(', '),
    ...leftOut.map(({ what, reason }) => `left out (${reason}): ${what}`),
  ].filter(Boolean);
  return parts.join('; ') || 'UNACCOUNTED FOR';
}
