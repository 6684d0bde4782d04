/** No two prompts ask nearly the same: a player would think the bot had forgotten what it asked. */
import type { Question } from '../../../core/dataset/schema.ts';
import { fold, stem, wordsOf } from '../../../core/facts/fold.ts';
import { optionsOf, shared } from '../question-words.ts';
import { type Gate, problemWith } from '../rule.ts';

/** Share of their words, by weight, that two prompts have in common; found by reading pairs on either side of it. */
const NEAR = 0.7;

/** A sentence that so many prompts begin with or contain is a lead: "True or false?", "Which year belongs in the gap?" */
const LEAD = 3;

export const nearPrompt: Gate = {
  name: 'no two prompts nearly the same',
  check(pack) {
    const leads = leadsOf(pack.questions);
    const prompts = pack.questions.map((question) => ({ question, words: askedIn(question, leads) }));
    const weigh = rarity(prompts.map(({ words }) => words));
    return prompts.flatMap(({ question, words }, at) => {
      const near = prompts.slice(0, at).find((other) => likeness(words, other.words, weigh) >= NEAR);
      if (near === undefined) return [];
      const expected = `a prompt that does not ask nearly what “${near.question.id}” asks (“${near.question.prompt}”): withdraw one of the two, or say in both what is special to them`;
      return [problemWith(pack, question, 'prompt', expected)];
    });
  },
};

const sentencesOf = (prompt: string): readonly string[] => prompt.split(/(?<=[?:.!])\s+/).map(fold);

function leadsOf(questions: readonly Question[]): ReadonlySet<string> {
  const sentences = questions.flatMap(({ prompt }) => [...new Set(sentencesOf(prompt))]);
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
  const own = sentencesOf(question.prompt).filter((sentence) => !leads.has(sentence));
  const options = /\b(?:these|following)\b/i.test(question.prompt) ? optionsOf(question).map(fold) : [];
  const texts = own.length + options.length > 0 ? own : [question.prompt];
  return new Set([...texts.flatMap((text) => wordsOf(text)).map(stem), ...options]);
}

/** A word in few prompts weighs much; one that is in most of them, such as the protagonist’s name, little. */
function rarity(prompts: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of prompts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + prompts.length / (counts.get(word) ?? 1));
}

/** The Jaccard index over weighed words: 1 where they are the same, 0 where they share none. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: (word: string) => number): number {
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weigh(word), 0);
  const both = sum(shared(a, b));
  return both / Math.max(Number.EPSILON, sum([...a]) + sum([...b]) - both);
}
