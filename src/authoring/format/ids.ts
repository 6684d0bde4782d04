/** The id of each entry: as typed, as the lock knows it by its words, or of its words. */
import type { BookTopic, Entry, FactEntry, QuestionEntry } from './entry.ts';
import type { Lock } from './lock.ts';
import { freeSlug } from './slug.ts';

/** An entry as it was read, before it has its id. */
export type ReadEntry = Omit<FactEntry, 'id'> | Omit<QuestionEntry, 'id' | 'under'>;

/** `under`: at which place of the list the fact stands that a question belongs to. */
export type IdlessEntry = ReadEntry & { readonly under: number | undefined };

type IdlessTopic = Omit<BookTopic, 'entries'> & { readonly entries: readonly IdlessEntry[] };

/** From which likeness on, between 0 and 1, a text is the one of the lock with another wording. */
const SAME_TEXT = 0.5;

export function withIds(topics: readonly IdlessTopic[], lock: Lock): readonly BookTopic[] {
  const all = topics.flatMap(({ entries }) => entries);
  const ids = new Map<IdlessEntry, string>();
  for (const kind of ['fact', 'question'] as const)
    assign(
      all.filter((entry) => entry.kind === kind),
      lockedTexts(lock, kind),
      ids,
    );
  return topics.map((topic) => ({
    ...topic,
    entries: topic.entries.map((entry): Entry => {
      const id = ids.get(entry) ?? '';
      if (entry.kind === 'fact') return { ...entry, id };
      const fact = topic.entries.find(({ kind, path }) => kind === 'fact' && path.at(-1) === entry.under);
      return { ...entry, id, under: fact && ids.get(fact) };
    }),
  }));
}

function lockedTexts(lock: Lock, kind: Entry['kind']): ReadonlyMap<string, string> {
  if (kind === 'question') return new Map(Object.entries(lock.questions));
  return new Map(
    Object.entries(lock.facts).flatMap(([id, { fact }]) => (fact === undefined ? [] : [[id, fact] as const])),
  );
}

function assign(
  entries: readonly IdlessEntry[],
  locked: ReadonlyMap<string, string>,
  ids: Map<IdlessEntry, string>,
): void {
  const taken = new Set<string>();
  const give = (entry: IdlessEntry, id: string) => {
    ids.set(entry, id);
    taken.add(id);
  };
  for (const entry of entries) if (entry.value.id !== undefined) give(entry, entry.value.id);
  // Of facts that read alike the first keeps the first id: their receipts may differ.
  const byText = new Map([...locked].reverse().map(([id, text]) => [text, id]));
  const open = () => entries.filter((entry) => !ids.has(entry));
  for (const entry of open()) {
    const id = byText.get(textOf(entry));
    if (id !== undefined && !taken.has(id)) give(entry, id);
  }
  const left = [...locked]
    .filter(([id]) => !taken.has(id))
    .map(([id, text]) => ({ id, words: wordsOf(text) }));
  const alike = (left.length > 0 ? open() : [])
    .flatMap((entry) => {
      const words = wordsOf(textOf(entry));
      return left.map(({ id, words: others }) => ({ entry, id, likeness: likeness(words, others) }));
    })
    .filter((pair) => pair.likeness >= SAME_TEXT)
    .toSorted((a, b) => b.likeness - a.likeness);
  for (const { entry, id } of alike) if (!ids.has(entry) && !taken.has(id)) give(entry, id);
  for (const entry of open())
    give(
      entry,
      freeSlug(textOf(entry), (id) => taken.has(id) || locked.has(id)),
    );
}

const textOf = (entry: IdlessEntry): string =>
  entry.kind === 'fact' ? entry.value.fact : entry.value.question;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

/** Dice’s coefficient of the words. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
