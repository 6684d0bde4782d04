/** The standings of a quiz are posted, however the platform takes it, or made up for by a word to its starter. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostOutcome } from '../../../src/core/ports/platform.ts';
import { createWorld, type World } from '../../fakes/world.ts';
import { ada, BUSY, DENIED, refusePosts, repeating, titlesOf, toldText, toldTo } from './trouble.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const onPlatformThatRepeats = async () => {
  world = await repeating(world);
};
const titles = () => titlesOf(world);
const told = () => toldTo(world);
const refuse = (count: number, outcome: PostOutcome) => refusePosts(world, count, outcome);

describe('the standings', () => {
  const toStandings = async () => {
    await world.type('/quiz questions: 2', ada);
    // The first question, and the time to read its answer.
    await world.clock.advance(45_000 + 12_000);
    await world.clock.advance(44_999);
  };

  it('come when the platform takes them', async () => {
    await toStandings();
    refuse(2, BUSY);
    await world.clock.advance(1);
    expect(titles()).not.toContain('Quiz over');
    await world.clock.advance(12_000);
    expect(titles()).toEqual([
      'a player’s quiz · question 1 of 2',
      'a player’s quiz · question 2 of 2',
      'Quiz over',
    ]);
  });

  it.each([true, false])(
    'stand once where their confirmation is lost (platform knows repeats: %s)',
    async (knows) => {
      if (!knows) await onPlatformThatRepeats();
      await toStandings();
      world.platform.loseNextPost();
      await world.minutes(5);
      expect(titles()).toEqual([
        'a player’s quiz · question 1 of 2',
        'a player’s quiz · question 2 of 2',
        'Quiz over',
      ]);
      expect(told()).toEqual([]);
    },
  );

  it.each([true, false])(
    'come once after a stop in the middle (platform knows repeats: %s)',
    async (knows) => {
      if (!knows) await onPlatformThatRepeats();
      await toStandings();
      world.platform.holdNextPost();
      await world.clock.advance(1);
      world = await world.restart();
      await world.minutes(4);
      expect(titles()).toEqual([
        'a player’s quiz · question 1 of 2',
        'a player’s quiz · question 2 of 2',
        'Quiz over',
      ]);
    },
  );

  it('come after a stop while the platform did not take them', async () => {
    await toStandings();
    refuse(1, { ...BUSY, retryAfterMs: 20_000 });
    await world.clock.advance(1);
    world = await world.restart();
    await world.minutes(2);
    expect(titles()).toEqual([
      'a player’s quiz · question 1 of 2',
      'a player’s quiz · question 2 of 2',
      'Quiz over',
    ]);
  });

  it('that cannot be posted are made up for by a word to the starter, tried again as well', async () => {
    await toStandings();
    refuse(1, DENIED);
    world.platform.answerNextTell({ status: 'failed', sent: 'no', retryAfterMs: 20_000 });
    await world.clock.advance(1);
    expect(told()).toEqual([]);
    await world.clock.advance(20_000);
    expect(told()).toEqual(['ada']);
    expect(toldText(world)).toContain('Allow me to post here.');
    await world.minutes(15);
    expect(world.platform.told).toHaveLength(1);
  });

  const MAYBE: PostOutcome = { status: 'failed', sent: 'maybe' };

  it.each([
    ['until it is confirmed, where the platform knows a repeat', true, 4, 1],
    ['once more, where it would be shown twice', false, 1, 1],
    ['no third time, where it would be shown twice', false, 2, 0],
  ] as const)(
    'that cannot be posted are told again to the starter after a doubtful answer: %s',
    async (_, knows, doubts, heard) => {
      if (!knows) await onPlatformThatRepeats();
      await toStandings();
      refuse(1, DENIED);
      for (let time = 0; time < doubts; time += 1) world.platform.answerNextTell(MAYBE);
      await world.clock.advance(1);
      expect(told()).toEqual([]);
      await world.minutes(15);
      expect(told()).toEqual(Array(heard).fill('ada'));
    },
  );

  it('are posted also where the bot was away for days in the middle of a quiz', async () => {
    await world.type('/quiz questions: 5', ada);
    world.clock.jumpTo(world.clock.now() + 72 * 3_600_000);
    world = await world.restart();
    await world.minutes(2);
    expect(titles()).toEqual(['a player’s quiz · question 1 of 5', 'Quiz over']);
    expect(told()).toEqual(['ada']);
  });
});
