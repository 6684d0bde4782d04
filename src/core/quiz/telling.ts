/**
 * When does what people read tell the answer of a question? Where a sentence holds most of the answer’s words and
 * is about the question’s matter, or restates what proves it.
 */
import type { Library } from '../dataset/library.ts';
import type { Claim } from '../dataset/schema.ts';
import { stem, wordsOf } from '../facts/fold.ts';
import { claimsNamed, sidesOf } from '../facts/sides.ts';
import { isStopWord } from '../facts/stop-words.ts';
import { graduallyPer, note } from '../gradually.ts';
import type { Steps } from '../steps.ts';
import type { Asked } from './asked.ts';

/** The part of an answer’s words, weighed by rarity, that a sentence has to hold to tell it. */
const TELLING = 0.7;

/**
 * The part of a prompt’s words, weighed by rarity, that has to stand in a sentence with the answer. A name that
 * every article is full of (rarity 0.3) stands there by chance more often than two words that nothing else has.
 */
const neededFor = (answerRarity: number): number => Math.min(0.5, Math.max(0.2, 0.6 - 0.4 * answerRarity));

/** By so much less where both are about the same event. */
const SAME_EVENT = 0.1;

/** “True” has no words of its own: there, a sentence has to state this part of a proving claim. */
const STATING = 0.75;

/** Something that people read: a card, or a question from its asking to its reveal. */
export interface Teller {
  readonly id: string;
  readonly events: readonly string[];
  /** What all its sentences are said about. */
  readonly context: string;
  readonly sentences: readonly Told[];
}

export interface Told {
  readonly text: string;
  /** Claims that it restates: the denying one, or those of a side of a disagreement. */
  readonly restates?: readonly string[];
}

/** For a question, the ids of those that show its answer. In steps, one for each that may. */
export function* createTellers<Item>(
  library: Library,
  items: Iterable<Item>,
  tellerOf: (item: Item) => Teller,
): Steps<(question: Asked) => readonly string[]> {
  const byWord = new Map<string, Sentence[]>();
  for (const item of items) {
    for (const sentence of sentencesOf(tellerOf(item)))
      for (const word of sentence.words) note(byWord, word, sentence);
    yield;
  }
  const rarityOf = yield* rarityIn.steps(library);
  return (question) => {
    const { markers, tells } = createTells(library, question, rarityOf);
    const near = new Set(markers.flatMap((word) => byWord.get(word) ?? []));
    return [...near].filter(tells).map(({ id }) => id);
  };
}

interface Sentence {
  readonly id: string;
  readonly events: ReadonlySet<string>;
  readonly context: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly restates: readonly string[];
}

function sentencesOf({ id, events, context, sentences }: Teller): readonly Sentence[] {
  const of = { id, events: new Set(events), context: termsOf(context) };
  return sentences.map(({ text, restates = [] }) => ({ ...of, words: termsOf(text), restates }));
}

export const sentencesIn = (text: string): readonly string[] => text.split(/(?<=[.!?;][”’)]*)\s+/u);

/** What a card says against claims, on it or behind “Both sides”. */
export function sidesTold(library: Library, claims: readonly Claim[]): Teller['sentences'] {
  const { denials, disagreements } = sidesOf(library, claims);
  return [
    ...denials.map(({ id, text }) => ({ text, restates: [id] })),
    ...disagreements.flatMap(({ title, sides }) => [
      { text: title },
      ...sides.map((side) => ({ text: side.says, restates: side.claims })),
    ]),
  ];
}

/** The words that make the answer: those that the prompt does not say anyway. */
function answerOf({ prompt, right }: Asked): ReadonlySet<string> {
  const said = termsOf(prompt);
  return new Set([...termsOf(right.text)].filter((word) => !said.has(word)));
}

type Weigh = (word: string) => number;

function createTells(library: Library, question: Asked, rarityOf: Weigh) {
  const claims = claimsNamed(library, question.right.claims);
  const events = claims.flatMap((claim) => claim.events);
  const partOf = (words: ReadonlySet<string>) => createPart(words, rarityOf);
  const answer = partOf(answerOf(question));
  const prompt = partOf(termsOf(question.prompt));
  const statements = claims.map(({ text }) => partOf(termsOf(text)));
  const needed = neededFor(answer.total);
  const tells = (sentence: Sentence): boolean => {
    const { words, restates, context } = sentence;
    if (answer.total === 0) return statements.some(({ within }) => within(words) >= STATING);
    if (answer.within(words) < TELLING) return false;
    if (claims.some(({ id }) => restates.includes(id))) return true;
    const matter = (prompt.within(words) + prompt.within(words, context)) / 2;
    const isSameEvent = events.some((event) => sentence.events.has(event));
    return matter >= needed - (isSameEvent ? SAME_EVENT : 0);
  };
  const markers =
    answer.total > 0 ? answer.markers(TELLING) : statements.flatMap((one) => one.markers(STATING));
  return { tells, markers };
}

/** How much of some words stands in other ones, from 0 to 1, a rare word counting for more. */
function createPart(words: ReadonlySet<string>, rarityOf: Weigh) {
  const weighed = [...words].map((word) => ({ word, rarity: rarityOf(word) }));
  const rarestFirst = weighed.toSorted((a, b) => b.rarity - a.rarity);
  const total = weighed.reduce((sum, { rarity }) => sum + rarity, 0);
  return {
    total,
    within(some: ReadonlySet<string>, others?: ReadonlySet<string>): number {
      let sum = 0;
      for (const { word, rarity } of weighed) if (some.has(word) || others?.has(word)) sum += rarity;
      return total > 0 ? sum / total : 0;
    },
    /** The fewest words of which whatever holds `part` of all holds one: there is no need to look elsewhere. */
    markers(part: number): readonly string[] {
      const needed: string[] = [];
      let left = total;
      for (const { word, rarity } of rarestFirst) {
        if (left < part * total) break;
        needed.push(word);
        left -= rarity;
      }
      return needed;
    },
  };
}

/** From near 0 for a word of nearly every claim and prompt to 1 for a word of one alone. */
const rarityIn = graduallyPer(function* ({ claims, questions }: Library): Steps<Weigh> {
  const prompts = [...questions.values()].map(({ prompt }) => prompt);
  const texts = [...[...claims.values()].map(({ text }) => text), ...prompts];
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of termsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    yield;
  }
  return (word) => 1 - Math.log(counts.get(word) ?? 1) / Math.log(texts.length + 1);
});

const termsOf = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text)
      .filter((word) => !isStopWord(word))
      .map(stem),
  );
