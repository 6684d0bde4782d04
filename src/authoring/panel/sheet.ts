/** What a blind panel gets: every question as a player meets it, in an order that tells nothing, and the key apart. */
import type { Library } from '../../core/dataset/library.ts';
import type { Question } from '../../core/dataset/schema.ts';
import { bareId } from '../../core/dataset/scope.ts';
import { hashOf } from '../../core/hash.ts';
import { attributionOf } from '../../core/quiz/attribution.ts';
import { optionsOf } from '../lint/question-words.ts';

/** A question under its number on the sheet. */
export interface Sheet {
  readonly number: number;
  readonly question: Question;
  /** Whose word it rests on; empty where the articles say it themselves. */
  readonly attribution: string;
  readonly options: readonly string[];
  /** The letter of the right one. */
  readonly key: string;
}

/** The same seed gives the same sheet, so that marks can be read long after. */
export function sheetsOf(library: Library, seed: string): readonly Sheet[] {
  return mixed([...library.questions.values()], ({ id }) => `${seed} ${bareId(id)}`).map((question, at) => {
    const options =
      question.kind === 'true-false'
        ? ['True', 'False']
        : mixed(optionsOf(question), (text) => `${seed} ${bareId(question.id)} ${text}`);
    return {
      number: at + 1,
      question,
      attribution: attributionOf(library, question) ?? '',
      options,
      key: letterOf(options.indexOf(question.right.text)),
    };
  });
}

export function sheetToText({ number, question: { prompt }, attribution, options }: Sheet): string {
  const line = attribution === '' ? '' : `[${attribution}] `;
  return [
    `${number}. ${line}${prompt}`,
    ...options.map((text, at) => `   ${letterOf(at)}. ${text}`),
    '',
  ].join('\n');
}

export const keyToText = ({ number, question, key }: Sheet): string =>
  `${number}. ${key}. ${question.right.text} — ${question.payoff} (${question.fit})`;

const letterOf = (at: number): string => String.fromCharCode('A'.charCodeAt(0) + at);

const mixed = <Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly Item[] =>
  items.toSorted((a, b) => hashOf(nameOf(a)) - hashOf(nameOf(b)));
