/** What somebody wrote to a brief, as entries of the book it was written for. */
import type { Problem } from '../../core/dataset/pack.ts';
import type { Book } from './book.ts';
import type { Entry, QuestionEntry } from './entry.ts';
import { type IdlessEntry, type ReadEntry, withIds } from './ids.ts';
import { entryIn } from './topic-file.ts';
import type { WrittenEntry } from './written.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export interface Reply {
  /** As they can be written into topics; entries that cannot be read are left out. */
  readonly parts: readonly ReplyPart[];
  /** The book with them in it, as if they were no drafts. */
  readonly book: Book;
  readonly problems: readonly Problem[];
}

export interface ReplyPart {
  /** The name of the topic they are written for, where it was given. */
  readonly topic: string | undefined;
  readonly entries: readonly WrittenEntry[];
}

interface ReplyFile {
  readonly file: string;
  /** One or more YAML documents. */
  readonly text: string;
  /** How many lines of the file stand before the text. */
  readonly lineOffset: number;
}

export function readReply(book: Book, { file, text, lineOffset }: ReplyFile): Reply {
  const problems: Problem[] = [];
  const parts = documentsIn(text).map(({ text: part, line }, at) =>
    readPart(shifted(readYaml(file, part), lineOffset + line), `reply-${at + 1}`, problems),
  );
  return {
    parts: parts.map(({ topic, entries }) => ({ topic, entries: entries.map(({ written }) => written) })),
    book: {
      ...book,
      topics: withIds(
        [
          ...book.topics.map((topic) => ({ ...topic, entries: topic.entries.map(asRead) })),
          ...parts.map(({ id, file: from, entries }) => ({
            ...{ id, value: { topic: 'Reply' }, file: from, path: [] },
            entries: entries.map((one) => one.live),
          })),
        ],
        book.lock,
      ),
    },
    problems,
  };
}

/** What an entry of the book was before it had its id. */
const asRead = (entry: Entry): IdlessEntry => {
  if (entry.kind === 'fact') return { ...entry, under: undefined };
  return { ...entry, under: undefined, value: { ...entry.value, facts: factsOf(entry) } };
};

const factsOf = ({ value, under }: QuestionEntry) =>
  value.facts ?? (under === undefined ? undefined : [under]);

function documentsIn(text: string): readonly { readonly text: string; readonly line: number }[] {
  let line = 0;
  return text.split(/^---[ \t]*\n/m).flatMap((part) => {
    const from = line;
    line += part.split('\n').length;
    return part.trim() === '' ? [] : [{ text: part, line: from }];
  });
}

function readPart(file: YamlFile, id: string, problems: Problem[]) {
  problems.push(...file.problems);
  const { content } = file;
  const base = Array.isArray(content) ? [] : ['entries'];
  let under: number | undefined;
  const entries = (Array.isArray(content) ? content : listIn(content)).flatMap((value: unknown, at) => {
    const entry = entryIn(value, { file, path: [...base, at], topic: id }, problems);
    if (!entry) return [];
    if (entry.kind === 'fact') under = at;
    return [{ written: value as WrittenEntry, live: { ...live(entry), under } }];
  });
  const topic =
    typeof content === 'object' && content !== null && 'topic' in content ? content.topic : undefined;
  return { id, file, topic: typeof topic === 'string' && topic !== '' ? topic : undefined, entries };
}

const live = (entry: ReadEntry): ReadEntry =>
  entry.kind === 'fact'
    ? { ...entry, value: { ...entry.value, draft: undefined } }
    : { ...entry, value: { ...entry.value, draft: undefined } };

const listIn = (content: unknown): readonly unknown[] => {
  const entries =
    typeof content === 'object' && content !== null && 'entries' in content ? content.entries : undefined;
  return Array.isArray(entries) ? entries : [];
};

const shifted = (file: YamlFile, lines: number): YamlFile => ({
  ...file,
  problems: file.problems.map((problem) => ({
    ...problem,
    position: problem.position && { ...problem.position, line: problem.position.line + lines },
  })),
  positionOf: (path) => {
    const { line, column } = file.positionOf(path);
    return { line: line + lines, column };
  },
});
