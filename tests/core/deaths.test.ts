/**
 * A process that is killed at any instant of a daily question, or of a quiz: at each call to the database and to the platform,
 * before it took effect, after, or, for the platform, a while later. It is started again within a minute; with a
 * second process beside it or without. At the end the platform's own record is what counts.
 */
import { describe, expect, it } from 'vitest';
import { cardToText } from '../../src/core/cards/card-text.ts';
import type { Store } from '../../src/core/ports/store.ts';
import { tick } from '../../src/core/work.ts';
import { createFakeClock, settled } from '../fakes/clock.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { createRecordingPlatform, type RecordingPlatform } from '../fakes/recording-platform.ts';
import { IDLE, READS } from '../fakes/store-verbs.ts';
import { createWorld, here, tokensOf, type World } from '../fakes/world.ts';

type When = 'before' | 'after' | 'later';

interface Life {
  readonly world: World;
  /** Resolves when it was killed. */
  readonly death: Promise<void>;
}

const CALLS = new Set(['post', 'edit', 'find', 'tell']);
const LATER_MS = 15_000;

/** What all processes share, and who is to be killed when. */
async function createSetting(repeatsSafely: boolean) {
  const clock = createFakeClock('2026-11-23T08:00:10Z');
  const platform = createRecordingPlatform('test', repeatsSafely);
  const real = await openMemoryStore();
  const calls: string[] = [];
  let doom: { readonly call: number; readonly when: When } | undefined;

  /** A process of its own: once it is dead, nothing that it began goes on. */
  async function live(isDoomed: boolean): Promise<Life> {
    const { promise: death, resolve: die } = Promise.withResolvers<void>();
    let isAlive = true;
    const wrap =
      (verb: string, run: (...given: unknown[]) => unknown) =>
      async (...given: unknown[]) => {
        if (!isAlive) return new Promise(() => undefined);
        const isLast = isDoomed && !IDLE.has(verb) && calls.push(verb) - 1 === doom?.call;
        if (isLast && doom?.when === 'later') clock.after(LATER_MS, () => run(...given));
        const answer = isLast && doom?.when !== 'after' ? undefined : await run(...given);
        if (!isLast) return answer;
        isAlive = false;
        die();
        return new Promise(() => undefined);
      };
    const wrapAll = <Port extends object>(port: Port, wanted: (verb: string) => boolean): Port =>
      Object.fromEntries(
        Object.entries(port).map(([verb, run]) => [verb, wanted(verb) ? wrap(verb, run) : run]),
        // Every verb of the real one is there, under its own name.
      ) as unknown as Port;
    const store: Store = wrapAll(real, (verb) => verb !== 'close');
    const hands: RecordingPlatform = wrapAll(platform, (verb) => CALLS.has(verb));
    const starting = createWorld({ store, platform: hands, clock, seed: calls.length + 1 });
    const world = await Promise.race([starting, death.then(() => undefined)]);
    return world ? { world, death } : live(false);
  }
  return {
    ...{ clock, platform, real, calls, live },
    doomAt: (call: number, when: When) => {
      doom = { call, when };
    },
  };
}

type Setting = Awaited<ReturnType<typeof createSetting>>;

/** What hangs in a dead process is left hanging; what had begun to be waited for gets its time. */
async function unlessDead({ death }: Life, run: Promise<unknown>): Promise<boolean> {
  const isDead = death.then(async () => {
    for (let turn = 0; turn < 4; turn += 1) await settled();
    return true;
  });
  return Promise.race([run.then(() => false), isDead]);
}

interface Case {
  readonly repeatsSafely: boolean;
  readonly canFind: boolean;
  readonly processes: 1 | 2;
}

async function play(setting: Setting, { processes, canFind }: Case): Promise<void> {
  const { clock, platform, live, real } = setting;
  const setter = await createWorld({ store: real, platform, clock });
  await setter.type('/daily set 08:02 UTC reveal: 1', { user: 'mod', manages: true });
  await setter.services.queue.stop();
  for (let looks = 0; looks < 9 && !canFind; looks += 1) platform.answerNextFind({ status: 'impossible' });
  let first = await live(true);
  const second = processes === 2 ? await live(false) : undefined;
  for (let minute = 0; minute < MINUTES; minute += 1) {
    const isDead = await unlessDead(first, first.world.minutes(1));
    if (second) await tick(second.world.services);
    await clock.advance(0);
    if (isDead) void first.world.services.queue.stop();
    if (isDead) first = await live(false);
    if (minute === 8) await answerAll(setter);
    // Nothing is due in between.
    if (minute === 10) clock.jumpTo(Date.parse('2026-11-23T09:01:00Z'));
  }
  await first.world.services.queue.stop();
  await second?.world.services.queue.stop();
}

/** Until the question, and from a minute before its answer until whatever is tried again has come through. */
const MINUTES = 24;

async function answerAll({ platform, press }: World): Promise<void> {
  for (const { card } of platform.shown)
    for (const token of tokensOf(card).slice(0, 1)) await press(token, { user: 'bea' });
}

