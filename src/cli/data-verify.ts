/** `npm run data:verify -- FOLDER`: holds every receipt’s paragraph, hash and words against local copies of the articles. */
import { lint } from '../authoring/lint/lint.ts';
import { problemToText } from '../core/dataset/pack.ts';
import { loadPacksOrExit, orExit } from './data-packs.ts';
import { readTexts } from './read-texts.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write(
    'Name the folder with the articles’ texts and their index.json: npm run data:verify -- FOLDER\n',
  );
  process.exit(2);
}

const packs = await loadPacksOrExit();
const texts = await orExit(() => readTexts(folder));
const problems = packs
  .flatMap((pack) => lint(pack, { texts }))
  .filter(({ rule }) => rule === 'receipt' || rule === 'no-text');
const count = packs.flatMap((pack) => pack.claims).flatMap((claim) => claim.receipts).length;
for (const problem of problems) process.stderr.write(`${problemToText(problem)}\n`);
process.stdout.write(
  `${count} receipts checked against ${texts.length} articles, ${problems.length} are off\n`,
);
process.exit(problems.length > 0 ? 1 : 0);
