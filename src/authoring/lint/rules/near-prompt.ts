import type { Question } from '../../../core/dataset/schema.ts';
import { fold, stem, wordsOf } from '../../../core/facts/fold.ts';
import { oncePer } from '../../../core/once-per.ts';
import { aboutIn } from '../part.ts';
import { optionsOf } from '../question-words.ts';
import { finding, type Rule } from '../rule.ts';

/** Share of their words, by weight, that two prompts have in common; found by reading pairs on either side of it. */
const NEAR = 0.7;

/** A sentence that so many prompts begin with or contain is a lead: "True or false?", "Which year belongs in the gap?" */
const LEAD = 3;

export const nearPrompt = {
  id: 'near-prompt',
  severity: 'warning',
  says: 'Asked nearly the same twice, players think that the bot forgot what it asked.',
  check(pack) {
    const { questions } = pack;
    const leads = leadsOf(questions);
    const asked = questions.map((question) => askedIn(question, leads));
    const weights = rarityOf(asked);
    const prompts = questions.map((question, at): Weighed => {
      const words = [...(asked[at] ?? [])].map((word) => [word, weights.get(word) ?? 0] as const);
      return { question, words: new Map(words), weight: words.reduce((sum, [, weight]) => sum + weight, 0) };
    });
    const about = aboutIn(pack);
    const wanted = prompts.findIndex(({ question }) => question === about);
    return prompts.flatMap((prompt, at) => {
      const isAll = about === undefined || at === wanted;
      const near = (
        isAll ? prompts.slice(0, at) : prompts.slice(wanted, wanted < at ? wanted + 1 : wanted)
      ).find((other) => areNear(prompt, other));
      if (near === undefined) return [];
      const expected = `a question that does not ask nearly what “${near.question.id}” asks (“${near.question.prompt}”): withdraw one of the two, or say in both what is special to them`;
      return [finding(prompt.question, 'prompt', expected)];
    });
  },
} satisfies Rule;

interface Sentence {
  readonly folded: string;
  readonly stems: readonly string[];
}

const readIn = oncePer(({ prompt }: Question): readonly Sentence[] =>
  prompt.split(/(?<=[?:.!])\s+/).map((text) => sentenceOf(fold(text))),
);

const sentenceOf = (folded: string): Sentence => ({ folded, stems: wordsOf(folded).map(stem) });

const offeredIn = oncePer((question: Question): readonly string[] =>
  /\b(?:these|following)\b/i.test(question.prompt) ? optionsOf(question).map(fold) : [],
);

function leadsOf(questions: readonly Question[]): ReadonlySet<string> {
  const sentences = questions.flatMap((question) => [
    ...new Set(readIn(question).map(({ folded }) => folded)),
  ]);
  const repeated = [...Map.groupBy(sentences, (sentence) => sentence)].filter(
    ([, { length }]) => length >= LEAD,
  );
  return new Set(repeated.map(([sentence]) => sentence));
}

/**
 * What is special to the question: its prompt without a lead. "Which of these came first?" asks about its options, so
 * they belong to what is compared, each as one; where there is nothing else, the lead is what is asked.
 */
function askedIn(question: Question, leads: ReadonlySet<string>): ReadonlySet<string> {
  const own = readIn(question).filter(({ folded }) => !leads.has(folded));
  const options = offeredIn(question);
  const sentences = own.length + options.length > 0 ? own : [sentenceOf(question.prompt)];
  return new Set([...sentences.flatMap(({ stems }) => stems), ...options]);
}

/** A word in few prompts weighs much; one that is in most of them, such as the protagonist’s name, little. */
function rarityOf(prompts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of prompts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + prompts.length / count)]));
}

interface Weighed {
  readonly question: Question;
  /** What each of its words weighs. */
  readonly words: ReadonlyMap<string, number>;
  /** Of all of them together. */
  readonly weight: number;
}

/** By the Jaccard index over weighed words; where one weighs far less than the other, it cannot be reached. */
function areNear(a: Weighed, b: Weighed): boolean {
  if (Math.min(a.weight, b.weight) < NEAR * Math.max(a.weight, b.weight)) return false;
  let both = 0;
  for (const [word, weight] of a.words) if (b.words.has(word)) both += weight;
  return both > 0 && both >= NEAR * (a.weight + b.weight - both);
}
