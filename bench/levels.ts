/**
 * How many of what people are asked they know, in places that are new to the shipped pack: the real draws, with people
 * and questions as modelled here. How hard a question really is lies around its author's forecast, and people differ:
 * both by normal deviates on the logit, which is how item-response models have it.
 */
import { openDailyRound } from '../src/core/daily/daily-round.ts';
import { placeOf, playerOf } from '../src/core/ids.ts';
import type { Random } from '../src/core/ports/random.ts';
import type { Round } from '../src/core/ports/store.ts';
import { newQuiz, openNext, type QuizOrder } from '../src/core/quiz/quiz.ts';
import { questionsFor } from '../src/core/quiz/select.ts';
import type { Services } from '../src/core/services.ts';
import { openMemoryStore } from '../tests/fakes/memory-store.ts';
import { createSeededRandom } from '../tests/fakes/random.ts';
import { createRecordingPlatform } from '../tests/fakes/recording-platform.ts';
import { originOf } from '../tests/fakes/world.ts';
import { createServices, shippedLibrary } from './dataset.ts';
import { claim, dailyOf } from './fortnight.ts';
import { figure, type Row, told } from './report.ts';

/** Those that come first find forecasts alone; what the later ones meet is told. */
const PLACES = 200;
const COUNTED_FROM = 100;
const PEOPLE = 8;

/** How far off a forecast is, and how far people differ, on the logit. */
const OFF = 0.8;
const APART = 0.7;

const SHARE = { 1: 0.7, 2: 0.5, 3: 0.3 } as const;

export async function measureLevels(): Promise<readonly Row[]> {
  return [...(await measurePlaces('by forecast', false)), ...(await measurePlaces('corrected', true))];
}

type Counts = Map<string, { right: number; answered: number }>;

async function measurePlaces(how: string, isCorrected: boolean): Promise<readonly Row[]> {
  const store = await openMemoryStore();
  const random = createSeededRandom(7);
  const services: Services = {
    ...createServices(await shippedLibrary(), store, createRecordingPlatform()),
    ...{ random, store: isCorrected ? store : { ...store, questionCounts: async () => [] } },
  };
  const ease = new Map(
    [...services.library.questions.values()].map(({ id, difficulty }) => [
      id,
      logit(SHARE[difficulty as keyof typeof SHARE]) + OFF * normal(random),
    ]),
  );
  const counts: Counts = new Map();
  for (let at = 0; at < PLACES; at += 1) {
    const answer = answering(services, ease, at);
    const met = await playIn(services, at, answer);
    if (at >= COUNTED_FROM) for (const [what, one] of met) add(counts, what, one);
  }
  await store.close();
  return [...counts].map(([what, { right, answered }]) =>
    told(`${how}: ${what}, right`, `${figure((100 * right) / answered)} %`),
  );
}

type Outcome = { readonly right: number; readonly answered: number };
type Answering = (round: Round) => Promise<Outcome>;

function add(counts: Counts, what: string, { right, answered }: Outcome): void {
  const sum = counts.get(what) ?? { right: 0, answered: 0 };
  counts.set(what, { right: sum.right + right, answered: sum.answered + answered });
}

/** The people of one place answer a round, which then counts. */
function answering({ store, random }: Services, ease: ReadonlyMap<string, number>, at: number): Answering {
  const people = Array.from({ length: PEOPLE }, (_, nth) => ({
    player: playerOf('test', `W${at}`, `p${nth}`),
    ability: APART * normal(random),
  }));
  return async ({ id, questionId, shown, openedAt, closesAt }) => {
    let right = 0;
    for (const { player, ability } of people) {
      const isRight = random.next() < share((ease.get(questionId) ?? 0) + ability);
      right += isRight ? 1 : 0;
      const option = isRight ? shown.right : (shown.right + 1) % shown.options.length;
      await store.recordAnswer({ round: id, player, option, right: isRight, at: openedAt });
    }
    await store.attachMessage(id, { messageId: id, openedAt, closesAt });
    await store.closeRound(id, closesAt, { date: '2026-01-05', everywhere: true });
    await store.markRevealed(id);
    return { right, answered: PEOPLE };
  };
}

type Met = readonly (readonly [string, Outcome])[];

/** Each place plays in one way, so that none takes the easy ones from another. */
const HABITS: readonly ((services: Services, at: number, answer: Answering) => Promise<Met>)[] = [
  playDailies,
  quizzing('`/quiz`, the first five', 5, { total: 1 }),
  quizzing('`/quiz 5`, the first two', 2, { total: 5 }),
  quizzing('`/quiz 10`', 1, { total: 10 }),
  quizzing('`/quiz 5 easy`', 1, { total: 5, level: 'easy' }),
  quizzing('`/quiz 5 hard`', 1, { total: 5, level: 'hard' }),
];

const playIn = (services: Services, at: number, answer: Answering): Promise<Met> =>
  (HABITS[at % HABITS.length] ?? playDailies)(services, at, answer);

function quizzing(what: string, times: number, order: Partial<QuizOrder>) {
  return async (services: Services, at: number, answer: Answering): Promise<Met> => {
    const met: (readonly [string, Outcome])[] = [];
    for (let time = 0; time < times; time += 1)
      for (const outcome of await roundsOf(services, at, order, answer)) met.push([what, outcome]);
    return met;
  };
}

async function playDailies(services: Services, at: number, answer: Answering): Promise<Met> {
  const met: (readonly [string, Outcome])[] = [];
  for (let day = 0; day < 20; day += 1)
    met.push([
      day < 10 ? 'the first ten dailies' : 'the next ten dailies',
      await dailyRound(services, at, day, answer),
    ]);
  return met;
}

async function dailyRound(services: Services, at: number, day: number, answer: Answering): Promise<Outcome> {
  const daily = dailyOf(at);
  await services.store.saveDaily(daily);
  const delivery = await claim(services, daily, day);
  const opened = await openDailyRound(services, daily, delivery);
  if (opened.status !== 'opened') throw new Error(`day ${day}: ${opened.status}`);
  const outcome = await answer(opened.round);
  await services.store.settleDelivery(delivery.id, { state: 'posted', reason: '', at: delivery.dueAt });
  return outcome;
}

async function roundsOf(
  services: Services,
  at: number,
  order: Partial<QuizOrder>,
  answer: Answering,
): Promise<readonly Outcome[]> {
  const { store } = services;
  const origin = originOf({ place: placeOf('test', `W${at}`, 'C') });
  const quiz = newQuiz(services, origin, {
    topic: '',
    total: 1,
    secondsPerRound: 30,
    isPrivate: false,
    ...order,
  });
  await store.createQuiz(quiz);
  const outcomes: Outcome[] = [];
  for (let number = 1; number <= quiz.total; number += 1) {
    const asked = await store.roundsOfQuiz(quiz.id);
    const candidates = await questionsFor(services, quiz);
    const opened = await openNext(services, quiz, { number, asked, candidates });
    if (opened.status === 'opened') outcomes.push(await answer(opened.round));
  }
  await store.endQuiz(quiz.id);
  return outcomes;
}

const logit = (part: number): number => Math.log(part / (1 - part));
const share = (ease: number): number => 1 / (1 + Math.exp(-ease));

/** Box and Muller's, from two uniform ones. */
const normal = (random: Pick<Random, 'next'>): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
