/** What is half written, made whole enough for a card: what is missing is named in it, what is wrong is left out. */
import type { z } from 'zod';
import { TRUE_OR_FALSE } from '../../../core/dataset/schema.ts';
import { isRecord } from '../../format/layout.ts';
import { proposalParts } from '../../format/unwritten.ts';
import { WrittenFact, WrittenQuestion } from '../../format/written.ts';
import type { EntryProblem, Fields } from '../wire.ts';

type Fact = z.output<typeof WrittenFact>;
type Question = z.output<typeof WrittenQuestion>;

export const PLACEHOLDERS = {
  fact: 'Your fact, in one sentence.',
  question: 'Your question?',
  right: 'The right answer',
  wrong: 'A wrong answer',
} as const;

/** Texts are shown as they are typed, also where a rule of the format does not like them. */
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What the program asks of its author is nothing that people would be told. */
export function salvagedFact(fields: Fields): Fact {
  const kept = valid(WrittenFact.shape, fields, ['fact', 'draft']);
  const written = text(fields.fact) ?? '';
  return { ...kept, fact: (proposalParts(written)?.rest ?? written) || PLACEHOLDERS.fact } as Fact;
}

/** What is to be done with a proposal before it can be told. */
export function leftToDo(fields: Fields): readonly EntryProblem[] {
  const parts = proposalParts(text(fields.fact) ?? '');
  if (parts === undefined) return [];
  const expected =
    parts.rest === '' ? 'a sentence of your own: this is only what there is to tell' : parts.advice;
  return [{ field: 'fact', expected }];
}

/** What a question lacks that a placeholder stands for in its card. */
export function lackingIn(fields: Fields): readonly EntryProblem[] {
  return [
    ...(text(fields.right) === undefined ? [{ field: 'right', expected: 'this is missing' }] : []),
    ...(optionsIn(fields).length === 0 && !isStatement(fields)
      ? [{ field: 'wrong', expected: 'one to three wrong answers' }]
      : []),
  ];
}

const optionsIn = ({ wrong = [] }: Fields): readonly unknown[] => {
  const options: readonly unknown[] = [wrong].flat();
  return options.flatMap(optionIn);
};

/** Its wrong option goes without saying. */
const isStatement = (fields: Fields): boolean =>
  TRUE_OR_FALSE.some((word) => word === fields.right) && optionsIn(fields).length < 2;

export function salvagedQuestion(fields: Fields): Question {
  const kept = valid(WrittenQuestion.shape, fields, ['question', 'right', 'wrong', 'payoff', 'draft']);
  const right = text(fields.right) ?? PLACEHOLDERS.right;
  const wrong = optionsIn(fields);
  const others = isStatement(fields) ? TRUE_OR_FALSE.filter((word) => word !== right) : [PLACEHOLDERS.wrong];
  const payoff = text(fields.payoff);
  return {
    ...kept,
    question: text(fields.question) ?? PLACEHOLDERS.question,
    right,
    wrong: wrong.length > 0 ? wrong.slice(0, 3) : others,
    ...(payoff === undefined ? {} : { payoff }),
  } as Question;
}

const optionIn = (option: unknown): readonly unknown[] => {
  if (typeof option === 'string') return [option];
  if (!isRecord(option)) return [];
  const { text: words, because, facts } = option;
  if (typeof words !== 'string') return [];
  return [
    {
      text: words,
      ...(typeof because === 'string' ? { because } : {}),
      ...(facts === undefined ? {} : { facts: [facts].flat().map(String) }),
    },
  ];
};

/** The fields that their own schema takes, as it reads them. */
const valid = (
  shape: Readonly<Record<string, z.ZodType>>,
  fields: Fields,
  besides: readonly string[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      const parsed =
        besides.includes(key) || !Object.hasOwn(shape, key) ? undefined : shape[key]?.safeParse(value);
      return parsed?.success ? [[key, parsed.data]] : [];
    }),
  );
