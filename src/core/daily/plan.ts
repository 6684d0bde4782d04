/**
 * What a daily asks on the dates that come. It is drawn when somebody looks ahead, each question as if those before it
 * had been asked on their dates, and then kept: what was shown is what comes (`draw.ts`).
 */
import type { Question } from '../dataset/schema.ts';
import type { FactSearch } from '../facts/search.ts';
import type { Place, Player } from '../ids.ts';
import { shuffle } from '../ports/random.ts';
import type { Daily, OpenQuestion, Shown, Taking } from '../ports/store.ts';
import { narrowed, questionsNamed } from '../quiz/draw.ts';
import { putQuestion } from '../quiz/question.ts';
import { secretsAround, secretsOf } from '../quiz/secrets/secrets.ts';
import { questionsFor } from '../quiz/select.ts';
import type { Services } from '../services.ts';
import { bestOf } from './daily-round.ts';
import {
  chooseDaily,
  choosePlanned,
  type DailyDraw,
  type DailyMemory,
  isRareIn,
  recallDaily,
  recallNext,
  stillPlanned,
} from './draw.ts';
import { nextFreeRun } from './run-daily.ts';
import { dateOfRun, nextRun } from './zone.ts';

export interface Coming {
  readonly question: Question;
  /** When it comes, as things stand; of a daily that rests until somebody resumes it, when it would. */
  readonly run: number;
  /** It comes near a question that is open around whoever looks: what it asks is not told them yet. */
  readonly isWithheld: boolean;
}

export interface Look {
  readonly player: Player;
  readonly days: number;
  /** What becomes of the plan before it is looked at; may be run more than once. */
  readonly change?: (planned: readonly string[]) => readonly string[];
}

/** Fewer than so many days where there are no more different questions. */
export async function lookAhead(
  services: Services,
  daily: Daily,
  { player, days, change = (planned) => planned }: Look,
): Promise<readonly Coming[]> {
  const { store, search, random } = services;
  const { place, setBy } = daily;
  const fitting = shuffle(await questionsFor(services, daily), random);
  const tellable = new Set((await secretsAround(services, { place, player })).askable(fitting).left);
  const ahead: Ahead = {
    ...{ daily, search, fitting, tellable },
    memory: await recallDaily(services, place),
    open: await store.openQuestions(place, setBy),
    first: await firstRun(services, daily),
  };
  const draw = (shown: Shown) => drawAhead(ahead, { ...shown, planned: change(shown.planned) }, days);
  // A large library finds out much at its first use: before others wait for it.
  draw(await store.shownIn(place, 'question'));
  let coming: readonly Drawn[] = [];
  await store.changePlan(place, (shown) => {
    const { drawn, left } = draw(shown);
    coming = drawn.slice(0, days);
    return [...drawn.map(({ question }) => question.id), ...left];
  });
  return coming.map((one) => ({ ...one, isWithheld: !tellable.has(one.question) }));
}

/** How long new questions last: so many come before one that was asked comes again, the last of them in that run. */
export interface Lasting {
  readonly count: number;
  readonly last: number;
  /** It depends on what is drawn: one that is still open keeps those near it back on the days after. */
  readonly isByChance: boolean;
}

/** Plays the dates to come, as things stand, without planning anything, until as many came as are `left`. */
export async function newAhead(
  services: Services,
  daily: Daily,
  left: readonly Question[],
): Promise<Lasting> {
  const { store, search, library } = services;
  const shown = await store.shownIn(daily.place, 'question');
  const fitting = await questionsFor(services, daily);
  const memory = await recallDaily(services, daily.place);
  const ahead = { daily, search, fitting, tellable: new Set(fitting), memory };
  const known = new Set(questionsNamed(library, shown.items));
  let then: Then = {
    ...{ run: daily.nextRun, memory, shown },
    open: await store.openQuestions(daily.place, daily.setBy),
  };
  let [count, last, isByChance] = [0, then.run, left.some(isRareIn(library))];
  while (count < left.length) {
    const taking = chooseAt(ahead, then);
    const question = taking && library.question(taking.item);
    if (!question || known.has(question)) break;
    known.add(question);
    [count, last] = [count + 1, then.run];
    then = dayAfter(daily, then, taking, question);
    isByChance ||= then.open.some(({ closesAt }) => closesAt > then.run);
  }
  return { count, last, isByChance };
}

