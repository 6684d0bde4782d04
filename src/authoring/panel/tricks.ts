/** How far one gets without knowing anything: by always choosing what looks like the answer. */
import type { Question } from '../../core/dataset/schema.ts';
import { wordsOf } from '../../core/facts/fold.ts';
import { containsWords, contentStems, optionsOf, shared } from '../lint/question-words.ts';

export interface Trick {
  /** Fits into "always choose …". */
  readonly choose: string;
  /** Share of the questions with four options that it gets right; ties are split. From 0 to 1. */
  readonly right: number;
}

type Score = (option: string, question: Question, all: readonly Question[]) => number;

const SCORES: Readonly<Record<string, Score>> = {
  'the longest': ({ length }) => length,
  'the shortest': ({ length }) => -length,
  'the one with most words': (option) => wordsOf(option).length,
  'the one that shares most words with the prompt': (option, { prompt }) => sharedWith(option, prompt),
  'the one that shares fewest words with the prompt': (option, { prompt }) => -sharedWith(option, prompt),
  'the one most like the other options': (option, question) =>
    optionsOf(question).reduce((sum, other) => sum + (other === option ? 0 : sharedWith(option, other)), 0),
  'the one that stands in most other prompts': (option, question, all) =>
    all.filter((other) => other !== question && containsWords(other.prompt, option)).length,
};

/** Chance is a quarter. */
export function tricksOn(questions: readonly Question[]): readonly Trick[] {
  const four = questions.filter(({ wrong }) => wrong.length === 3);
  const rates = Object.entries(SCORES).map(([choose, score]) => ({
    choose,
    right: meanOf(four.map((question) => chanceOf(question, (option) => score(option, question, questions)))),
  }));
  const first = four.map((question) => (optionsOf(question).toSorted()[0] === question.right.text ? 1 : 0));
  return [...rates, { choose: 'the first of the alphabet', right: meanOf(first) }];
}

function chanceOf(question: Question, score: (option: string) => number): number {
  const scores = optionsOf(question).map(score);
  const [right = 0] = scores;
  const most = Math.max(...scores);
  return right < most ? 0 : 1 / scores.filter((one) => one === most).length;
}

const sharedWith = (a: string, b: string): number => shared(contentStems(a), contentStems(b)).length;

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(values.length, 1);
