/**
 * A pack as its author wrote it: what stands in its files, checked for its shape, each entry with its id and its place.
 * The verbs of `npm run pack` work on it; `to-records.ts` makes of it what the bot reads.
 */
import type { z } from 'zod';
import type { Problem } from '../../core/dataset/pack.ts';
import type { Kind } from '../../core/dataset/parse.ts';
import type { BookTopic, Written } from './entry.ts';
import { withIds } from './ids.ts';
import { EMPTY_LOCK, LOCK_FILE, type Lock, readLock } from './lock.ts';
import { entitiesOf, type NamedEntity } from './names.ts';
import { nearest } from './nearest.ts';
import { slugOf } from './slug.ts';
import { topicIn } from './topic-file.ts';
import {
  FORMAT,
  type WrittenArticle,
  WrittenArticles,
  WrittenDisagreement,
  WrittenEvent,
  WrittenInfo,
  WrittenNames,
} from './written-pack.ts';
import { parseAt, problemIn, readYaml, type YamlFile } from './yaml-file.ts';

/** The files of a pack's folder, as text. */
export interface PackFiles {
  /** As messages name it. */
  readonly folder: string;
  /** The folder's own name. */
  readonly name: string;
  /** By their path in the folder, with `/`: the YAML files and the lock. */
  readonly files: ReadonlyMap<string, string>;
}

export interface Book {
  readonly folder: string;
  readonly id: string;
  readonly info: Written<WrittenInfo>;
  readonly articles: readonly (Written<WrittenArticle> & { readonly id: string })[];
  readonly entities: readonly Written<NamedEntity>[];
  readonly events: readonly (Written<z.output<typeof WrittenEvent>> & { readonly id: string })[];
  readonly disagreements: readonly (Written<z.output<typeof WrittenDisagreement>> & {
    readonly id: string;
  })[];
  readonly topics: readonly BookTopic[];
  readonly lock: Lock;
  /** Kinds of which not everything could be read: what refers to one that is lacking may be right. */
  readonly incomplete: ReadonlySet<Kind>;
}

export interface ReadBook {
  /** Undefined where it is written in another format. */
  readonly book: Book | undefined;
  readonly problems: readonly Problem[];
}

/** What is lost where something in a file cannot be read. */
const HELD: Readonly<Record<string, readonly Kind[]>> = {
  'articles.yaml': ['articles'],
  'names.yaml': ['entities'],
  'events.yaml': ['events'],
  'disagreements.yaml': ['disagreements'],
  topics: ['claims', 'questions'],
};

const FILES = ['pack.yaml', 'articles.yaml', 'names.yaml', 'events.yaml', 'disagreements.yaml'];

const isTopic = (path: string): boolean => /^topics\/[^/]+\.yaml$/.test(path);