/** Of a daily that was set anew, what no longer fits is planned no more. */
export async function keepWhatFits(services: Services, daily: Daily): Promise<void> {
  const fitting = await questionsFor(services, daily);
  await services.store.changePlan(daily.place, (shown) => stillPlanned(services.library, fitting, shown));
}

export const forgetPlan = ({ store }: Services, place: Place): Promise<unknown> =>
  store.changePlan(place, () => []);

const firstRun = async (services: Services, daily: Daily): Promise<number> =>
  daily.state === 'on' || daily.pausedUntil !== undefined ? daily.nextRun : nextFreeRun(services, daily);

/** What a draw on any date goes by. */
interface Choosing {
  readonly daily: Daily;
  readonly search: FactSearch;
  readonly memory: DailyMemory;
  readonly fitting: readonly Question[];
  readonly tellable: ReadonlySet<Question>;
}

interface Ahead extends Choosing {
  readonly open: readonly OpenQuestion[];
  readonly first: number;
}

type Drawn = Pick<Coming, 'question' | 'run'>;

/** Day by day, as far as no question comes again; `left` is what is planned, and comes near what is open on each of them. */
function drawAhead(
  ahead: Ahead,
  shown: Shown,
  days: number,
): { readonly drawn: readonly Drawn[]; readonly left: readonly string[] } {
  const { daily, first, memory, fitting } = ahead;
  const drawn: Drawn[] = [];
  const planned = stillPlanned(memory.library, fitting, shown);
  let then: Then = { run: first, memory, open: ahead.open, shown: { ...shown, planned } };
  while (drawn.length < Math.max(days, planned.length)) {
    const taking = chooseAt(ahead, then);
    const question = taking && memory.library.question(taking.item);
    if (!question || drawn.some((before) => before.question === question)) break;
    drawn.push({ question, run: then.run });
    then = dayAfter(daily, then, taking, question);
  }
  return { drawn, left: then.shown.planned };
}

/** All that a draw goes by, as it is when its date has come. */
interface Then {
  readonly run: number;
  readonly memory: DailyMemory;
  readonly open: readonly OpenQuestion[];
  readonly shown: Shown;
}

function chooseAt(
  { daily, search, fitting, tellable }: Choosing,
  { run, memory, open, shown }: Then,
): Taking | undefined {
  const { library } = memory;
  const secrets = secretsOf(
    { library, search },
    open.filter(({ closesAt }) => closesAt > run),
    run,
  );
  const order = bestOf(secrets, fitting);
  const draw: DailyDraw = { localDate: dateOfRun(run, daily), order, fitting };
  // Whoever looks shall see it: of those that come anew, rather one that comes near nothing that is open now.
  const visible = narrowed(order, (question) => tellable.has(question), 1);
  return choosePlanned(memory, draw, shown) ?? chooseDaily(memory, { ...draw, order: visible }, shown);
}

const HOUR_MS = 3_600_000;
/** It is posted some seconds after its time, and stays open for as much longer. */
const LATE_MS = 60_000;

function dayAfter(
  daily: Daily,
  { run, memory, open, shown }: Then,
  taking: Taking,
  question: Question,
): Then {
  const closesAt = run + daily.revealAfterHours * HOUR_MS + LATE_MS;
  const asked = { questionId: question.id, shown: putQuestion(question, { next: () => 0 }), closesAt };
  return {
    run: nextRun(run, daily),
    memory: recallNext(memory, dateOfRun(run, daily), question),
    open: [...open, asked],
    shown: after(shown, taking),
  };
}

function after({ items, leftOut }: Shown, { item, forget, planned = [] }: Taking): Shown {
  const forgotten = new Set(forget);
  const kept = [...items].filter((one) => !forgotten.has(one));
  return { items: new Set([...kept, item]), last: item, planned, leftOut };
}
