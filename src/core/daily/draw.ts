/**
 * Which question a daily asks. The rules in order, the strongest first; each narrows what those before it have left, and
 * gives way where it would leave too little:
 *
 * 1. nothing near a question that is open around the place (who calls this sees to it);
 * 2. only what is fit for a daily; where that is less than a week's worth, also what is fit for a quiz, and then what is
 *    only for those who chose the topic;
 * 3. one from a contested source in seven days, one true-or-false in seven days, where a week's worth of others is left;
 * 4. nothing seen there again while there is something else of it;
 * 5. nothing whose answer the last thirty dailies gave away, or at least not the last fourteen, seven, three;
 * 6. again one from a contested source and one true-or-false in seven days, now where anything else is left;
 * 7. the fitter first;
 * 8. in a new place, which is to meet the best first, nothing hard;
 * 9. not the article of the day before, and not the kind of the day before;
 * 10. what the place did not know, once it starts over; then what rests on no claim that was asked about.
 */
import { contestedSources } from '../dataset/contested.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Question } from '../dataset/schema.ts';
import { fold } from '../facts/fold.ts';
import type { Place } from '../ids.ts';
import { oncePer } from '../once-per.ts';
import type { AskedDaily } from '../ports/store.ts';
import { drawUnseen, narrowed, type Wish, type Wishes } from '../quiz/draw.ts';
import { givenAwayBy } from '../quiz/giveaways.ts';
import { provingClaims } from '../quiz/select.ts';
import type { Services } from '../services.ts';
import { daysAfter } from './calendar.ts';

/** So many dailies are told apart from what they gave away. */
const REMEMBERED = 30;

/** Where all was given away within that, it should at least be longer ago than so many dailies; the best first. */
const SPANS = [REMEMBERED, 14, 7, 3];

/** A place that has had fewer dailies is new. */
const NEW = 10;

const DAYS_A_WEEK = 7;

/** With fewer to choose from, the same ones would come round within a week. */
const A_WEEKS_WORTH = 7;

export interface DailyDraw {
  readonly place: Place;
  readonly localDate: string;
  readonly candidates: readonly Question[];
}

/** Undefined only where there are no candidates. */
export async function drawDaily(
  services: Services,
  { place, localDate, candidates }: DailyDraw,
): Promise<Question | undefined> {
  const { library, store } = services;
  const asked = await store.dailiesAsked(place, REMEMBERED);
  const weekly = weeklyRules(library, asked, localDate);
  const pool = weekly.reduce((left, rule) => narrowed(left, rule, A_WEEKS_WORTH), fittest(candidates));
  return drawUnseen(services, place, pool, wishesAfter(library, asked, weekly));
}

const FITS = ['daily', 'quiz', 'topic'] as const;

function fittest(candidates: readonly Question[]): readonly Question[] {
  const pools = FITS.map((_, worst) => candidates.filter(({ fit }) => FITS.indexOf(fit) <= worst));
  return pools.find(({ length }) => length >= A_WEEKS_WORTH) ?? candidates;
}

function weeklyRules(library: Library, asked: readonly AskedDaily[], localDate: string): readonly Wish[] {
  const since = daysAfter(localDate, -DAYS_A_WEEK);
  const thisWeek = asked
    .filter((one) => one.localDate > since)
    .flatMap(({ questionId }) => library.question(questionId) ?? []);
  const contested = contestedIn(library);
  const rare: readonly Wish[] = [({ id }) => contested.has(id), ({ kind }) => kind === 'true-false'];
  return rare.filter((isRare) => thisWeek.some(isRare)).map((isRare) => (question) => !isRare(question));
}

/** Ids of questions whose answer is disputed, or comes from a source that somebody denies as a whole. */
export const contestedIn = oncePer((library: Library): ReadonlySet<string> => {
  const isContested = (claim: Claim) => {
    const sources = new Set([...contestedSources(library, claim)].map(fold));
    const named = claim.receipts.flatMap(({ attribution }) => attribution);
    return claim.status === 'disputed' || named.some((source) => sources.has(fold(source)));
  };
  const contested = [...library.questions.values()].filter((question) =>
    provingClaims(library, question).some(isContested),
  );
  return new Set(contested.map(({ id }) => id));
});

function wishesAfter(library: Library, asked: readonly AskedDaily[], weekly: readonly Wish[]): Wishes {
  const lastGiven = givenAwayAgo(library, asked);
  const latest = asked[0] && library.question(asked[0].questionId);
  return ({ isMissed, isFresh, difficultyOf }) => [
    ...SPANS.map(
      (span): Wish =>
        ({ id }) =>
          (lastGiven.get(id) ?? REMEMBERED) >= span,
    ),
    ...weekly,
    ...FITS.map(
      (_, worst): Wish =>
        ({ fit }) =>
          FITS.indexOf(fit) <= worst,
    ),
    (question) => asked.length >= NEW || difficultyOf(question) < 3,
    (question) => !latest || articleOf(library, question) !== articleOf(library, latest),
    ({ kind }) => kind !== latest?.kind,
    ...[isMissed, isFresh],
  ];
}

/** How many dailies ago the answer of a question was last asked for or told, by its id; 0 for the latest. */
function givenAwayAgo(library: Library, asked: readonly AskedDaily[]): ReadonlyMap<string, number> {
  const ago = new Map<string, number>();
  for (const [at, { questionId }] of asked.entries()) {
    const question = library.question(questionId);
    for (const id of question ? [question.id, ...givenAwayBy(library, question)] : [])
      if (!ago.has(id)) ago.set(id, at);
  }
  return ago;
}

/** Where its answer is read first. */
export const articleOf = (library: Library, question: Question): string =>
  provingClaims(library, question)[0].receipts[0].article;
