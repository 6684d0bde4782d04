/**
 * Whatever single call to the database fails, before or after it took effect, a few ticks later nothing is stuck,
 * nothing is lost and nothing stands twice. Every call of a quiz and of a daily question is tried, one at a time.
 */
import { describe, expect, it } from 'vitest';
import { cardToText } from '../../src/core/cards/card-text.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createFaultyStore } from '../fakes/faulty-store.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { createRecordingPlatform } from '../fakes/recording-platform.ts';
import { IDLE, READS } from '../fakes/store-verbs.ts';
import { createWorld, tokensOf, type World } from '../fakes/world.ts';

const mod = { user: 'mod', manages: true };

async function createFaultyWorld(repeatsSafely: boolean) {
  const faulty = createFaultyStore(await openMemoryStore());
  const platform = createRecordingPlatform('test', repeatsSafely);
  const world = await createWorld({
    store: faulty.store,
    platform,
    clock: createFakeClock('2026-11-23T08:00:10Z'),
  });
  return { world, faulty };
}

/** A tick that fails is logged by the program, and the next one comes. */
async function minutes(world: World, count: number) {
  for (let minute = 0; minute < count; minute += 1) await world.minutes(1).catch(() => undefined);
}

async function answerEverything({ platform, press }: World) {
  for (const { card } of platform.shown) {
    const token = tokensOf(card).find((candidate) => candidate.do === 'answer');
    if (token) await press(token, { user: 'bea' });
  }
}

async function playQuiz(world: World) {
  await world.type('/quiz questions: 2');
  await answerEverything(world);
  await minutes(world, 3);
  await answerEverything(world);
  await minutes(world, 5);
}

async function postToday(world: World) {
  await world.type('/daily set 08:02 UTC reveal: 1', mod);
  await minutes(world, 4);
  await answerEverything(world);
  // Nothing is due in between.
  world.clock.jumpTo(Date.parse('2026-11-23T09:00:10Z'));
  await minutes(world, 10);
}

/** Without the answers under them. */
const questions = ({ platform }: World) => platform.shown.filter(({ under }) => under === undefined);

async function leftOver(world: World): Promise<readonly string[]> {
  const titles = world.platform.shown.map(({ card }) => cardToText(card).split('\n')[0] ?? '');
  const open = world.platform.shown.filter(({ card }) =>
    tokensOf(card).some((token) => token.do === 'answer'),
  );
  return [
    ...(await world.store.unrevealedRounds()).map(({ state }) => `a round is left ${state}`),
    ...(await world.store.openQuizzes()).map(() => 'a quiz is left open'),
    ...open.map(() => 'a message is left open'),
    ...silent(world, titles),
    ...titles.filter((title, at) => titles.indexOf(title) !== at).map((title) => `“${title}” stands twice`),
  ];
}

/** One that was ordered is posted, once, and the status says so. */
async function lost(world: World): Promise<readonly string[]> {
  if (!(await world.store.findDaily(world.place))) return [];
  const deliveries = await world.store.deliveriesOf(world.place, 5);
  const states = deliveries.map(({ state, reason }) => `${state} ${reason}`.trim());
  return states.join() === 'posted' && questions(world).length === 1 ? [] : [`lost: ${states}`];
}

/** A quiz that somebody saw has to end in words: its standings, or a word to whoever started it. */
const silent = ({ platform }: World, titles: readonly string[]): readonly string[] =>
  titles.some((title) => title.startsWith('Question')) &&
  !titles.includes('Quiz over') &&
  platform.told.length === 0
    ? ['the quiz ended in silence']
    : [];

async function tryEveryCall(
  play: (world: World) => Promise<void>,
  repeatsSafely: boolean,
  when: 'before' | 'after',
  check: (world: World) => Promise<readonly string[]>,
) {
  const plain = await createFaultyWorld(repeatsSafely);
  plain.faulty.failAt(undefined, when);
  await play(plain.world);
  const calls = [...plain.faulty.calls];
  expect(await check(plain.world)).toEqual([]);
  await plain.world.close();
  const found: string[] = [];
  for (const [call, verb] of calls.entries()) {
    if (IDLE.has(verb) && call % 20 !== 0) continue;
    if (READS.has(verb) && when === 'before') continue;
    const { world, faulty } = await createFaultyWorld(repeatsSafely);
    faulty.failAt(call, when);
    await play(world);
    faulty.failAt(undefined, when);
    found.push(...(await check(world)).map((problem) => `call ${call}, ${verb}: ${problem}`));
    await world.close();
  }
  return found;
}

const cases = [true, false].flatMap((repeatsSafely) =>
  (['before', 'after'] as const).map((when) => ({ repeatsSafely, when })),
);

describe.each(cases)(
  'one fault of the database, $when it took effect (platform knows repeats: $repeatsSafely)',
  ({ repeatsSafely, when }) => {
    it('leaves no quiz stuck, open or asked twice', async () => {
      expect(await tryEveryCall(playQuiz, repeatsSafely, when, leftOver)).toEqual([]);
    });

    it('loses no daily question, and leaves none stuck, open or posted twice', async () => {
      const check = async (world: World) => [...(await leftOver(world)), ...(await lost(world))];
      expect(await tryEveryCall(postToday, repeatsSafely, when, check)).toEqual([]);
    });
  },
);
