/** What somebody wrote to a brief, as entries of the book it was written for. */
import type { Problem } from '../../core/dataset/pack.ts';
import { type Book, entryIn } from './book.ts';
import { type ReadEntry, withIds } from './ids.ts';
import type { WrittenEntry } from './written.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export interface Reply {
  /** As they can be written into a topic; those that cannot be read are left out. */
  readonly entries: readonly WrittenEntry[];
  /** The book with them in it, as if they were no drafts. */
  readonly book: Book;
  readonly problems: readonly Problem[];
}

interface ReplyFile {
  readonly file: string;
  readonly text: string;
  /** How many lines of the file stand before the text. */
  readonly lineOffset: number;
}

/** No pack's own topic is called so. */
const TOPIC = 'reply';

export function readReply(book: Book, { file: path, text, lineOffset }: ReplyFile): Reply {
  const file = shifted(readYaml(path, text), lineOffset);
  const problems: Problem[] = [...file.problems];
  const { content } = file;
  const list = Array.isArray(content) ? content : listIn(content);
  const base = Array.isArray(content) ? [] : ['entries'];
  let under: number | undefined;
  const entries = list.flatMap((value: unknown, at) => {
    const entry = entryIn(value, { file, path: [...base, at], topic: TOPIC }, problems);
    if (!entry) return [];
    if (entry.kind === 'fact') under = at;
    return [{ written: value as WrittenEntry, live: { ...live(entry), under } }];
  });
  const topic = {
    id: TOPIC,
    value: { topic: 'Reply' },
    file,
    path: [],
    entries: entries.map((one) => one.live),
  };
  return {
    entries: entries.map(({ written }) => written),
    book: { ...book, topics: [...book.topics, ...withIds([topic], book.lock)] },
    problems,
  };
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
