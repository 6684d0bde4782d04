import { isNumber } from '../number-forms.ts';
import { optionsOf } from '../question-words.ts';
import { finding, type Rule } from '../rule.ts';

export const loneHedge = {
  id: 'lone-hedge',
  severity: 'warning',
  says: 'Nobody invents an “about”: the only option with one is taken for the right one.',
  languages: ['en'],
  check: ({ questions }) =>
    questions.flatMap((question) => {
      const [hedged, ...others] = optionsOf(question).filter(isHedged);
      if (hedged !== question.right.text || others.length > 0) return [];
      const expected = `wrong options as guarded as “${hedged}”, or a right one that is not`;
      return [finding(question, 'right.text', expected, hedged)];
    }),
} satisfies Rule;

const AROUND =
  /\b(?:about|around|roughly|approximately|nearly|almost|over|under|up to|at least|at most|(?:more|less|fewer) than|just (?:over|under)) (?:an? |the )?([\p{L}\p{N}]+)/giu;

/** "About half", "30–50 %", "reportedly": how sure or how exact it is, and not what it is about. */
const isHedged = (text: string): boolean =>
  [...text.matchAll(AROUND)].some(([, next = '']) => isNumber(next.toLowerCase())) ||
  /\d ?[–-] ?\d|\b(?:reportedly|allegedly|apparently|possibly|probably|perhaps)\b/iu.test(text);
