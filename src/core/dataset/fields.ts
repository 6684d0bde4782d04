/** The fields that all kinds of records share: ids, texts, dates. */
import { z } from 'zod';

/** Ids are stable: questions and rounds in the database refer to them across releases. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, such as "opening-hours"')
  .max(60);

export const Language = z.string().regex(/^[a-z]{2}$/, 'two small letters, such as en or de');

const UNREADABLE = [
  [/[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]/u, 'has an invisible character: delete it and type the words anew'],
  [/[\u00a0\u2000-\u200a\u202f\u3000]/u, 'has a space that is not a plain one: type it anew'],
  [
    /\ufffd|Ã[\u0080-\u00bfƒˆ‰Š‹ŒŽ˜™š›œžŸ†‡•‚„]|Â[\u0080-\u00bf]|â€/u,
    'was read in the wrong encoding: save the file as UTF-8',
  ],
] as const;

/** What is wrong with a text that nobody wrote so, and what to do about it. */
export const unreadable = (text: string): string | undefined =>
  UNREADABLE.find(([signs]) => signs.test(text))?.[1];

type Fault = (text: string) => string | undefined;

const having =
  (signs: RegExp, fault: string): Fault =>
  (text) =>
    signs.test(text) ? fault : undefined;

const PROSE_FAULTS: readonly Fault[] = [
  having(/^\s/, 'starts with white space'),
  having(/\s$/, 'ends with white space'),
  having(/ {2}|\n/, 'has a double space or a line break'),
  (text) => unreadable(text.replaceAll('\n', ' ')),
  having(
    /<\/?[a-z][^<>]*>|\*\*|\]\(|@(?:everyone|here)\b/i,
    'has markup or a mention: people would read it as it stands',
  ),
  having(/&(?:[a-z]+|#\d+);/i, 'has an HTML entity'),
  having(/["'][\s\S]*[‘’“”]|[‘’“”][\s\S]*["']/, 'mixes straight and curly quotes: use curly ones'),
];

/** Most texts, in Latin, Greek and Cyrillic letters, have no sign that any of these is about, and are looked at once. */
const HARMLESS = /^[A-Za-z0-9 ,.;:?!()’‘“”…–—/%\u00c0\u00c1\u00c4-\u00e1\u00e3-\u052f-]+$/;

const isHarmless = (text: string): boolean =>
  HARMLESS.test(text) && !text.includes('  ') && !text.startsWith(' ') && !text.endsWith(' ');

/** A text in our own words, as it will be shown: nothing invisible, nothing that is another medium's markup. */
export const Prose = z
  .string()
  .min(1)
  .check(({ value: input, issues }) => {
    if (isHarmless(input)) return;
    for (const fault of PROSE_FAULTS) {
      const message = fault(input);
      if (message !== undefined) issues.push({ code: 'custom', message, input, continue: true });
    }
  });

/** How many characters a date has that is known this finely. */
const LENGTHS = { year: 4, month: 7, day: 10 } as const;

/** A date that the calendar has, no finer than it is known: a typing error in one would be shown as a fact. */
export const CalendarDate = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, {
    error: 'is not a date like 2018, 2018-05 or 2018-05-30',
    abort: true,
  })
  .refine(isInCalendar, 'is a date that the calendar does not have');

function isInCalendar(date: string): boolean {
  const day = `${date}-01-01`.slice(0, 10);
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** What is wrong with a date that claims to be known this finely; undefined where nothing is. */
export const precisionProblem = (
  field: string,
  date: string | undefined,
  precision: keyof typeof LENGTHS,
): string | undefined =>
  date?.length === LENGTHS[precision]
    ? undefined
    : `a date with precision "${precision}" needs \`${field}\` with ${LENGTHS[precision]} characters`;

/** How finely a date is known. `relative`: only in relation to something else, which `text` names. */
const Precision = z.enum(['year', 'month', 'day', 'relative']);

/**
 * When something happened, no finer than the article says.
 * `on` is `2018`, `2018-05` or `2018-05-30` to match the precision; `text` words a relative date
 * ("weeks after the video was released") and is shown in place of any other, so that one of which only the year is
 * ours says so ("22 October 2023 (year from the article’s date)"). `basis` tells whether the article states it or we
 * infer it.
 */
export const DateSpec = z
  .strictObject({
    precision: Precision,
    basis: z.enum(['stated', 'inferred']),
    on: CalendarDate.optional().describe('2018, 2018-05 or 2018-05-30; absent only for a relative date'),
    until: CalendarDate.optional().describe('last date of a span, in the same form as `on`'),
    text: Prose.max(120)
      .optional()
      .describe('the words of a relative date, or of one that is partly inferred; shown as they stand'),
  })
  .superRefine((date, issue) => {
    const { precision, on, until, text } = date;
    const problem =
      precision === 'relative'
        ? text === undefined && 'a relative date needs `text`'
        : precisionProblem('on', on, precision);
    if (problem) issue.addIssue(problem);
    if (until !== undefined && (until.length !== on?.length || until < on))
      issue.addIssue('a span ends in the form in which it begins, and not before it');
  });

export type DateSpec = z.infer<typeof DateSpec>;
