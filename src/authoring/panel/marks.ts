/** What a panel thought: its marks, read against the key. */
import type { Sheet } from './sheet.ts';
import { meanOf } from './tricks.ts';

export const ASPECTS = ['natural', 'clear', 'interest', 'payoff'] as const;
type Aspect = (typeof ASPECTS)[number];

/** Marks from 1, which would make people leave, to 5, which people retell; 3 is an ordinary good question of a pub quiz. */
export type Mark = Readonly<Record<Aspect, number>> & {
  readonly sheet: Sheet;
  /** The letter that the reader took before seeing the key; empty where none was noted. */
  readonly answer: string;
};

/** Below it a question is rewritten or withdrawn. */
const LEAST = 2.8;

/** Throws with the line that cannot be read. Lines are "12 3.5 4 3 2.5 B": number, the four marks, perhaps the answer. */
export function parseMarks(text: string, sheets: readonly Sheet[]): readonly Mark[] {
  return text
    .split('\n')
    .filter((line) => /\S/.test(line) && !line.startsWith('#'))
    .map((line) => {
      const [number, ...rest] = line.trim().split(/[\s|,;]+/);
      const sheet = sheets.find((one) => String(one.number) === number);
      const [natural, clear, interest, payoff] = rest.slice(0, ASPECTS.length).map(Number);
      const [answer = ''] = rest.slice(ASPECTS.length);
      if (!sheet || !isMark(natural) || !isMark(clear) || !isMark(interest) || !isMark(payoff))
        throw new Error(
          `“${line}” is not a line of marks: number of the question, then natural, clear, interest and pay-off from 1 to 5`,
        );
      return { sheet, natural, clear, interest, payoff, answer: answer.toUpperCase() };
    });
}

const isMark = (value: number | undefined): value is number =>
  value !== undefined && value >= 1 && value <= 5;

export interface Verdict {
  readonly questions: number;
  /** Mean of each aspect. */
  readonly means: Readonly<Record<Aspect, number>>;
  /** Questions that are below what is wanted in natural, clear or interest. */
  readonly weak: readonly Mark[];
  /** Share of the noted answers that were right, from 0 to 1. */
  readonly right: number;
}

export function verdictOn(marks: readonly Mark[]): Verdict {
  const answered = marks.filter(({ answer }) => answer !== '');
  const mean = (aspect: Aspect) => meanOf(marks.map((mark) => mark[aspect]));
  return {
    questions: marks.length,
    means: {
      natural: mean('natural'),
      clear: mean('clear'),
      interest: mean('interest'),
      payoff: mean('payoff'),
    },
    weak: marks.filter((mark) => Math.min(mark.natural, mark.clear, mark.interest) < LEAST),
    right: meanOf(answered.map(({ answer, sheet }) => (answer === sheet.key ? 1 : 0))),
  };
}
