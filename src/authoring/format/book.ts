/**
 * A pack as its author wrote it: what stands in its files, checked for its shape, each entry with its id and its place.
 * The verbs of `npm run pack` work on it; `to-records.ts` makes of it what the bot reads.
 */
import type { z } from 'zod';
import type { Problem } from '../../core/dataset/pack.ts';
import type { BookTopic, Written } from './entry.ts';
import { type IdlessEntry, type ReadEntry, withIds } from './ids.ts';
import { EMPTY_LOCK, LOCK_FILE, Lock } from './lock.ts';
import { entitiesOf, type NamedEntity } from './names.ts';
import { slugOf } from './slug.ts';
import { WrittenFact, WrittenQuestion } from './written.ts';
import {
  FORMAT,
  type WrittenArticle,
  WrittenArticles,
  WrittenDisagreement,
  WrittenEvent,
  WrittenInfo,
  WrittenNames,
  WrittenTopic,
} from './written-pack.ts';
import { type Path, parseAt, problemIn, readYaml, type YamlFile } from './yaml-file.ts';

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
}

export interface ReadBook {
  /** Undefined where even `pack.yaml` cannot be read. */
  readonly book: Book | undefined;
  readonly problems: readonly Problem[];
}

const KNOWN = 'pack.yaml, articles.yaml, names.yaml, events.yaml, disagreements.yaml or topics/NAME.yaml';

export function readBook({ folder, name, files }: PackFiles): ReadBook {
  const problems: Problem[] = [];
  const say = (file: string, expected: string) =>
    problems.push({ file: `${folder}/${file}`, record: '', field: '', expected });
  const yaml = new Map(
    [...files]
      .filter(([path]) => path.endsWith('.yaml'))
      .map(([path, text]) => [path, readYaml(`${folder}/${path}`, text)] as const),
  );
  for (const [path, file] of yaml) {
    problems.push(...file.problems);
    if (!/^(?:(?:pack|articles|names|events|disagreements)|topics\/[^/]+)\.yaml$/.test(path))
      say(path, `another name: a pack has ${KNOWN}`);
  }
  const parse = <Schema extends z.ZodType>(schema: Schema, path: string): z.output<Schema> | undefined => {
    const file = yaml.get(path);
    if (file === undefined || file.content === undefined) return undefined;
    return parseAt(schema, file.content, { file, base: [], record: '' }, problems);
  };
  const inFile = (path: string) => yaml.get(path) ?? readYaml(`${folder}/${path}`, '');
  const info = infoIn(yaml.get('pack.yaml'), problems);
  if (!yaml.has('pack.yaml')) say('pack.yaml', 'this file is missing: every pack needs it');
  const articles = Object.entries(parse(WrittenArticles, 'articles.yaml') ?? {});
  const lists = {
    events: eachIn(WrittenEvent, 'events.yaml'),
    sides: eachIn(WrittenDisagreement, 'disagreements.yaml'),
  };
  const lock = lockIn(files.get(LOCK_FILE), say);
  const topics = withIds(
    [...yaml]
      .filter(([path, file]) => path.startsWith('topics/') && file.content !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([path, file]) => topicIn(path, file, problems)),
    lock,
  );
  if (info === undefined) return { book: undefined, problems };
  return {
    book: {
      folder,
      id: info.value.id ?? slugOf(name),
      info,
      articles: articles.map(([id, value]) => ({ id, value, file: inFile('articles.yaml'), path: [id] })),
      entities: entitiesOf(parse(WrittenNames, 'names.yaml') ?? {}).map(({ entity, path }) => ({
        value: entity,
        file: inFile('names.yaml'),
        path,
      })),
      events: lists.events.map((one) => ({ ...one, id: one.value.id ?? slugOf(one.value.event) })),
      disagreements: lists.sides.map((one) => ({ ...one, id: one.value.id ?? slugOf(one.value.on) })),
      topics,
      lock,
    },
    problems,
  };

  function eachIn<Schema extends z.ZodType>(schema: Schema, path: string): Written<z.output<Schema>>[] {
    const file = yaml.get(path);
    if (file?.content === undefined || file.content === '') return [];
    if (!Array.isArray(file.content)) {
      say(path, 'a list: each record begins with “- ” at the beginning of a line');
      return [];
    }
    return file.content.flatMap((content: unknown, at) => {
      const value = parseAt(schema, content, { file, base: [at], record: `record ${at + 1}` }, problems);
      return value === undefined ? [] : [{ value, file, path: [at] }];
    });
  }
}

