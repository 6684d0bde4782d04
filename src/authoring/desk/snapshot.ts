/** The pack at one moment: what its files say, and of a file that cannot be read just now, what it last said. */
import type { Problem } from '../../core/dataset/pack.ts';
import { type Book, readBook } from '../format/book.ts';
import type { Entry } from '../format/entry.ts';
import { EMPTY_LOCK, LOCK_FILE, lockToText, readLock } from '../format/lock.ts';
import type { ArticleText } from '../format/reading.ts';
import { readYaml, type YamlFile } from '../format/yaml-file.ts';
import { type ReadRecords, readRecords } from '../lint/check-book.ts';
import type { Disk } from './disk.ts';

export interface Snapshot {
  readonly disk: Disk;
  readonly folder: string;
  readonly book: Book;
  readonly texts: readonly ArticleText[];
  readonly records: ReadRecords;
  /** A file by its path in the pack, as it could be read last; empty where there is none. */
  yaml(path: string): YamlFile;
  /** Files, by their path in the pack, that cannot be read just now, with why. */
  readonly broken: ReadonlyMap<string, readonly Problem[]>;
  /** The lock as it should be, where that only adds to it; undefined where it must stay as it is. */
  readonly newLock: string | undefined;
  /** Where entries stood that the page may still speak of, by the hash of what they said. */
  readonly seen: ReadonlyMap<string, Seen>;
}

export interface Seen {
  readonly file: string;
  readonly index: number;
  /** The hashes of all that stood in the pack with it. */
  readonly beside: ReadonlySet<string>;
}

export interface Reader {
  /** Throws where the pack is written in another format, or has no pack.yaml that could ever be read. */
  read(disk: Disk): Snapshot;
  /** From now on this is what each of its files last said, as far as it can be read, and what its entries are called. */
  remember(now: Snapshot, places: readonly (Omit<Seen, 'beside'> & { readonly hash: string })[]): void;
}

/** Far more than are edited while a page is open. */
const MOST_SEEN = 50_000;

/** Remembers what each file last said, and what it made of texts that it has met. */
export function createReader(): Reader {
  const lastGood = new Map<string, string>();
  const known = new Map<string, YamlFile>();
  const seen = new Map<string, Seen>();
  let goodLock: string | undefined;
  let entries: readonly Entry[] = [];
  let texts:
    | { readonly of: Disk['texts']; readonly ids: string; readonly list: readonly ArticleText[] }
    | undefined;

  const remembering = (path: string, text: string): YamlFile => {
    const before = known.get(path);
    if (before?.text === text) return before;
    const file = readYaml(path, text);
    known.set(path, file);
    return file;
  };

  /** The same list as long as nothing changed: indexes are kept by it. */
  function textsFor(all: Disk['texts'], articles: Book['articles']): readonly ArticleText[] {
    const ids = articles.map(({ id }) => id).join(' ');
    if (texts?.of !== all || texts.ids !== ids)
      texts = { of: all, ids, list: articles.flatMap(({ id }) => all.get(id) ?? []) };
    return texts.list;
  }

  function goodFiles({ pack }: Disk) {
    const broken = new Map<string, readonly Problem[]>();
    const files = new Map(pack.files);
    for (const [path, text] of pack.files) {
      const problems = problemsIn(`${pack.folder}/${path}`, path, text);
      if (problems.length === 0) continue;
      broken.set(path, problems);
      const good = lastGood.get(path);
      if (good !== undefined) files.set(path, good);
    }
    return { broken, files };
  }

  /** A pack.yaml that says another format is as good as unreadable. */
  function bookIn(disk: Disk, files: Map<string, string>, broken: Map<string, readonly Problem[]>) {
    files.set(LOCK_FILE, lockWith(files.get(LOCK_FILE), entries));
    const first = readBook({ ...disk.pack, files }, remembering);
    if (first.book !== undefined) return { ...first, book: first.book };
    const good = lastGood.get('pack.yaml');
    broken.set('pack.yaml', first.problems);
    const again =
      good === undefined
        ? first
        : readBook({ ...disk.pack, files: new Map([...files, ['pack.yaml', good]]) }, remembering);
    if (again.book !== undefined) return { ...again, book: again.book };
    throw new Error(first.problems.map(({ file, expected }) => `${file}: ${expected}`).join('\n'));
  }

  const problemsIn = (name: string, path: string, text: string): readonly Problem[] => {
    if (path !== LOCK_FILE) return readYamlQuietly(name, text);
    if (text === goodLock) return [];
    const { problems } = readBook({ folder: '', name: 'x', files: new Map([[LOCK_FILE, text]]) });
    if (problems.every(({ file }) => !file.endsWith(LOCK_FILE))) goodLock = text;
    return problems
      .filter(({ file }) => file.endsWith(LOCK_FILE))
      .map((problem) => ({ ...problem, file: name }));
  };

  /** Without pushing out what is remembered of the good text. */
  const readYamlQuietly = (name: string, text: string): readonly Problem[] => {
    const before = known.get(name);
    if (before?.text === text) return before.problems;
    const file = readYaml(name, text);
    if (file.problems.length === 0) known.set(name, file);
    return file.problems;
  };

  return {
    remember({ disk: { pack }, book }, places) {
      const beside = new Set(places.map(({ hash }) => hash));
      if (seen.size > MOST_SEEN) seen.clear();
      for (const { hash, file, index } of places) seen.set(hash, { file, index, beside });
      entries = book.topics.flatMap((topic) => topic.entries).filter(({ value }) => value.id === undefined);
      for (const path of lastGood.keys()) if (!pack.files.has(path)) lastGood.delete(path);
      for (const [path, text] of pack.files)
        if (problemsIn(`${pack.folder}/${path}`, path, text).length === 0) lastGood.set(path, text);
    },
    read(disk) {
      const { broken, files } = goodFiles(disk);
      const { folder } = disk.pack;
      const { book, problems } = bookIn(disk, files, broken);
      const list = textsFor(disk.texts, book.articles);
      const own = problems.filter(({ file }) => !broken.has(file.slice(folder.length + 1)));
      const records = readRecords(book, own, list);
      const isWhole = own.length === 0 && book.incomplete.size === 0 && broken.size === 0;
      const lock = lockToText(records.lock);
      const isNew = isWhole && !records.isUnsettled && lock !== disk.pack.files.get(LOCK_FILE);
      return {
        ...{ disk, folder, book, records, broken, texts: list },
        yaml: (path) => remembering(`${folder}/${path}`, files.get(path) ?? ''),
        newLock: isNew ? lock : undefined,
        seen,
      };
    },
  };
}

/**
 * Drafts, and what nobody locked yet, have no place in the lock, by which an entry is known again whose words change. So
 * that the page’s entries stay what they are while they are written, they are read as if it knew them.
 */
function lockWith(text: string | undefined, entries: readonly Entry[]): string {
  const lock = text === undefined ? EMPTY_LOCK : readLock(text);
  if (lock === undefined) return text ?? '';
  const facts = new Map(Object.entries(lock.facts));
  const questions = new Map(Object.entries(lock.questions));
  for (const { kind, id, value } of entries)
    if (kind === 'question') questions.set(id, questions.get(id) ?? value.question);
    else facts.set(id, facts.get(id) ?? { fact: value.fact, receipts: {} });
  return lockToText({
    ...lock,
    facts: Object.fromEntries(facts),
    questions: Object.fromEntries(questions),
  });
}

/** Its path in the pack. */
export const within = ({ folder }: Pick<Snapshot, 'folder'>, file: string): string =>
  file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
