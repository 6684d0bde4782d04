/** `npm run -s data:stats [-- --json]`: what the packs hold. */
import { proposeQuestions } from '../authoring/drafts/propose-questions.ts';
import { loadPacksOrExit } from './data-packs.ts';

const packs = await loadPacksOrExit();
const articles = packs.flatMap((pack) => pack.articles);
const claims = packs.flatMap((pack) => pack.claims);
const questions = packs.flatMap((pack) => pack.questions);

const claimsPerArticle = Object.fromEntries(
  articles.map(({ id }) => [
    id,
    claims.filter(({ receipts }) => receipts.some(({ article }) => article === id)).length,
  ]),
);

const stats = {
  packs: packs.map(({ info }) => info.id),
  articles: articles.length,
  entities: packs.flatMap((pack) => pack.entities).length,
  events: packs.flatMap((pack) => pack.events).length,
  claims: claims.length,
  claimsByStatus: countBy(claims.map(({ status }) => status)),
  claimsPerArticle,
  disagreements: packs.flatMap((pack) => pack.disagreements).length,
  questions: questions.length,
  questionsByKind: countBy(questions.map(({ kind }) => kind)),
  questionsByFit: countBy(questions.map(({ fit }) => fit)),
  questionsByTopic: countBy(questions.map(({ topic }) => topic)),
  questionsByDifficulty: countBy(questions.map(({ difficulty }) => String(difficulty))),
  drafts: packs.flatMap(proposeQuestions).length,
  leftOut: packs.flatMap((pack) => pack.leftOut).length,
};

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(stats, null, 2)}\n`);
else
  for (const [name, value] of Object.entries(stats))
    process.stdout.write(`${name}: ${JSON.stringify(value)}\n`);

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
