/** A small pack as its author wrote it, to change in one place at a time, and what the program says to it. */
import { createHash } from 'node:crypto';
import { readBook } from '../../../src/authoring/format/book.ts';
import { LOCK_FILE, lockToText } from '../../../src/authoring/format/lock.ts';
import { locked } from '../../../src/authoring/format/locking.ts';
import { toRecords } from '../../../src/authoring/format/to-records.ts';
import { type Pack, problemToText } from '../../../src/core/dataset/pack.ts';
import { type Parsed, parsePacks } from '../../../src/core/dataset/parse.ts';

export type Files = Readonly<Record<string, string>>;

export const SMALL: Files = {
  'pack.yaml': `format: 1
title: The harbour
`,
  'articles.yaml': `gazette:
  title: A boat came in
  publisher: The Gazette
  published: 2020-02-03
almanac:
  title: Boats in order
  publisher: The Almanac
  left-out:
    1:
      title: Its first line.
`,
  'names.yaml': `people:
  - Mara Quill: [Mara, the rower]
  - Ada Stone
places:
  - Coldharrow
`,
  'events.yaml': `- event: A boat comes in
  when: 2020-02-01
  about: Mara Quill
`,
  'topics/boats.yaml': `topic: Boats
entries:
  - fact: Mara Quill brought a boat in.
    receipt: gazette#1
    events: a-boat-comes-in

  - question: Who brought a boat in?
    right: Mara Quill
    wrong: [Ada Stone, Nora Quill, Zoë Café]

  - fact: Ada Stone said that no boat came to Coldharrow.
    id: no-boat
    receipt:
      gazette#2: Ada Stone
    when: 2020-02?
`,
  'topics/oars.yaml': `topic: Oars
entries:
  - fact: The boat has room for nine.
    receipt: almanac#2

  - question: The boat has room for twelve.
    right: "False"
`,
};

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  gazette: [
    'Mara Quill brought a boat in on a grey day.',
    'Ada Stone told us that none came to Coldharrow.',
    'The tide was high.',
  ],
  almanac: ['Boats in order', 'The boat from the harbour has room for nine and a dog.'],
};

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const bookOf = (files: Files, name = 'harbour') =>
  readBook({ folder: name, name, files: new Map(Object.entries(files)) });

/** The lock that the program writes to these files. */
export function lockOf(files: Files, name?: string): string {
  const { book } = bookOf(files, name);
  if (book === undefined) throw new Error('the pack is in another format');
  const texts = Object.entries(TEXTS).map(([article, paragraphs]) => ({
    ...{ article, paragraphs },
    hashes: paragraphs.map(hash),
  }));
  return lockToText(locked(book, texts).lock);
}

/** With the lock that belongs to it, unless it brings its own. */
export const withLock = (files: Files, name?: string): Files => ({
  [LOCK_FILE]: lockOf(files, name),
  ...files,
});

/** As the bot reads it, without a disk. */
export function read(files: Files, name?: string): Parsed {
  const { book, problems } = bookOf(files, name);
  const found = [...problems];
  return parsePacks(book ? [toRecords(book, found)] : [], found);
}

export function packOf(files: Files, name?: string): Pack {
  const parsed = read(files, name);
  const [pack] = parsed.ok ? parsed.packs : [];
  if (pack === undefined) throw new Error(messagesOf(files).join('\n'));
  return pack;
}

/** All that is wrong, a line each; none where the pack is taken. */
export function messagesOf(files: Files, name?: string): readonly string[] {
  const parsed = read(files, name);
  return parsed.ok ? [] : parsed.problems.map(problemToText);
}

/** The small pack with other words in one of its files. A change that changes nothing fails the test. */
export function changed(path: string, from: string, to: string): Files {
  const text = SMALL[path];
  if (!text?.includes(from)) throw new Error(`${path} has no “${from}”`);
  return { ...SMALL, [path]: text.replace(from, () => to) };
}

const SMALL_LOCK = lockOf(SMALL);

/** What the program says to these files with the lock that the small pack had. */
export const saidTo = (files: Files): readonly string[] => messagesOf({ [LOCK_FILE]: SMALL_LOCK, ...files });
