/** `npm run data:verify -- FOLDER`: recomputes every paragraph number and hash against local copies of the articles. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { problemToText } from '../core/dataset/parse.ts';
import { type ArticleText, verifyReceipts } from '../core/dataset/verify.ts';
import { loadPacksOrExit, orExit } from './data-packs.ts';

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

async function readTexts(from: string): Promise<readonly ArticleText[]> {
  const Index = z.array(z.looseObject({ id: z.string(), file: z.string() }));
  const path = join(from, 'index.json');
  const index = Index.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!index.success) throw new Error(`${path}: expected a list of { "id": article, "file": name }`);
  return Promise.all(
    index.data.map(async ({ id, file }) => ({
      article: id,
      hashes: hashesOf(await readFile(join(from, file), 'utf8')),
    })),
  );
}

function hashesOf(text: string): readonly string[] {
  const paragraphs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return paragraphs.map((paragraph) => createHash('sha256').update(paragraph, 'utf8').digest('hex'));
}