/** `read`: for who reads the same files again and again, and remembers them. */
export function readBook({ folder, name, files }: PackFiles, read = readYaml): ReadBook {
  const problems: Problem[] = [];
  const incomplete = new Set<Kind>();
  const say = (file: string, expected: string) =>
    problems.push({ file: `${folder}/${file}`, record: '', field: '', expected });
  const yaml = new Map<string, YamlFile>();
  for (const [path, text] of files) {
    if (path === LOCK_FILE) continue;
    if (FILES.includes(path) || isTopic(path)) yaml.set(path, read(`${folder}/${path}`, text));
    else say(path, otherName(path));
  }
  const inFile = (path: string) => yaml.get(path) ?? read(`${folder}/${path}`, '');
  const lose = (path: string) => {
    for (const kind of HELD[isTopic(path) ? 'topics' : path] ?? []) incomplete.add(kind);
  };
  for (const [path, file] of yaml) {
    problems.push(...file.problems);
    if (file.problems.length > 0) lose(path);
  }
  if (!yaml.has('pack.yaml')) say('pack.yaml', 'this file is missing: every pack needs it');
  const info = infoIn(inFile('pack.yaml'), yaml.has('pack.yaml'), name, problems);
  if (info === undefined) return { book: undefined, problems: problems.slice(-1) };
  const articles = oneIn(WrittenArticles, 'articles.yaml') ?? {};
  const names = oneIn(WrittenNames, 'names.yaml') ?? {};
  const events = eachIn(WrittenEvent, 'events.yaml');
  const disagreements = eachIn(WrittenDisagreement, 'disagreements.yaml');
  const lock = lockIn(files.get(LOCK_FILE), say);
  const topics: ReturnType<typeof topicIn>[] = [];
  for (const [path, file] of [...yaml].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isTopic(path) || file.content === undefined) continue;
    topics.push(topicIn(path, file, problems, () => lose(path)));
  }
  const facts = topics.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'fact'));
  if (Object.keys(articles).length === 0 && facts.some(({ value }) => 'receipt' in value))
    lack('articles.yaml', 'npm run pack -- add FILE makes it');
  if (events.length === 0 && facts.some(({ value }) => 'events' in value))
    lack('events.yaml', 'facts name events');
  return {
    book: {
      folder,
      id: info.value.id ?? slugOf(name),
      info,
      articles: Object.entries(articles).map(([id, value]) => ({
        ...{ id, value },
        ...{ file: inFile('articles.yaml'), path: [id] },
      })),
      entities: entitiesOf(names).map(({ entity, path }) => ({
        ...{ value: entity, path },
        file: inFile('names.yaml'),
      })),
      events: events.map((one) => ({ ...one, id: one.value.id ?? slugOf(one.value.event) })),
      disagreements: disagreements.map((one) => ({ ...one, id: one.value.id ?? slugOf(one.value.on) })),
      topics: withIds(topics, lock),
      lock,
      incomplete,
    },
    problems,
  };

  function oneIn<Schema extends z.ZodType>(schema: Schema, path: string): z.output<Schema> | undefined {
    const file = yaml.get(path);
    if (!file?.content) return undefined;
    const value = parseAt(schema, file.content, { file, base: [] }, problems);
    if (value === undefined) lose(path);
    return value;
  }

  function eachIn<Schema extends z.ZodType>(schema: Schema, path: string): Written<z.output<Schema>>[] {
    const file = yaml.get(path);
    if (!file?.content) return [];
    if (!Array.isArray(file.content)) {
      problems.push(
        problemIn(file, [], '', '', 'a list: each record begins with “- ” at the beginning of a line'),
      );
      lose(path);
      return [];
    }
    return file.content.flatMap((content: unknown, at) => {
      const value = parseAt(schema, content, { file, base: [at] }, problems);
      if (value === undefined) lose(path);
      return value === undefined ? [] : [{ value, file, path: [at] }];
    });
  }

  /** Said once, in place of each record that refers to something in the file. */
  function lack(path: string, why: string): void {
    const [kind] = HELD[path] ?? [];
    if (kind !== undefined && !incomplete.has(kind)) say(path, `this file is missing or empty: ${why}`);
    lose(path);
  }
}

function otherName(path: string): string {
  if (path.endsWith('.yml')) return `the ending .yaml: call it ${path.slice(0, -'yml'.length)}yaml`;
  const meant = path.includes('/') ? undefined : nearest(path, FILES);
  if (meant !== undefined) return `another name: is “${meant}” meant?`;
  return `another name or place: a pack has ${FILES.join(', ')} and topics/NAME.yaml`;
}

/** Undefined where this release cannot know what the rest of the pack means. */
function infoIn(
  file: YamlFile,
  isThere: boolean,
  name: string,
  problems: Problem[],
): Written<WrittenInfo> | undefined {
  const written = { file, path: [] };
  const unread = { ...written, value: { format: FORMAT, title: slugOf(name) } as const };
  if (file.content === undefined || !isThere) return unread;
  const content = file.content === '' ? {} : file.content;
  const format = typeof content === 'object' && content !== null && 'format' in content && content.format;
  if (typeof format === 'string' && format !== '' && format !== FORMAT) {
    const expected = `format ${FORMAT}: this pack is written in format ${format}, which this release does not read; get the release that made it, or a newer one of this program`;
    problems.push(problemIn(file, ['format'], '', 'format', expected));
    return undefined;
  }
  const value = parseAt(WrittenInfo, content, { file, base: [] }, problems);
  return value === undefined ? unread : { ...written, value };
}

function lockIn(text: string | undefined, say: (file: string, expected: string) => void): Lock {
  if (text === undefined) return EMPTY_LOCK;
  const lock = readLock(text);
  if (lock) return lock;
  say(
    LOCK_FILE,
    'the file as the program wrote it: fetch it back from git or merge it there, since ids and what was read are in it; only if it is lost, delete it: npm run pack -- check',
  );
  return EMPTY_LOCK;
}
