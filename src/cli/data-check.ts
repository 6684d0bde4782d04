/** `npm run data:check [-- FOLDER]`: every rule on every pack; with local copies of the articles, those on them too. */
import { lint, type Verdict } from '../authoring/lint/lint.ts';
import { SEVERITIES } from '../authoring/lint/rule.ts';
import { rules } from '../authoring/lint/rules.ts';
import { problemToText } from '../core/dataset/pack.ts';
import { loadPacksOrExit, orExit } from './data-packs.ts';
import { readTexts } from './read-texts.ts';

const [folder] = process.argv.slice(2);
const packs = await loadPacksOrExit();
const texts = folder === undefined ? undefined : await orExit(() => readTexts(folder));

const verdicts = packs.flatMap((pack) => lint(pack, { texts }));
for (const verdict of verdicts) process.stdout.write(`${verdictToText(verdict)}\n`);

const counted = verdicts.filter(({ waived }) => waived === undefined);
const counts = SEVERITIES.map((severity) => {
  const { length } = counted.filter((verdict) => verdict.severity === severity);
  return `${length} ${severity}${length === 1 ? '' : 's'}`;
});
const needing = rules.filter(({ needs }) => needs === 'texts').length;
const unread =
  texts === undefined ? `; ${needing} more rules need the articles: npm run data:check -- FOLDER` : '';
process.stdout.write(`${packs.map(({ info }) => info.id).join(', ')}: ${counts.join(', ')}${unread}\n`);
process.exit(counted.some(({ severity }) => severity === 'error') ? 1 : 0);

function verdictToText(verdict: Verdict): string {
  const { rule, severity, waived } = verdict;
  const accepted = waived === undefined ? '' : `; accepted: ${waived}`;
  return `${severity}, ${rule}: ${problemToText(verdict)}${accepted}`;
}
