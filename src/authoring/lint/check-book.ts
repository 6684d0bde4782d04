/** Everything that can be wrong with a pack, at once: how it is written, what it refers to, and what the lint finds. */
import type { Pack, Problem } from '../../core/dataset/pack.ts';
import { parsePacks } from '../../core/dataset/parse.ts';
import type { Book } from '../format/book.ts';
import type { Entry } from '../format/entry.ts';
import type { Lock } from '../format/lock.ts';
import { type Locking, locked } from '../format/locking.ts';
import type { ArticleText } from '../format/reading.ts';
import { spotOf } from '../format/spot.ts';
import { toRecords } from '../format/to-records.ts';
import { type LintOptions, lint, type Verdict } from './lint.ts';
import { rules } from './rules.ts';

export interface Checked {
  readonly verdicts: readonly Verdict[];
  /** Undefined where the records do not hold together, and the bot would not start. */
  readonly pack: Pack | undefined;
  /** As it should be. */
  readonly lock: Lock;
  /** Whether the articles changed, so that it must wait for `sync`. */
  readonly isUnsettled: boolean;
}

/** What is known of a pack before the lint has looked at it. */
export interface ReadRecords extends Checked {
  /** All that could be read, also where it does not hold together; undefined where even the pack’s title is wrong. */
  readonly readable: Pack | undefined;
  /** Receipts to be read again, and where they stand now. */
  readonly locking: Locking;
  /** How the lint is to be run over what is readable. */
  readonly toLint: LintOptions;
}

type Progress = (rule: string, done: number, of: number) => void;

export function checkBook(
  book: Book,
  found: readonly Problem[],
  texts: readonly ArticleText[],
  progress?: Progress,
): Checked {
  const { verdicts, readable, toLint, ...read } = readRecords(book, found, texts);
  const linted = readable ? lint(readable, { ...toLint, progress }) : [];
  return { ...read, verdicts: [...verdicts, ...linted].toSorted(byPlace) };
}

export function readRecords(
  book: Book,
  found: readonly Problem[],
  texts: readonly ArticleText[],
): ReadRecords {
  const locking = locked(book, texts);
  const { lock, followed, changed, leftOut, problems: unlocked } = locking;
  const moved = [...followed.filter(({ spot, now }) => spot !== now), ...changed];
  const problems = [...found, ...unlocked];
  const raw = toRecords({ ...book, lock }, problems);
  const parsed = parsePacks([raw], problems);
  const [pack] = parsed.packs;
  const unsynced = [
    ...leftOut.map(({ article, paragraph }) => unsettled(book, article, paragraph)),
    ...moved.map(({ entry, spot }) =>
      shape({
        file: entry.file.path,
        position: entry.file.positionOf([...entry.path, 'receipt']),
        record: entry.id,
        field: 'receipt',
        expected: `${spot} to be read again, because the article changed: npm run pack -- sync`,
      }),
    ),
  ];
  const waiting = new Set([
    ...leftOut.map(({ article }) => article),
    ...moved.map(({ spot }) => spotOf(spot).article),
  ]);
  const settled = waiting.size === 0 ? texts : texts.filter(({ article }) => !waiting.has(article));
  return {
    verdicts: [...(parsed.ok ? [] : distinct(parsed.problems).map(shape)), ...unsynced].toSorted(byPlace),
    pack: parsed.ok ? pack : undefined,
    readable: pack,
    lock,
    locking,
    isUnsettled: moved.length > 0 || leftOut.length > 0,
    toLint: pack ? optionsFor(pack, book, settled, parsed.ok ? undefined : OF_A_TEXT) : {},
  };
}

/** Rules that look at one text at a time: they hold also where the records do not fit together yet. */
const OF_A_TEXT = ['opinion', 'loose-date', 'markup', 'unwritten', 'unreadable', 'own-words'];

const byPlace = (a: Verdict, b: Verdict): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
  (a.position?.column ?? 0) - (b.position?.column ?? 0);

const unsettled = ({ articles }: Book, article: string, paragraph: number): Verdict => {
  const { file, path = [] } = articles.find(({ id }) => id === article) ?? {};
  return shape({
    file: file?.path ?? '',
    position: file?.positionOf([...path, 'left-out', String(paragraph)]),
    record: article,
    field: 'left-out',
    expected: `${paragraph} to be looked at again, because the article changed: npm run pack -- sync`,
  });
};

const shape = (problem: Problem): Verdict => ({ ...problem, rule: 'pack', severity: 'error' });

/** The same may be found on two ways. */
const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

function optionsFor(
  pack: Pack,
  book: Book,
  texts: readonly ArticleText[],
  only: readonly string[] | undefined,
): LintOptions {
  const entries = new Map<string, Entry>();
  for (const entry of book.topics.flatMap((topic) => topic.entries))
    entries.set(`${entry.kind} ${entry.id}`, entry);
  const kinds = new Map<object, Entry['kind']>([
    ...pack.claims.map((claim) => [claim, 'fact'] as const),
    ...pack.questions.map((question) => [question, 'question'] as const),
  ]);
  return {
    texts: texts.length > 0 ? texts : undefined,
    severities: {
      ...book.info.value.rules,
      ...(only &&
        Object.fromEntries(
          rules.flatMap((rule) => (only.includes(rule.id) || 'protects' in rule ? [] : [[rule.id, 'off']])),
        )),
    },
    accepted: (record) => {
      const id = 'id' in record ? String(record.id) : '';
      return new Map(Object.entries(entries.get(`${kinds.get(record)} ${id}`)?.value.accept ?? {}));
    },
  };
}
