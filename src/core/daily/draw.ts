/**
 * Which question a daily asks: the first that is planned, where somebody has looked ahead (`plan.ts`), unless it comes
 * near one that is open. Without a plan, and for the plan itself, these rules in order, the strongest first; each narrows
 * what those before it have left, and gives way where it would leave too little:
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
import { shuffle } from '../ports/random.ts';
import type { AskedDaily, Shown, Taking } from '../ports/store.ts';
import {
  chooseUnseen,
  type Memory,
  narrowed,
  questionsNamed,
  recall,
  take,
  unknownOf,
  type Wish,
  type Wishes,
} from '../quiz/draw.ts';
import { givenAwayBy } from '../quiz/giveaways.ts';
import { provingClaims } from '../quiz/select.ts';
import type { Services } from '../services.ts';
import { idsOf } from '../unseen.ts';
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
  readonly localDate: string;
  /** What may be asked on that date, in the order in which equals are taken. */
  readonly order: readonly Question[];
  /** What may be asked on any date; what is planned and not among it is planned no more. */
  readonly fitting: readonly Question[];
}

/** What a daily’s draw goes by, beside what was shown in its place. */
export interface DailyMemory extends Memory {
  /** Newest first. */
  readonly asked: readonly AskedDaily[];
}

export async function recallDaily(services: Services, place: Place): Promise<DailyMemory> {
  return { ...(await recall(services, place)), asked: await services.store.dailiesAsked(place, REMEMBERED) };
}

/** As it is on the day after this one was asked. */
export const recallNext = (memory: DailyMemory, localDate: string, { id }: Question): DailyMemory => ({
  ...memory,
  asked: [{ localDate, questionId: id }, ...memory.asked].slice(0, REMEMBERED),
});

/** Undefined only where there are no candidates. */
export async function drawDaily(
  services: Services,
  place: Place,
  { order, ...draw }: DailyDraw,
): Promise<Question | undefined> {
  const memory = await recallDaily(services, place);
  const shuffled = { ...draw, order: shuffle(order, services.random) };
  return take(
    services,
    place,
    (shown) => choosePlanned(memory, shuffled, shown) ?? chooseDaily(memory, shuffled, shown),
  );
}

/** The first that is planned and may be asked, where there is one. */
export function choosePlanned(memory: DailyMemory, draw: DailyDraw, shown: Shown): Taking | undefined {
  const { library } = memory;
  const allowed = unknownOf(draw.order, questionsNamed(library, shown.leftOut));
  const next = questionsNamed(library, shown.planned).find((question) => allowed.includes(question));
  if (!next) return undefined;
  const { pool } = rulesFor(memory, draw);
  const isStartingOver = unknownOf([next, ...pool], questionsNamed(library, shown.items)).length === 0;
  const planned = stillPlanned(library, draw.fitting, shown).filter((id) => id !== next.id);
  return { item: next.id, forget: isStartingOver ? idsOf(pool, shown.items, library.question) : [], planned };
}

/** What comes by the rules. */
export function chooseDaily(memory: DailyMemory, draw: DailyDraw, shown: Shown): Taking | undefined {
  const { library, asked } = memory;
  const { weekly, pool } = rulesFor(memory, draw);
  const taking = chooseUnseen(memory, pool, wishesAfter(library, asked, weekly), shown);
  return taking && { ...taking, planned: stillPlanned(library, draw.fitting, shown) };
}

function rulesFor({ library, asked }: DailyMemory, { localDate, order }: DailyDraw) {
  const weekly = weeklyRules(library, asked, localDate);
  return { weekly, pool: weekly.reduce((left, rule) => narrowed(left, rule, A_WEEKS_WORTH), fittest(order)) };
}

/** Has one that was drawn and not shown come next: somebody may have been promised it. */
export const planAgain = ({ store }: Services, place: Place, question: string): Promise<unknown> =>
  store.changePlan(place, ({ planned }) => [question, ...planned]);

/** Ids of the planned ones that fit. */
export function stillPlanned(
  library: Library,
  fitting: readonly Question[],
  { planned, leftOut }: Shown,
): readonly string[] {
  const fit = new Set(unknownOf(fitting, questionsNamed(library, leftOut)));
  const questions = new Set(questionsNamed(library, planned));
  return [...questions].filter((question) => fit.has(question)).map(({ id }) => id);
}

const FITS = ['daily', 'quiz', 'topic'] as const;

/** The pool of a daily: what is fit for it, and what else where that is too little. */
export function fittest(candidates: readonly Question[]): readonly Question[] {
  const pools = FITS.map((_, worst) => candidates.filter(({ fit }) => FITS.indexOf(fit) <= worst));
  return pools.find(({ length }) => length >= A_WEEKS_WORTH) ?? candidates;
}

function weeklyRules(library: Library, asked: readonly AskedDaily[], localDate: string): readonly Wish[] {
  const since = daysAfter(localDate, -DAYS_A_WEEK);
  const thisWeek = asked
    .filter((one) => one.localDate > since)
    .flatMap(({ questionId }) => library.question(questionId) ?? []);
  return rareIn(library)
    .filter((isRare) => thisWeek.some(isRare))
    .map((isRare) => (question) => !isRare(question));
}

/** Of each one a week is enough. */
function rareIn(library: Library): readonly Wish[] {
  const contested = contestedIn(library);
  return [({ id }) => contested.has(id), ({ kind }) => kind === 'true-false'];
}

export const isRareIn = (library: Library): Wish => {
  const rare = rareIn(library);
  return (question) => rare.some((isRare) => isRare(question));
};

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
