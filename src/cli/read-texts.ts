/** Reads local copies of the articles, which are never stored in the project. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SourceText } from '../authoring/lint/source-text.ts';

const Index = z.array(z.looseObject({ id: z.string(), file: z.string() }));

/** The folder has one text an article, and an `index.json` that says which is which. */
export async function readTexts(folder: string): Promise<readonly SourceText[]> {
  const path = join(folder, 'index.json');
  const index = Index.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!index.success) throw new Error(`${path}: expected a list of { "id": article, "file": name }`);
  return Promise.all(
    index.data.map(async ({ id, file }) => {
      const paragraphs = paragraphsOf(await readFile(join(folder, file), 'utf8'));
      return { article: id, paragraphs, hashes: paragraphs.map(hashOf) };
    }),
  );
}

const paragraphsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const hashOf = (paragraph: string): string => createHash('sha256').update(paragraph, 'utf8').digest('hex');
