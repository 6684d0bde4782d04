import type { Pack } from '../../../core/dataset/pack.ts';
import { oncePer } from '../../../core/once-per.ts';
import { ownWords } from '../masks.ts';
import { findInTexts, ourTexts } from '../our-texts.ts';
import { wholeOf } from '../part.ts';
import type { Rule } from '../rule.ts';

/** "05/03/2024": March or May? */
const IN_NUMBERS = /(?<![\p{L}\p{N}./-])\d{1,2}([./-])\d{1,2}\1(?:1[5-9]|20)?\d\d(?![\p{L}\p{N}/-]|\.\d)/u;

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';

const DAY_FIRST = new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})\b(?:,? \d{4}\b)?`, 'u');

const MONTH_FIRST = new RegExp(String.raw`\b(?:${MONTH}) \d{1,2}(?:st|nd|rd|th)?\b(?!\d)(?:, \d{4}\b)?`, 'u');

export const dateOrder = {
  id: 'date-order',
  severity: 'warning',
  says: 'A date has one form all over a pack, and names its month: in numbers half of the readers take it for another.',
  languages: ['en'],
  check(pack) {
    const rare = rarerForm(wholeOf(pack));
    return findInTexts(pack, ({ text }) => {
      const own = ownWords(pack, text);
      const [numbers] = IN_NUMBERS.exec(own) ?? [];
      if (numbers !== undefined)
        return { expected: `the month as a word in place of “${numbers}”`, words: numbers };
      const [turned] = rare?.form.exec(own) ?? [];
      return turned === undefined
        ? undefined
        : {
            expected: `the order of the other dates (“${rare?.other}”) in place of “${turned}”`,
            words: turned,
          };
    });
  },
} satisfies Rule;

/** Where texts write dates in both orders: the one that fewer have, and a date in the other. */
const rarerForm = oncePer((pack: Pack): { readonly form: RegExp; readonly other: string } | undefined => {
  const found = [DAY_FIRST, MONTH_FIRST].map((form) => ({
    form,
    dates: ourTexts(pack).flatMap(({ text }) => (form.exec(ownWords(pack, text)) ?? []).slice(0, 1)),
  }));
  const [more, fewer] = found.toSorted((a, b) => b.dates.length - a.dates.length);
  const [other] = more?.dates ?? [];
  return fewer && other !== undefined && fewer.dates.length > 0 ? { form: fewer.form, other } : undefined;
});
