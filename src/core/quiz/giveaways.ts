/**
 * Which questions give others away. One does where a claim that proves or refutes an option of the one does so in
 * the other too, and where what it shows, asked and revealed, tells the other’s answer about the same matter.
 */
import type { Library } from '../dataset/library.ts';
import type { Claim, Question } from '../dataset/schema.ts';
import { stem, wordsOf } from '../facts/fold.ts';
import { isStopWord } from '../facts/stop-words.ts';

/** The part of an answer’s words, weighed by rarity, that a sentence has to hold to tell it. */
const TELLING = 0.7;

/**
 * The part of a prompt’s words, weighed by rarity, that has to stand in a sentence with the answer. A name that
 * every article is full of (rarity 0.3) stands there by chance more often than two words that nothing else has.
 */
const neededFor = (answerRarity: number): number => Math.min(0.5, Math.max(0.2, 0.6 - 0.4 * answerRarity));

/** By so much less where both questions are about the same event. */
const SAME_EVENT = 0.1;

/** “True” has no words of its own: there, a sentence has to state this part of a proving claim. */
const STATING = 0.75;

const found = new WeakMap<Library, ReadonlyMap<string, ReadonlySet<string>>>();

/** The ids of the questions that this one gives away. The first call for a library finds all there are. */
export function givenAwayBy(library: Library, { id }: Question): ReadonlySet<string> {
  const known = found.get(library) ?? findGiveaways(library);
  found.set(library, known);
  return known.get(id) ?? new Set();
}

function findGiveaways(library: Library): ReadonlyMap<string, ReadonlySet<string>> {
  const questions = [...library.questions.values()];
  const given = new Map(questions.map(({ id }) => [id, new Set<string>()]));
  const byClaim = groupBy(questions, claimsOf);
  const tellersOf = createTellers(library, questions);
  for (const question of questions) {
    const sharing = claimsOf(question).flatMap((claim) => byClaim.get(claim) ?? []);
    for (const { id } of [...sharing, ...tellersOf(question)])
      if (id !== question.id) given.get(id)?.add(question.id);
  }
  return given;
}

const claimsOf = ({ right, wrong }: Question): readonly string[] => [
  ...right.claims,
  ...wrong.flatMap(({ claims }) => claims),
];

interface Teller {
  readonly id: string;
  readonly events: ReadonlySet<string>;
  /** The words of its prompt and right option: what all its sentences are said about. */
  readonly context: ReadonlySet<string>;
}

interface Sentence {
  readonly teller: Teller;
  readonly words: ReadonlySet<string>;
  /** Claims that it restates: the denying one, or those of a side of a disagreement. */
  readonly restates: readonly string[];
}

/** For a question, those that show its answer. */
function createTellers(library: Library, questions: readonly Question[]) {
  const sentences = questions.flatMap((question) => sentencesOf(library, question));
  const byWord = groupBy(sentences, ({ words }) => words);
  const rarityOf = createRarity(library, questions);
  return (question: Question): readonly Teller[] => {
    const { markers, tells } = createTells(library, question, rarityOf);
    const near = new Set(markers.flatMap((word) => byWord.get(word) ?? []));
    return [...near].filter(tells).map(({ teller }) => teller);
  };
}

/** The words that make the answer: those that the prompt does not say anyway. */
function answerOf({ prompt, right }: Question): ReadonlySet<string> {
  const said = termsOf(prompt);
  return new Set([...termsOf(right.text)].filter((word) => !said.has(word)));
}

type Weigh = (word: string) => number;

function createTells(library: Library, question: Question, rarityOf: Weigh) {
  const claims = provingClaims(library, question);
  const events = claims.flatMap((claim) => claim.events);
  const partOf = (words: ReadonlySet<string>) => createPart(words, rarityOf);
  const answer = partOf(answerOf(question));
  const prompt = partOf(termsOf(question.prompt));
  const statements = claims.map(({ text }) => partOf(termsOf(text)));
  const needed = neededFor(answer.total);
  const tells = ({ teller, words, restates }: Sentence): boolean => {
    if (answer.total === 0) return statements.some(({ within }) => within(words) >= STATING);
    if (answer.within(words) < TELLING) return false;
    if (claims.some(({ id }) => restates.includes(id))) return true;
    const matter = (prompt.within(words) + prompt.within(words, teller.context)) / 2;
    const isSameEvent = events.some((event) => teller.events.has(event));
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
function createRarity({ claims }: Library, questions: readonly Question[]): Weigh {
  const texts = [...[...claims.values()].map(({ text }) => text), ...questions.map(({ prompt }) => prompt)];
  const byWord = groupBy(texts, termsOf);
  return (word) => 1 - Math.log(byWord.get(word)?.length ?? 1) / Math.log(texts.length + 1);
}

/** All that a question shows. Its options alone tell nothing: until the reveal they stand unmarked. */
function sentencesOf(library: Library, question: Question): readonly Sentence[] {
  const claims = provingClaims(library, question);
  const [disagreement] = claims.flatMap(({ id }) => library.disagreementsOf(id));
  const [denial] = claims.flatMap(({ denials }) => denials).flatMap((id) => library.claims.get(id) ?? []);
  const own = `${question.prompt} ${question.right.text}`;
  const teller = { id: question.id, events: eventsOf(claims), context: termsOf(own) };
  const say = (text: string, restates: readonly string[] = []) => ({
    teller,
    words: termsOf(text),
    restates,
  });
  const prose = [question.explanation, ...question.wrong.map(({ because }) => because)];
  const sides = disagreement?.sides ?? [];
  return [
    say(own),
    ...prose.flatMap((text) => text.split(SENTENCE_END)).map((text) => say(text)),
    ...(denial ? [say(denial.text, [denial.id])] : []),
    ...(disagreement ? [say(`${disagreement.title}. ${disagreement.text}`)] : []),
    ...sides.map((side) => say(side.says, side.claims)),
  ];
}

const SENTENCE_END = /(?<=[.!?;][”’)]*)\s+/u;

const provingClaims = ({ claims }: Library, { right }: Question): readonly Claim[] =>
  right.claims.flatMap((id) => claims.get(id) ?? []);

const eventsOf = (claims: readonly Claim[]): ReadonlySet<string> =>
  new Set(claims.flatMap(({ events }) => events));

const termsOf = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text)
      .filter((word) => !isStopWord(word))
      .map(stem),
  );

function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => Iterable<string>) {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}