function infoIn(file: YamlFile | undefined, problems: Problem[]): Written<WrittenInfo> | undefined {
  if (file?.content === undefined) return undefined;
  const { content } = file;
  const format =
    typeof content === 'object' && content !== null && 'format' in content ? content.format : undefined;
  if (format !== FORMAT) {
    const expected =
      format === undefined
        ? `\`format: ${FORMAT}\`, by which releases know what they can read`
        : `format ${FORMAT}: this pack is written in format ${String(format)}, which this release does not read; get the release that made it, or a newer one of this program`;
    problems.push(problemIn(file, ['format'], '', 'format', expected));
    return undefined;
  }
  const value = parseAt(WrittenInfo, content, { file, base: [], record: '' }, problems);
  return value === undefined ? undefined : { value, file, path: [] };
}

function lockIn(text: string | undefined, say: (file: string, expected: string) => void): Lock {
  if (text === undefined) return EMPTY_LOCK;
  try {
    const parsed = Lock.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Said below: how a file of the program's own is broken helps nobody.
  }
  say(
    LOCK_FILE,
    'a file as the program wrote it: take it out and have it written anew: npm run pack -- check',
  );
  return EMPTY_LOCK;
}

/** A topic whose entries have the ids that were typed, and no others yet. */
function topicIn(path: string, file: YamlFile, problems: Problem[]) {
  const id = slugOf(path.slice('topics/'.length, -'.yaml'.length));
  const { content } = file;
  const Shell = WrittenTopic.omit({ entries: true }).loose();
  const shell = parseAt(Shell, content, { file, base: [], record: '' }, problems);
  if (shell === undefined) return [];
  for (const key of Object.keys(shell).filter((one) => !['topic', 'aliases', 'entries'].includes(one)))
    problems.push(problemIn(file, [key], '', key, 'one of topic, aliases, entries'));
  const list: readonly unknown[] = Array.isArray(shell.entries) ? shell.entries : [];
  if (!Array.isArray(shell.entries) && shell.entries !== undefined && shell.entries !== '')
    problems.push(
      problemIn(
        file,
        ['entries'],
        '',
        'entries',
        'a list: each entry begins with “- fact: …” or “- question: …”',
      ),
    );
  let under: number | undefined;
  const entries = list.flatMap((value, at): readonly IdlessEntry[] => {
    const entry = entryIn(value, { file, path: ['entries', at], topic: id }, problems);
    if (entry?.kind === 'fact') under = at;
    return entry ? [{ ...entry, under }] : [];
  });
  return [{ id, value: { topic: shell.topic, aliases: shell.aliases }, file, path: [], entries }];
}

/** One entry, told apart by its first words; also what comes back from a colleague is read by it. */
export function entryIn(
  content: unknown,
  { file, path, topic }: { readonly file: YamlFile; readonly path: Path; readonly topic: string },
  problems: Problem[],
): ReadEntry | undefined {
  const keys = typeof content === 'object' && content !== null ? Object.keys(content) : [];
  const at = { file, base: path, record: nameOf(content, path) };
  if (keys.includes('question')) {
    const value = parseAt(WrittenQuestion, content, at, problems);
    return value && { kind: 'question' as const, value, file, path, topic };
  }
  if (keys.includes('fact')) {
    const value = parseAt(WrittenFact, content, at, problems);
    return value && { kind: 'fact' as const, value, file, path, topic };
  }
  problems.push(problemIn(file, path, at.record, '', 'an entry that has `fact: …` or `question: …`'));
  return undefined;
}

function nameOf(content: unknown, path: Path): string {
  const { id, fact, question } = (content ?? {}) as Readonly<Record<string, unknown>>;
  const [name] = [id, fact, question].filter((one) => typeof one === 'string' && one !== '');
  const text = String(name ?? `entry ${Number(path.at(-1)) + 1}`);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
