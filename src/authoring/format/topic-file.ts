/** A file of a topic: its name, and facts and questions side by side. */
import { z } from 'zod';
import type { Problem } from '../../core/dataset/pack.ts';
import type { IdlessEntry, ReadEntry } from './ids.ts';
import { nameOf } from './record-name.ts';
import { slugOf } from './slug.ts';
import { WrittenFact, WrittenQuestion } from './written.ts';
import { WrittenTopic } from './written-pack.ts';
import { type Path, parseAt, problemIn, type YamlFile } from './yaml-file.ts';

const Shell = WrittenTopic.extend({ entries: z.unknown().optional() });

/** Its entries have the ids that were typed, and no others yet. `lose` is called where one of them cannot be read. */
export function topicIn(path: string, file: YamlFile, problems: Problem[], lose: () => void) {
  const id = slugOf(path.slice('topics/'.length, -'.yaml'.length));
  const content = file.content === '' ? {} : file.content;
  const shell = parseAt(Shell, content, { file, base: [] }, problems);
  const { topic = id, aliases, entries } = shell ?? { entries: entriesIn(content) };
  const list: readonly unknown[] = Array.isArray(entries) ? entries : [];
  if (shell === undefined && entries === undefined) lose();
  if (list !== entries && entries !== undefined && entries !== '') {
    const expected = 'a list: each entry begins with “- fact: …” or “- question: …”';
    problems.push(problemIn(file, ['entries'], '', 'entries', expected));
    lose();
  }
  let under: number | undefined;
  const read = list.flatMap((value, at): readonly IdlessEntry[] => {
    const entry = entryIn(value, { file, path: ['entries', at], topic: id }, problems);
    if (entry === undefined) lose();
    if (!isQuestion(value)) under = at;
    return entry ? [{ ...entry, under }] : [];
  });
  return { id, value: { topic, aliases }, file, path: [], entries: read };
}

const entriesIn = (content: unknown): unknown =>
  typeof content === 'object' && content !== null && Object.hasOwn(content, 'entries')
    ? Reflect.get(content, 'entries')
    : undefined;

/** One entry, told apart by its first words; also what comes back from a colleague is read by it. */
export function entryIn(
  content: unknown,
  { file, path, topic }: { readonly file: YamlFile; readonly path: Path; readonly topic: string },
  problems: Problem[],
): ReadEntry | undefined {
  const at = { file, base: path };
  if (isQuestion(content)) {
    const value = questionIn(content, at, problems);
    return value && { kind: 'question' as const, value, file, path, topic };
  }
  if (has(content, 'fact')) {
    const value = factIn(content, at, problems);
    return value && { kind: 'fact' as const, value, file, path, topic };
  }
  problems.push(
    problemIn(file, path, nameOf(content, path), '', 'an entry that has `fact: …` or `question: …`'),
  );
  return undefined;
}

/** What a file says that did not change is the same object again, and is not parsed anew. */
function remembering<Schema extends z.ZodType>(schema: Schema) {
  const known = new WeakMap<object, z.output<Schema>>();
  return (content: object, at: Parameters<typeof parseAt>[2], problems: Problem[]) => {
    const value = known.get(content) ?? parseAt(schema, content, at, problems);
    if (value !== undefined) known.set(content, value);
    return value;
  };
}

const questionIn = remembering(WrittenQuestion);

const factIn = remembering(WrittenFact);

const has = (content: unknown, field: string): content is object =>
  typeof content === 'object' && content !== null && Object.hasOwn(content, field);

const isQuestion = (content: unknown): content is object => has(content, 'question');