/** What is wrong at the end, by the platform's own record and the database. */
async function wrongAtTheEnd(
  { platform, real }: Setting,
  { canFind, repeatsSafely }: Case,
): Promise<readonly string[]> {
  const questions = platform.shown.filter(({ under }) => under === undefined);
  const replies = platform.shown.length - questions.length;
  const [delivery] = await real.deliveriesOf(here, 1);
  const state = delivery?.state ?? 'nothing';
  const isExact = canFind || repeatsSafely;
  const isRevealed = questions.every(({ card }) => cardToText(card).includes('Receipt:'));
  const isBound = questions.length === 1 || (!isExact && state === 'unknown');
  return [
    ...(isBound ? [] : [`${questions.length} questions, ${state}`]),
    ...(questions.length > 1 ? ['posted twice'] : []),
    ...(isExact && state !== 'posted' ? [`the status says ${state}`] : []),
    ...(isRevealed || state === 'unknown' ? [] : ['never revealed']),
    ...(replies > 1 ? ['told below twice'] : []),
    ...(await real.unrevealedRounds()).map(() => 'a round is left open'),
  ];
}

/** Two questions and standings, by a process that is killed; nobody types again. */
async function playQuiz(setting: Setting, { processes }: Case): Promise<void> {
  const { clock, live } = setting;
  let first = await live(true);
  const second = processes === 2 ? await live(false) : undefined;
  const typed = first.world.type('/quiz questions: 2 seconds: 30', { user: 'ada' });
  let isDead = await unlessDead(first, Promise.race([typed, clock.advance(9_000)]));
  for (let minute = 0; minute < QUIZ_MINUTES; minute += 1) {
    if (isDead) void first.world.services.queue.stop();
    if (isDead) first = await live(false);
    isDead = await unlessDead(first, first.world.minutes(1));
    if (second) await tick(second.world.services);
    await clock.advance(0);
  }
  await first.world.services.queue.stop();
  await second?.world.services.queue.stop();
}

/** Until whatever is tried again has come through. */
const QUIZ_MINUTES = 9;

/** A quiz of which people saw anything ends in its standings, or in a word to whoever started it. */
async function wrongWithQuiz({ platform, real }: Setting): Promise<readonly string[]> {
  const texts = platform.shown.map(({ card }) => cardToText(card));
  const titles = texts.map((text) => text.split('\n')[0] ?? '');
  const questions = texts.filter((text) => text.startsWith('Question'));
  return [
    ...titles.filter((title, at) => titles.indexOf(title) !== at).map((title) => `“${title}” stands twice`),
    ...questions.filter((text) => !text.includes('Receipt:')).map(() => 'never revealed'),
    ...(questions.length > 0 && !titles.includes('Quiz over') && platform.told.length === 0
      ? ['silent']
      : []),
    ...(await real.openQuizzes()).map(() => 'a quiz is left open'),
    ...(await real.unrevealedRounds()).map(() => 'a round is left open'),
    ...(await real.dueEndings(Number.MAX_SAFE_INTEGER / 2)).map(() => 'something is left owed'),
  ];
}

const DAILY = { play, wrong: wrongAtTheEnd };
const QUIZ = { play: playQuiz, wrong: wrongWithQuiz };

async function killEverywhere(what: typeof DAILY, one: Case, when: When): Promise<readonly string[]> {
  const run = async (call: number) => {
    const setting = await createSetting(one.repeatsSafely);
    setting.doomAt(call, when);
    await what.play(setting, one);
    const wrong = await what.wrong(setting, one);
    const verb = setting.calls[call] ?? 'none';
    await setting.real.close();
    return { calls: setting.calls, wrong: wrong.map((what) => `killed ${when} ${call}, ${verb}: ${what}`) };
  };
  const { calls, wrong } = await run(-1);
  expect(wrong).toEqual([]);
  expect(calls.length).toBeGreaterThan(15);
  const found: string[] = [];
  const isWorthIt = (verb: string) =>
    when === 'later' ? CALLS.has(verb) : when === 'after' || !READS.has(verb);
  for (const [call, verb] of calls.entries()) if (isWorthIt(verb)) found.push(...(await run(call)).wrong);
  return found;
}

const cases: readonly Case[] = [
  { processes: 1, repeatsSafely: true, canFind: true },
  { processes: 1, repeatsSafely: false, canFind: true },
  { processes: 1, repeatsSafely: false, canFind: false },
  { processes: 2, repeatsSafely: false, canFind: true },
];

describe.each(cases)(
  'a daily question of $processes process(es), of which one is killed (knows repeats: $repeatsSafely, can be searched: $canFind)',
  (one) => {
    it.each(['before', 'after', 'later'] as const)(
      'stands there once and is revealed once, or is called unknown where nobody can know (%s the call took effect)',
      async (when) => {
        expect(await killEverywhere(DAILY, one, when)).toEqual([]);
      },
      120_000,
    );
  },
);

const quizCases: readonly Case[] = [
  { processes: 1, repeatsSafely: false, canFind: true },
  { processes: 2, repeatsSafely: true, canFind: true },
];

describe.each(quizCases)(
  'a quiz of $processes process(es), of which one is killed (knows repeats: $repeatsSafely)',
  (one) => {
    it.each(['before', 'after', 'later'] as const)(
      'shows everything once, reveals it, and ends in words (%s the call took effect)',
      async (when) => {
        expect(await killEverywhere(QUIZ, one, when)).toEqual([]);
      },
    );
  },
);
