/** What places meet in their dailies: the real draw on the shipped pack, one place after the other, nobody answering. */
import { openDailyRound } from '../src/core/daily/daily-round.ts';
import { articleOf, contestedIn } from '../src/core/daily/draw.ts';
import type { Library } from '../src/core/dataset/library.ts';
import type { Question } from '../src/core/dataset/schema.ts';
import { placeOf, playerOf } from '../src/core/ids.ts';
import type { Daily, Delivery } from '../src/core/ports/store.ts';
import { givenAwayBy } from '../src/core/quiz/giveaways.ts';
import type { Services } from '../src/core/services.ts';
import { openMemoryStore } from '../tests/fakes/memory-store.ts';
import { createSeededRandom } from '../tests/fakes/random.ts';
import { createRecordingPlatform } from '../tests/fakes/recording-platform.ts';
import { createServices, shippedLibrary } from './dataset.ts';
import { figure, type Row } from './report.ts';

const DAY_MS = 24 * 3_600_000;
const FIRST_DAY = Date.UTC(2026, 0, 5, 9);

/** As long as the pack is not used up, this is what is to be had. */
const FORTNIGHT = { places: 300, days: 14, isHeld: true };

/** Longer than a small pack lasts: told, and held against nothing. */
const TWO_MONTHS = { places: 60, days: 60, isHeld: false };

/** An answer is told again no sooner. */
const REMEMBERED = 30;
const A_WEEK = 7;
const NEW = 10;

export async function measureFortnight(): Promise<readonly Row[]> {
  const library = await shippedLibrary();
  return [...(await measureDays(library, FORTNIGHT)), ...(await measureDays(library, TWO_MONTHS))];
}

interface Span {
  readonly places: number;
  readonly days: number;
  readonly isHeld: boolean;
}

async function measureDays(library: Library, { places, days, isHeld }: Span): Promise<readonly Row[]> {
  const store = await openMemoryStore();
  const services = {
    ...createServices(library, store, createRecordingPlatform()),
    random: createSeededRandom(days),
  };
  const runs: (readonly Question[])[] = [];
  for (let at = 0; at < places; at += 1) runs.push(await dailiesOf(services, at, days));
  await store.close();
  const row = (what: string, measured: string, target = '', within = true): Row => ({
    ...{ what: `${places} places, ${days} days: ${what}`, measured },
    ...(isHeld && target !== '' ? { against: target, within } : { against: '' }),
  });
  const share = (what: string, isHit: Hit, target?: string): Row => {
    const hits = runs.map((run) => run.filter((_, at) => isHit(run, at)).length);
    const all = hits.reduce((sum, one) => sum + one, 0);
    const part =
      all === 0
        ? 'none'
        : `${figure((100 * all) / (places * days))} %, at most ${Math.max(...hits)} in one place`;
    return row(what, part, target, all === 0);
  };
  const most = (what: string, isOne: (question: Question) => boolean): Row => {
    const counts = runs.flatMap((run) => run.map((_, at) => run.slice(at, at + A_WEEK).filter(isOne).length));
    return row(what, `${Math.max(...counts)}`, '≤ 1', Math.max(...counts) <= 1);
  };
  const isGiven: Hit = (run, at) =>
    run
      .slice(Math.max(0, at - REMEMBERED), at)
      .some((one) => one === run[at] || givenAwayBy(library, one).has(run[at]?.id ?? ''));
  return [
    share('given away by one of the thirty before', isGiven, 'none'),
    share(
      'from the article of the day before',
      alike((one) => articleOf(library, one)),
      'none',
    ),
    share(
      'of the kind of the day before',
      alike(({ kind }) => kind),
    ),
    share('asked there before', (run, at) => run.slice(0, at).some((one) => one === run[at]), 'none'),
    share('hard, among the first ten', (run, at) => at < NEW && run[at]?.difficulty === 3, 'none'),
    share('not fit for a daily', (run, at) => run[at]?.fit !== 'daily', 'none'),
    most('true-or-false in seven days, at most', ({ kind }) => kind === 'true-false'),
    most('contested in seven days, at most', ({ id }) => contestedIn(library).has(id)),
    row('different questions', `${new Set(runs.flat()).size} of ${library.questions.size}`),
  ];
}

type Hit = (run: readonly Question[], at: number) => boolean;

const alike =
  (part: (question: Question) => string): Hit =>
  (run, at) => {
    const [before, now] = [run[at - 1], run[at]];
    return before !== undefined && now !== undefined && part(before) === part(now);
  };

/** The dailies of a place that is alone in its workspace, each shown with its answer before the next one comes. */
async function dailiesOf(services: Services, at: number, days: number): Promise<readonly Question[]> {
  const { store, library } = services;
  const daily = dailyOf(at);
  await store.saveDaily(daily);
  const asked: Question[] = [];
  for (let day = 0; day < days; day += 1) {
    const opened = await openDailyRound(services, daily, await claim(services, daily, day));
    if (opened.status !== 'opened') throw new Error(`day ${day}: ${opened.status}`);
    const { id, questionId, openedAt, closesAt, belongsTo } = opened.round;
    await store.attachMessage(id, { messageId: id, openedAt, closesAt });
    if ('delivery' in belongsTo)
      await store.settleDelivery(belongsTo.delivery, { state: 'posted', reason: '', at: openedAt });
    await store.closeRound(id, closesAt);
    await store.markRevealed(id);
    asked.push(...[library.question(questionId)].filter((question) => question !== undefined));
  }
  return asked;
}

export const dailyOf = (at: number): Daily => ({
  ...{ id: `daily-${at}`, place: placeOf('test', `W${at}`, 'C'), setBy: playerOf('test', `W${at}`, 'mod') },
  ...{ time: '09:00', zone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7], topic: '', revealAfterHours: 24 },
  ...{ skipDates: [], catchUpHours: 6, state: 'on', pausedUntil: undefined, reason: '', nextRun: FIRST_DAY },
});

export async function claim({ store }: Services, { id, place }: Daily, day: number): Promise<Delivery> {
  const dueAt = FIRST_DAY + day * DAY_MS;
  const localDate = new Date(dueAt).toISOString().slice(0, 10);
  const delivery = `${id}-${localDate}`;
  const order = { id: delivery, daily: id, place, localDate, dueAt, claimedAt: dueAt, byHand: false };
  await store.claimDelivery(order);
  const claimed = await store.findDelivery(delivery);
  if (!claimed) throw new Error(`${delivery} was not claimed`);
  return claimed;
}
