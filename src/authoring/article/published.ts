/** When something was published, as a pack writes it. */
import { CalendarDate } from '../../core/dataset/fields.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';

/** How dates are printed, each with the order of its parts. `05/03/2024` is read in two ways and therefore in none. */
const FORMS: readonly (readonly [RegExp, order: string])[] = [
  [/^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d|[-/.]\d)/, 'ymd'],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/, 'ymd'],
  [/^(\d{4})(\d{2})(\d{2})(?:T|$)/, 'ymd'],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, 'dmy'],
  [/^(1[3-9]|2\d|3[01])\/(\d{1,2})\/(\d{4})(?!\d)/, 'dmy'],
  [/^(\d{1,2})\/(1[3-9]|2\d|3[01])\/(\d{4})(?!\d)/, 'mdy'],
  [
    new RegExp(`^(?:[a-z]{2,9},? )?(\\d{1,2})(?:st|nd|rd|th)?\\.?,? (?:of )?${MONTH},? (\\d{4})(?!\\d)`, 'i'),
    'dmy',
  ],
  [new RegExp(`^(?:[a-z]{2,9},? )?${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i'), 'mdy'],
  [new RegExp(`^${MONTH},? (\\d{4})(?!\\d)`, 'i'), 'my'],
];

/**
 * `2018`, `2018-05` or `2018-05-30`, from how a page or a program prints it, perhaps with a time or more after it;
 * undefined where the words are no date, or none that the calendar has.
 */
export const publishedIn = (words: string): string | undefined => dateAt(words)?.date;

/** The same from what somebody typed: a date and nothing else. */
export function typedDate(words: string): string | undefined {
  const found = dateAt(words);
  return found?.rest === '' ? found.date : undefined;
}

function dateAt(words: string): { readonly date: string; readonly rest: string } | undefined {
  const text = words.trim().replace(/\s+/g, ' ').slice(0, 60);
  for (const [form, order] of FORMS) {
    const parts = form.exec(text);
    if (parts === null) continue;
    const part = (sign: string): string | undefined =>
      order.includes(sign) ? parts[order.indexOf(sign) + 1] : undefined;
    const date = [part('y'), monthNumber(part('m')), part('d')]
      .flatMap((digits) => (digits === undefined ? [] : [digits.padStart(2, '0')]))
      .join('-');
    return CalendarDate.safeParse(date).success ? { date, rest: text.slice(parts[0].length) } : undefined;
  }
  return undefined;
}

function monthNumber(month: string | undefined): string | undefined {
  const at = MONTHS.indexOf(month?.slice(0, 3).toLowerCase() ?? '');
  return at < 0 ? month : String(at + 1);
}
