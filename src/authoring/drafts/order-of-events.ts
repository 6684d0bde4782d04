/** Questions on which of several things came first, or last, where their dates leave no doubt. */
import { clauseOf } from './asking.ts';
import { datesIn } from './date-words.ts';
import { ordered } from './draw.ts';
import type { Maker, Proposal } from './proposal.ts';
import type { Story, Told } from './story.ts';

/** One prompt is good for one question: read again and again it is a drill. */
const PROMPTS = [
  { end: 'first', prompt: 'Which of these came first?' },
  { end: 'last', prompt: 'Which of these came last?' },
  { end: 'first', prompt: 'Which of these happened longest ago?' },
  { end: 'last', prompt: 'Which of these is the most recent?' },
] as const;

/** As long as an option may be. */
const LONGEST = 75;

/** It tells the order itself: "the second book", "Version 3", "was lit again". */
const TELLS =
  /\d|\b(?:first|second|third|last|final|again|still|later|earlier|previous|former|new|old|anniversary|after|before|since|until|re(?:opened|built|placed|newed|turned))\b/i;

interface Dated {
  readonly id: string;
  readonly text: string;
  readonly year: number;
}

/** Each thing is in one of them only. */
export const orderOfEvents: Maker = (story) => {
  const free = [...ordered(story.askable, 'order-of-events', ({ claim }) => claim.id)].flatMap(
    (told) => datedOf(story, told) ?? [],
  );
  const made: Proposal[] = [];
  for (const { end, prompt } of PROMPTS) {
    const set = takeFour(free);
    if (set.length < 4) return made;
    made.push(question(set, end, prompt));
  }
  return made;
};

/** Four of about one length of which no two fall into one year; they are taken out. */
function takeFour(free: Dated[]): readonly Dated[] {
  for (const [at] of free.entries()) {
    const set: Dated[] = [];
    for (const one of free.slice(at))
      if (set.length < 4 && set.every(({ year, text }) => year !== one.year && isAlike(text, one.text)))
        set.push(one);
    if (set.length < 4) continue;
    for (const one of set) free.splice(free.indexOf(one), 1);
    return set;
  }
  return [];
}

/** A long option beside short ones draws the eye. */
const isAlike = (one: string, other: string): boolean =>
  Math.max(one.length, other.length) <= 2 * Math.min(one.length, other.length);

/** What came about in a year that the sentence itself gives at one of its ends. */
function datedOf(story: Story, { claim, statement }: Told): Dated | undefined {
  const [date, ...more] = datesIn(statement);
  if (date?.year === undefined || more.length > 0 || claim.asOf !== undefined) return undefined;
  const [before, after = ''] = [statement.slice(0, date.at), statement.slice(date.at + date.text.length)];
  const text = /^(?:In|On) $/.test(before)
    ? upper(after.replace(/^,? /, ''))
    : after === ''
      ? before.replace(/,? (?:in|on) $/, '')
      : '';
  const isOnDate = text !== '' && text !== before && text.length <= LONGEST;
  const rivals = story.rivalsOf(claim).map(({ date: other }) => other?.on?.slice(0, 4));
  const isSure = rivals.every((year) => year === undefined || year === String(date.year));
  return isOnDate && isSure && !TELLS.test(text) && clauseOf(text)?.happens
    ? { id: claim.id, text, year: date.year }
    : undefined;
}

const upper = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

function question(set: readonly Dated[], end: 'first' | 'last', prompt: string): Proposal {
  const [right, ...wrong] = set.toSorted((a, b) => (end === 'first' ? a.year - b.year : b.year - a.year));
  return {
    fact: right?.id ?? '',
    question: {
      question: prompt,
      right: right?.text ?? '',
      wrong: wrong.map(({ id, text, year }) => ({ text, because: `That was in ${year}.`, facts: id })),
      kind: 'first',
    },
  };
}
