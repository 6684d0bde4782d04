/** Questions on when something happened, or by which day something is to be done. */
import { ask, clauseOf } from './asking.ts';
import { chooseWrong } from './choose-wrong.ts';
import { type DateWords, datesIn } from './date-words.ts';
import { ordered } from './draw.ts';
import type { Maker, Proposal } from './proposal.ts';
import type { Story, Told } from './story.ts';

/** The date with the word before it, where that says "on this very day" or "no later". */
const AT_END = /^(.+?),? (in|on|by) $/u;
const AT_START = /^(In|On) $/u;

/** "… in 2009 by Mara Quill": the date may be taken out of the middle. */
const AFTER = /^ (?:by|at|in|with|for|to) /;

/** What goes on for longer than a day is true of more than one. */
const GOES_ON = /\b(?:is|are|was|were|has|had|been)(?: \w+ly)? (?!having)\w{2,}ing\b|\bmarried\b|\bsince\b/;

interface Dated {
  readonly told: Told;
  readonly date: DateWords;
  /** The statement without the date. */
  readonly rest: string;
  readonly preposition: string;
  readonly isAtEnd: boolean;
}

/** The nearest rivals of a year. */
const NEAR = 5;

/** Of a full date the year is asked: a day more or less is nothing that anybody knows. */
export const when: Maker = (story) => story.askable.flatMap((told) => proposal(story, told) ?? []);

function proposal(story: Story, told: Told): Proposal | undefined {
  const dated = datedOf(told);
  const prompt = dated && promptOf(story, dated);
  if (!prompt) return undefined;
  const right = dated.date.year === undefined ? dayOf(dated.date) : String(dated.date.year);
  // "Postgres95 appeared in 1995" tells it.
  if (new RegExp(`${right.slice(-2)}(?!\\d)`).test(prompt)) return undefined;
  const seed = `when ${told.claim.id}`;
  const wrong = chooseWrong(ordered(rivals(story, dated).slice(0, NEAR), seed, String), {
    right,
    seed,
    textOf: String,
  });
  return wrong.length < 3
    ? undefined
    : { fact: told.claim.id, question: { question: prompt, right, wrong: [...wrong] } };
}

/** Undefined where the sentence has another date than the record, or one that is not the day itself. */
function datedOf(told: Told): Dated | undefined {
  const { claim, statement } = told;
  const [date, ...more] = datesIn(statement);
  if (!date || more.length > 0 || GOES_ON.test(statement)) return undefined;
  const on = claim.date?.on;
  const isInferred = claim.date?.basis === 'inferred' && date.year === undefined;
  if (date.year !== undefined && on !== undefined && !on.startsWith(String(date.year))) return undefined;
  if (isInferred || claim.date?.until !== undefined) return undefined;
  if (date.year === undefined && date.day === undefined) return undefined;
  const before = statement.slice(0, date.at);
  const after = statement.slice(date.at + date.text.length);
  const [, start] = AT_START.exec(before) ?? [];
  if (start) {
    const rest = after.replace(/^,? /, '');
    return { told, date, rest: upper(rest), preposition: start.toLowerCase(), isAtEnd: false };
  }
  const [, rest = '', preposition = ''] = AT_END.exec(before) ?? [];
  if (rest === '') return undefined;
  const isAtEnd = after === '';
  return isAtEnd || AFTER.test(after) ? { told, date, rest: rest + after, preposition, isAtEnd } : undefined;
}

const upper = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** "By when must claims be sent in?" is worth asking, on which day of no year a storm came is not. */
function promptOf(story: Story, { date, rest, preposition, isAtEnd }: Dated): string | undefined {
  const clause = clauseOf(rest);
  const isDeadline = date.year === undefined;
  const isPast = clause === undefined || /^(?:did|was|were|had)$/.test(clause.helper);
  if (isDeadline ? isPast : !clause?.happens || preposition === 'by') return undefined;
  const what = preposition === 'by' ? 'By when' : isDeadline ? 'On which day' : 'When';
  const asItStands = `${rest} ${isDeadline ? `${preposition} which day` : 'in which year'}?`;
  return (clause && ask(what, clause, story.isName)) ?? (isAtEnd || isDeadline ? asItStands : undefined);
}

const dayOf = ({ day, month }: DateWords): string => `${day} ${MONTHS[(month ?? 1) - 1]}`;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Not later than anybody could know, and none that a rival gives; the nearer ones first. */
function rivals(story: Story, { told: { claim }, date }: Dated): readonly string[] {
  if (date.year === undefined) return otherDays(date);
  const { year } = date;
  const last = Number(story.latestFor(claim).slice(0, 4));
  const taken = story
    .rivalsOf(claim)
    .flatMap(({ date: other, text }) => [
      ...[other?.on, other?.until].map((on) => Number(on?.slice(0, 4))),
      ...datesIn(text).map((found) => found.year),
    ]);
  const far = last - year > 60 ? 3 : 1;
  return [-2, 1, -1, 2, 3, -3, 4, -4, -5, 5]
    .map((by) => year + by * far)
    .filter((other) => other <= last && !taken.includes(other))
    .map(String);
}

/** Ends of months beside the end of a month. */
function otherDays({ day = 1, month = 1 }: DateWords): readonly string[] {
  const lastOf = (at: number) => new Date(Date.UTC(2001, at, 0)).getUTCDate();
  const isLast = day >= 28 && day === lastOf(month);
  return [-1, 1, 3, -3, 2, -2].map((by) => {
    const other = ((month - 1 + by + 12) % 12) + 1;
    return dayOf({
      text: '',
      at: 0,
      month: other,
      day: isLast ? lastOf(other) : Math.min(day, lastOf(other)),
    });
  });
}
