/** Questions on which of several events came first, or last, where the dates leave no doubt. */
import type { DateSpec } from '../../core/dataset/fields.ts';
import { isKeptBack } from '../../core/dataset/rules.ts';
import type { Claim, Event } from '../../core/dataset/schema.ts';
import { formatDate } from '../../core/dates.ts';
import { type Draft, draftId, type Maker, type Story } from './draft.ts';
import { flip, ordered } from './draw.ts';
import { fits, listOf } from './gap.ts';

/** From this many of the events closest in time the wrong options are chosen. */
const NEAR = 6;

/** Two questions may have this many of their four events in common. */
const SHARED = 2;

/** A name with a year, a month or an "after" tells the order itself. */
const TELLS_WHEN =
  /\d{4}|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|before|after|since|until|later|previous|former)\b/u;

/** An event with the claim that dates it, and the first and last day it may have been. */
interface Dated {
  readonly event: Event;
  readonly claim: Claim;
  readonly from: string;
  readonly to: string;
}

interface Choice {
  readonly right: Dated;
  readonly end: 'first' | 'last';
  readonly wrong: readonly Dated[];
}

/** Each event once at most as the right answer, in sets that differ in half of their events. */
export const orderOfEvents: Maker = (story) => {
  const dated = story.pack.events.flatMap((event) => dateOf(story, event) ?? []);
  const chosen: Choice[] = [];
  for (const right of dated) {
    const choice = choose(right, dated, chosen);
    if (choice) chosen.push(choice);
  }
  return chosen.map((choice) => question(story, choice)).filter(fits);
};

function dateOf(story: Story, event: Event): Dated | undefined {
  const own = rangeOf(event.date);
  const claims = story.pack.claims.filter(({ events }) => events.includes(event.id));
  if (own === undefined || TELLS_WHEN.test(event.name)) return undefined;
  if (hasKeptBack(story, event, claims) || claims.some((claim) => isAtOdds(claim, own))) return undefined;
  const [claim] = claims
    .filter((one) => story.askable.includes(one) && one.status !== 'disputed' && !one.overtaken)
    .filter((one) => carries(one, own))
    .toSorted((a, b) => b.importance - a.importance);
  return claim && { event, claim, ...own };
}

/** About a child or somebody’s hardship, or with one in it. */
const hasKeptBack = ({ pack }: Story, event: Event, claims: readonly Claim[]): boolean =>
  claims.some(({ reserved }) => isKeptBack(reserved)) ||
  event.entities.some(({ entity }) => pack.entities.some(({ id, minor }) => id === entity && minor));

type Range = Pick<Dated, 'from' | 'to'>;

/** Undefined where the date was inferred or is given only in relation to something else. */
function rangeOf(date: DateSpec | undefined): Range | undefined {
  if (date?.on === undefined || date.basis !== 'stated') return undefined;
  return { from: `${date.on}-01-01`.slice(0, 10), to: lastDayOf(date.until ?? date.on) };
}

/** No month has more days than 31, and dates are compared as texts. */
const lastDayOf = (date: string): string =>
  date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;

/** A claim with a date outside that of its only event: somebody dates it otherwise. */
function isAtOdds({ events, date }: Claim, own: Range): boolean {
  const other = rangeOf(date);
  return events.length === 1 && other !== undefined && isApart(own, other);
}

function carries({ date }: Claim, own: Range): boolean {
  const other = rangeOf(date);
  return other !== undefined && own.from <= other.from && other.to <= own.to;
}

const isApart = (one: Range, other: Range): boolean => one.to < other.from || other.to < one.from;

function choose(right: Dated, dated: readonly Dated[], chosen: readonly Choice[]): Choice | undefined {
  const ends = flip(`order-of-events ${right.event.id}`) ? ENDS : ENDS.toReversed();
  return ends
    .flatMap((end) =>
      setsOf(right, end, dated)
        .filter((wrong) => chosen.every((other) => shared([right, ...wrong], other) <= SHARED))
        .slice(0, 1)
        .map((wrong) => ({ right, end, wrong })),
    )
    .at(0);
}

const ENDS: readonly Choice['end'][] = ['first', 'last'];

const shared = (events: readonly Dated[], { right, wrong }: Choice): number =>
  events.filter((one) => one === right || wrong.includes(one)).length;

/** Every set of wrong options among the nearest events in which no two dates may overlap. */
function setsOf(right: Dated, end: Choice['end'], dated: readonly Dated[]): readonly (readonly Dated[])[] {
  const others = dated.filter((one) => (end === 'first' ? one.from > right.to : one.to < right.from));
  const near = others.toSorted((a, b) => distance(right, a) - distance(right, b)).slice(0, NEAR);
  const sets = near.flatMap((a, at) =>
    near.slice(at + 1).flatMap((b, next) => near.slice(at + next + 2).map((c) => [a, b, c])),
  );
  const keyOf = (set: readonly Dated[]) => set.map(({ event }) => event.id).join(' ');
  const any = ordered(
    sets.filter((set) => set.every((one) => set.every((other) => one === other || isApart(one, other)))),
    `order-of-events ${right.event.id}`,
    keyOf,
  );
  return any.toSorted((a, b) => closest(right, a) - closest(right, b));
}

/** The less far apart, the less can be guessed. */
const closest = (right: Dated, wrong: readonly Dated[]): number =>
  Math.min(...wrong.map((one) => distance(right, one)));

/** In months, roughly. */
function distance(one: Range, other: Range): number {
  const [earlier, later] = one.from < other.from ? [one, other] : [other, one];
  return monthsTo(later.from) - monthsTo(earlier.to);
}

const monthsTo = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function question(story: Story, { right, end, wrong }: Choice): Draft {
  const [next = right] = wrong.toSorted((a, b) => distance(right, a) - distance(right, b));
  const beside = end === 'first' ? 'the earliest of the others' : 'the latest of the others';
  return {
    id: draftId('order-of-events', end, right.event.id),
    kind: 'order-of-events',
    prompt: `Which of these came ${end}, going by the dates in the articles?`,
    topic: right.claim.topic,
    difficulty: difficultyOf(distance(right, next)),
    right: { text: right.event.name, claims: [right.claim.id] },
    wrong: wrong.map((one) => ({
      text: one.event.name,
      because: `${dating(story, one, 'this')}.`,
      claims: [one.claim.id],
    })),
    payoff: `${dating(story, right, 'it')}; ${beside} is dated to ${wordsFor(next)}.`,
  };
}

/** Under a year apart takes knowing; more than three years can be guessed. */
const difficultyOf = (months: number): number => (months < 12 ? 3 : months <= 36 ? 2 : 1);

/** "Nicki Swift, quoting AOL, dates this to 2006" */
function dating(story: Story, dated: Dated, what: string): string {
  const told = new Map(
    dated.claim.receipts.map(({ article, attribution }) => {
      const publisher = story.articles.get(article)?.publisher ?? article;
      return [publisher, [publisher, ...attribution.slice(-1)].join(', quoting ')];
    }),
  );
  const sources = listOf([...told.values()]);
  const pause = sources.includes(', ') ? ',' : '';
  return `${sources}${pause} ${told.size > 1 ? 'date' : 'dates'} ${what} to ${wordsFor(dated)}`;
}

const wordsFor = ({ event: { date } }: Dated): string =>
  [date.on, date.until].flatMap((day) => (day === undefined ? [] : formatDate(day))).join(' to ');
