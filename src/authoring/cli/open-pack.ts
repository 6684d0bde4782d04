/** The pack that a verb works on, read as its author wrote it. */
import { join } from 'node:path';
import { type Pack, type Problem, problemToText } from '../../core/dataset/pack.ts';
import { parsePacks } from '../../core/dataset/parse.ts';
import { DatasetError } from '../../packs/dataset.ts';
import { readTexts } from '../article/texts.ts';
import { type Book, readBook } from '../format/book.ts';
import { findPacks, readPackFiles } from '../format/folder.ts';
import { LOCK_FILE, type Lock, lockToText } from '../format/lock.ts';
import type { ArticleText } from '../format/reading.ts';
import { toRecords } from '../format/to-records.ts';
import { put } from '../put-file.ts';
import { type Call, CallError, textOption } from './verb.ts';

export interface OpenPack {
  readonly folder: string;
  readonly book: Book;
  /** Of its shape; a book that has some may lack what they are about. */
  readonly problems: readonly Problem[];
}

/** Names the pack and its folder, so that nobody works on another one than they think. */
export async function openPack(call: Call): Promise<OpenPack> {
  const found = await findPacks(call.root);
  const folders = found.flatMap(({ folder, problems }) => (problems.length === 0 ? [folder] : []));
  const [folder, ...others] = folders;
  if (folder === undefined) throw new DatasetError(found.flatMap(({ problems }) => problems));
  if (others.length > 0)
    throw new CallError(`there are several packs: add --pack with one of ${folders.join(', ')}`);
  return openFolder(folder, call);
}

export async function openFolder(folder: string, { terminal }: Pick<Call, 'terminal'>): Promise<OpenPack> {
  const { book, problems } = readBook(await readPackFiles(folder));
  if (book === undefined) throw new DatasetError(problems);
  terminal.say(`“${book.info.value.title}” in ${folder}\n`);
  return { folder, book, problems };
}

/** For verbs that write: what cannot be read would be lost under what they put in its place. */
export async function openSound(call: Call): Promise<OpenPack> {
  const opened = await openPack(call);
  if (opened.problems.length > 0) throw new DatasetError(opened.problems);
  return opened;
}

/** The records of the pack, or all that is wrong with them. */
export function packOf({ book, problems }: OpenPack): Pack {
  const found = [...problems];
  const parsed = parsePacks([toRecords(book, found)], found);
  const [pack] = parsed.ok ? parsed.packs : [];
  if (pack === undefined) throw new DatasetError(parsed.ok ? found : parsed.problems);
  return pack;
}

/** The articles whose texts are at hand: in the pack’s own folder `articles`, or where `--texts` says. */
export async function textsOf({ folder, book }: OpenPack, call: Call): Promise<readonly ArticleText[]> {
  const elsewhere = textOption(call, 'texts');
  const texts = await readTexts(
    elsewhere ?? join(folder, 'articles'),
    book.articles.map(({ id }) => id),
  );
  if (texts === undefined && elsewhere !== undefined)
    throw new CallError(`the folder ${elsewhere} cannot be read`);
  return texts ?? [];
}

export const writeLock = (folder: string, lock: Lock): Promise<void> =>
  put(folder, LOCK_FILE, lockToText(lock));

export const problemsToText = (problems: readonly Problem[]): string =>
  problems.map((problem) => `${problemToText(problem)}\n`).join('');
