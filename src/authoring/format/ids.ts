/** The id of each entry: as typed, as the lock knows it by its words, or of its words. */
import { fold } from '../../core/facts/fold.ts';
import { numbersIn } from '../../core/facts/number-words.ts';
import { isStopWord } from '../../core/facts/stop-words.ts';
import type { BookTopic, Entry, FactEntry, QuestionEntry } from './entry.ts';
import type { Lock } from './lock.ts';
import { freeSlug } from './slug.ts';

/** An entry as it was read, before it has its id. */
export type ReadEntry = Omit<FactEntry, 'id'> | Omit<QuestionEntry, 'id' | 'under'>;

/** `under`: at which place of the list the fact stands that a question belongs to. */
export type IdlessEntry = ReadEntry & { readonly under: number | undefined };

type IdlessTopic = Omit<BookTopic, 'entries'> & { readonly entries: readonly IdlessEntry[] };

/** From which likeness on, between 0 and 1, a text is the one of the lock with another wording. */
const SAME_TEXT = 0.6;

/** How much likeness it makes up for that a text stands behind the same neighbour as the one of the lock did. */
const SAME_PLACE = 0.1;

/** What a word tells of a text; that of any other word is 1. Stop words only tell texts apart that share all the rest. */
const WEIGHTS = { stopWord: 0.1, nameOrNumber: 2 } as const;

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
  if (open().length === 0) return;
  const entryBehind = neighbours(entries, (entry) => {
    const id = ids.get(entry);
    return id !== undefined && locked.has(id) ? id : undefined;
  });
  const idBehind = neighbours([...locked.keys()], (id) => (taken.has(id) ? id : undefined));
  const left = [...idBehind].map(([id, behind]) => ({
    id,
    behind,
    weights: weightsOf(locked.get(id) ?? ''),
  }));
  const alike = (left.length > 0 ? open() : [])
    .flatMap((entry) => {
      const weights = weightsOf(textOf(entry));
      return left.map((one) => ({
        ...{ entry, id: one.id, likeness: likeness(weights, one.weights) },
        place: one.behind === entryBehind.get(entry) ? SAME_PLACE : 0,
      }));
    })
    .filter((pair) => pair.likeness >= SAME_TEXT)
    .toSorted((a, b) => b.likeness + b.place - (a.likeness + a.place));
  for (const { entry, id } of alike) if (!ids.has(entry) && !taken.has(id)) give(entry, id);
  for (const entry of open())
    give(
      entry,
      freeSlug(textOf(entry), (id) => taken.has(id) || locked.has(id)),
    );
}

const textOf = (entry: IdlessEntry): string =>
  entry.kind === 'fact' ? entry.value.fact : entry.value.question;

/** Behind which known one each of the others stands; undefined where none comes before it. */
function neighbours<One>(
  all: readonly One[],
  knownAs: (one: One) => string | undefined,
): ReadonlyMap<One, string | undefined> {
  const behind = new Map<One, string | undefined>();
  let last: string | undefined;
  for (const one of all) {
    const known = knownAs(one);
    if (known === undefined) behind.set(one, last);
    else last = known;
  }
  return behind;
}

function weightsOf(text: string): ReadonlyMap<string, number> {
  const numbers = new Set(numbersIn(text).map((number) => fold(number.text)));
  return new Map(
    [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: written, index }) => {
      const word = fold(written);
      const isNameOrNumber =
        /^\p{N}/u.test(word) || numbers.has(word) || (index > 0 && /^\p{Lu}/u.test(written));
      if (isStopWord(word)) return [word, WEIGHTS.stopWord];
      return [word, isNameOrNumber ? WEIGHTS.nameOrNumber : 1];
    }),
  );
}

/** Dice’s coefficient of the words, by their weight. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const sum = (weights: ReadonlyMap<string, number>, other = weights) =>
    [...weights].reduce((total, [word, weight]) => total + (other.has(word) ? weight : 0), 0);
  const all = sum(a) + sum(b);
  return all === 0 ? 0 : (sum(a, b) + sum(b, a)) / all;
}
