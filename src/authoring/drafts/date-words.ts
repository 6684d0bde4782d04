/** Dates as texts write them: "2018", "May 2018", "5 May 1995", "May 5, 1995", "2018-05-30", "14 septembre 2019". */

/** A date in a text; `year`, `month` (1–12) and `day` as far as it gives them. */
export interface DateWords {
  readonly text: string;
  readonly at: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

const YEAR = '(?:1[5-9]|20)\\d\\d';
const DAY = '(?<day>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th|er|\\.|º)?';

/** "Sept." as well; "May" is short already. */
const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

interface Reading {
  readonly form: RegExp;
  readonly months: readonly string[];
}

const READINGS = new Map<string, Reading>();

function readingOf(language: string): Reading {
  const known = READINGS.get(language);
  if (known) return known;
  const names = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, month) => names.format(Date.UTC(2001, month)).toLowerCase());
  const short = language === 'en' ? [...SHORT.map((name) => `${name}(?:\\.|(?=[ ,]))`), 'Sept\\.?'] : [];
  const month = `(?<month>${[...months, ...short].join('|')})`;
  const forms = [
    '(?<year>\\d{4})-(?<month>0[1-9]|1[0-2])-(?<day>[0-3]\\d)',
    `${DAY}(?: of| de)? ${month}(?:(?:,| of| de)? (?<year>${YEAR}))?`,
    `${month} ${DAY}(?:,? (?<year>${YEAR}))?(?!\\d)`,
    `${month}(?:(?:,| of| de)? (?<year>${YEAR}))?`,
    `(?<year>${YEAR})`,
  ];
  const form = new RegExp(
    `(?<![\\p{L}\\p{N}–/.,$£€#-])(?:${forms.join('|')})(?![\\p{L}\\p{N}/]| \\d|[.,]\\d|-)`,
    'giu',
  );
  const reading = { form, months };
  READINGS.set(language, reading);
  return reading;
}

/** "May" with no number beside it is a month only after one of these. */
const BEFORE_A_MONTH = /\b(?:in|of|since|until|by|the|last|next|early|late|mid) $/i;

/** Words that are more than months, and modal verbs in lower case. */
const isDoubtful = (words: string, before: string): boolean =>
  /^(?:mar|may|march|august|dec|sep|jan)\.?$/i.test(words) &&
  (/^\p{Ll}/u.test(words) || !BEFORE_A_MONTH.test(before));

/** All of them, in order. English names of months are capitalised. */
export function datesIn(text: string, language = 'en'): readonly DateWords[] {
  const { form, months } = readingOf(language);
  return [...text.matchAll(form)].flatMap(({ 0: words, index, groups = {} }) => {
    const { year, month, day } = groups;
    if (language === 'en' && month && /^\p{Ll}/u.test(month)) return [];
    if (isDoubtful(words, text.slice(0, index))) return [];
    return [
      {
        text: words,
        at: index,
        ...(year && { year: Number(year) }),
        ...(month && { month: numberOf(month.toLowerCase(), months) }),
        ...(day && { day: Number(day) }),
      },
    ];
  });
}

/** A short name has its first three letters, which in other languages two months share. */
const numberOf = (name: string, months: readonly string[]): number =>
  Number(name) ||
  1 +
    (months.indexOf(name) >= 0
      ? months.indexOf(name)
      : months.findIndex((month) => month.startsWith(name.slice(0, 3))));

/** `2018`, `2018-05` or `2018-05-30`; undefined where it names no year. */
export const isoOf = ({ year, month, day }: DateWords): string | undefined =>
  year === undefined
    ? undefined
    : [year, month, day].flatMap((part) => (part === undefined ? [] : pad(part))).join('-');

const pad = (part: number): string => String(part).padStart(2, '0');

/** What may follow a date that tells when; anything else makes it a name, as in "the 2016 election". */
const TELLS_WHEN =
  /^(?:$|[.,;:)]| (?:about|and|as|at|because|before|after|by|but|during|for|from|had|has|in|is|of|on|or|that|the|to|was|were|when|while|with)\b)/;

/** Of these the date is an end, or a guess, and not the day itself. */
const NOT_ON =
  /\b(?:before|after|until|till|since|by|around|about|approximately|circa|ca|nearly|almost|than|not|from|between|to|and|or|vor|nach|seit|bis|avant|après|depuis|jusqu’en|dal|prima|dopo|desde|hasta)\.? (?:the )?$/i;

/** Whether what the sentence tells happened then: "in 1871", "on 9 January 2016", no earlier and no later. */
export function tellsWhen(text: string, { at, text: words, month }: DateWords): boolean {
  const before = text.slice(0, at);
  const isPlain =
    month !== undefined || /\b(?:in|during|of|en|im|jahr|nel|em)(?: the year)? $|\($/i.test(before);
  return (
    isPlain && !NOT_ON.test(before) && (month !== undefined || TELLS_WHEN.test(text.slice(at + words.length)))
  );
}
