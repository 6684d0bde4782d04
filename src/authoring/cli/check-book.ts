/** Everything that can be wrong with a pack, at once: how it is written, what it refers to, and what the lint finds. */
import type { Pack, Problem } from '../../core/dataset/pack.ts';
import { parsePacks } from '../../core/dataset/parse.ts';
import type { Book } from '../format/book.ts';
import type { Entry } from '../format/entry.ts';
import type { Lock } from '../format/lock.ts';
import { type Changed, type Followed, locked } from '../format/locking.ts';
import type { ArticleText } from '../format/reading.ts';
import { toRecords } from '../format/to-records.ts';
import { lint, type Verdict } from '../lint/lint.ts';
import { rules } from '../lint/rules.ts';

export interface Checked {
  readonly verdicts: readonly Verdict[];
  /** Undefined where the records do not hold together, and the bot would not start. */
  readonly pack: Pack | undefined;
  /** As it should be. */
  readonly lock: Lock;
  /** What an author has to look at before it is. */
  readonly moved: readonly (Changed | Followed)[];
}

export function checkBook(
  book: Book,
  found: readonly Problem[],
  texts: readonly ArticleText[],
  progress?: (rule: string, done: number, of: number) => void,
): Checked {
  const { lock, followed, changed, problems: unlocked } = locked(book, texts);
  const moved = [...followed.filter(({ spot, now }) => spot !== now), ...changed];
  const problems = [...found, ...unlocked];
  const known = new Set(unlocked.map(placeOf));
  const unlisted: Problem[] = [];
  const raw = toRecords({ ...book, lock }, unlisted);
  // A receipt that cannot be locked is unknown to the lock as well: that is said once.
  problems.push(...unlisted.filter((problem) => !known.has(placeOf(problem))));
  const parsed = parsePacks([raw], problems);
  const [pack] = parsed.packs;
  const unsynced = moved.map(({ entry, spot }) =>
    shape({
      file: entry.file.path,
      position: entry.file.positionOf([...entry.path, 'receipt']),
      record: entry.id,
      field: 'receipt',
      expected: `${spot} to be read again, because the article changed: npm run pack -- sync`,
    }),
  );
  const linted = pack ? lintOf(pack, book, texts, parsed.ok ? undefined : OF_A_TEXT, progress) : [];
  return {
    verdicts: [...(parsed.ok ? [] : distinct(parsed.problems).map(shape)), ...unsynced, ...linted].toSorted(
      byPlace,
    ),
    pack: parsed.ok ? pack : undefined,
    lock,
    moved,
  };
}

/** Rules that look at one text at a time: they hold also where the records do not fit together yet. */
const OF_A_TEXT = ['opinion', 'loose-date', 'markup', 'unwritten', 'unreadable', 'own-words'];

const placeOf = ({ file, position }: Problem): string => `${file}:${position?.line}:${position?.column}`;

const byPlace = (a: Verdict, b: Verdict): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
  (a.position?.column ?? 0) - (b.position?.column ?? 0);

const shape = (problem: Problem): Verdict => ({ ...problem, rule: 'pack', severity: 'error' });

/** The same may be found on two ways. */
const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

function lintOf(
  pack: Pack,
  book: Book,
  texts: readonly ArticleText[],
  only: readonly string[] | undefined,
  progress?: (rule: string, done: number, of: number) => void,
): readonly Verdict[] {
  const entries = new Map<string, Entry>();
  for (const entry of book.topics.flatMap((topic) => topic.entries))
    entries.set(`${entry.kind} ${entry.id}`, entry);
  const kinds = new Map<object, Entry['kind']>([
    ...pack.claims.map((claim) => [claim, 'fact'] as const),
    ...pack.questions.map((question) => [question, 'question'] as const),
  ]);
  return lint(pack, {
    texts: texts.length > 0 ? texts : undefined,
    severities: {
      ...book.info.value.rules,
      ...(only && Object.fromEntries(rules.flatMap(({ id }) => (only.includes(id) ? [] : [[id, 'off']])))),
    },
    accepted: (record) => {
      const id = 'id' in record ? String(record.id) : '';
      return new Map(Object.entries(entries.get(`${kinds.get(record)} ${id}`)?.value.accept ?? {}));
    },
    progress,
  });
}
