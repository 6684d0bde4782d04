/** `npm run data:verify -- FOLDER`: recomputes every paragraph number and hash against local copies of the articles. */
import { problemToText } from '../core/dataset/parse.ts';
import { verifyReceipts } from '../core/dataset/verify.ts';
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
const problems = packs.flatMap((pack) => verifyReceipts(pack, texts));
const receipts = packs.flatMap((pack) => pack.claims).flatMap((claim) => claim.receipts).length;
for (const problem of problems) process.stderr.write(`${problemToText(problem)}\n`);
process.stdout.write(
  `${receipts} receipts checked against ${texts.length} articles, ${problems.length} are off\n`,
);
process.exit(problems.length > 0 ? 1 : 0);
