/** What git does not get to see of a pack: texts that are not ours, and what is written for editors. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { put } from '../put-file.ts';

const FILE = '.gitignore';

const HEAD = `# Texts stay here, except our own; the program names those below.
articles/*
.schema/
`;

/** `ours`: the files of our own texts, such as `articles/leave.md`. */
export const ignoring = (ours: readonly string[]): string => HEAD + ours.map((name) => `!${name}\n`).join('');

/** Makes sure of it in a pack that is there; what its author added stays. */
export async function keepTextsHere(folder: string, ours: readonly string[]): Promise<void> {
  const before = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  if (before === undefined) return put(folder, FILE, ignoring(ours));
  const lines = before.split(/\r?\n/);
  const keepsTexts = lines.some((line) => line === 'articles/*');
  const lacking = [
    ...(keepsTexts ? [] : HEAD.trimEnd().split('\n')),
    ...ours.map((name) => `!${name}`),
  ].filter((line) => !lines.includes(line));
  if (lacking.length > 0) await put(folder, FILE, `${before.trimEnd()}\n${lacking.join('\n')}\n`);
}
