/** `npm run data:check [-- FOLDER]`: every gate on every pack; with local copies of the articles, those on them too. */
import type { Gate } from '../authoring/lint/rule.ts';
import { advice, gates, sourceGates } from '../authoring/lint/rules.ts';
import { type Pack, type Problem, problemToText } from '../core/dataset/pack.ts';
import { loadPacksOrExit, orExit } from './data-packs.ts';
import { readTexts } from './read-texts.ts';

const [folder] = process.argv.slice(2);
const packs = await loadPacksOrExit();
const texts = folder === undefined ? undefined : await orExit(() => readTexts(folder));

const counts = [
  ...gates.map((gate) => report(gate.name, (pack) => gate.check(pack))),
  ...(texts === undefined
    ? []
    : sourceGates.map((gate) => report(gate.name, (pack) => gate.check(pack, texts)))),
];
for (const gate of advice) advise(gate);
const found = counts.reduce((sum, count) => sum + count, 0);
const result = found === 0 ? 'all ok' : `${found} to mend`;
const unread =
  texts === undefined ? `; ${sourceGates.length} more need the articles: npm run data:check -- FOLDER` : '';
const checked = `${counts.length} gates, ${packs.length} pack${packs.length === 1 ? '' : 's'}`;
process.stdout.write(`${checked}: ${result}${unread}\n`);
process.exit(found > 0 ? 1 : 0);

/** Named, and no reason to fail. */
function advise({ name, check }: Gate): void {
  const problems = packs.flatMap((pack) => check(pack));
  for (const problem of problems) process.stdout.write(`advice, ${name}: ${problemToText(problem)}\n`);
}

function report(name: string, check: (pack: Pack) => readonly Problem[]): number {
  const problems = packs.flatMap((pack) => check(pack));
  process.stdout.write(`${name}: ${problems.length === 0 ? 'ok' : `${problems.length} to mend`}\n`);
  for (const problem of problems) process.stdout.write(`  ${problemToText(problem)}\n`);
  return problems.length;
}
