/** When a daily question comes: at its time, soon after a process died, and by a process that is on its platform. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { settled } from '../../fakes/clock.ts';
import { createWorld, type World } from '../../fakes/world.ts';

const mod = { user: 'mod', manages: true };
const NINE = Date.parse('2026-11-23T09:00:00Z');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let world: World;
beforeEach(async () => {
  world = await createWorld({ start: '2026-11-23T08:00:00Z' });
  await world.type('/daily set 09:00 UTC', mod);
});
afterEach(() => world.close());

const questions = () => world.platform.shown.filter(({ under }) => under === undefined);
const lines = (event: string) => world.log.lines.filter((line) => line.event === event);

describe('a daily question', () => {
  it('comes at its time, though no tick comes then, and leaves a line that says where and how late', async () => {
    await world.minutes(59);
    await world.clock.advance(MINUTE);
    expect(questions()).toHaveLength(1);
    expect(lines('daily-posted')).toMatchObject([
      { level: 'info', fields: { ...world.place, localDate: '2026-11-23', lateMs: 0 } },
    ]);
    expect(lines('daily-late')).toEqual([]);
  });

  it('that comes late is one warning with its lateness', async () => {
    world.clock.jumpTo(NINE + 10 * MINUTE);
    world = await world.restart();
    await world.minutes(2);
    expect(lines('daily-late')).toMatchObject([{ level: 'warn', fields: { lateMs: 10 * MINUTE } }]);
  });

  it('comes within thirty seconds where the process died that had claimed it', async () => {
    const release = world.platform.holdNextPost();
    await world.minutes(59);
    await world.clock.advance(MINUTE);
    await settled();
    world = await world.restart();
    await world.clock.advance(30 * SECOND);
    const [delivery] = await world.store.deliveriesOf(world.place, 1);
    expect(delivery).toMatchObject({ state: 'posted' });
    expect(questions()).toHaveLength(1);
    release();
    await settled();
  });

  it('is tried again at the instant that was noted, not at the tick after it', async () => {
    await world.minutes(59);
    world.platform.answerNextPost({ status: 'failed', sent: 'no' });
    await world.clock.advance(MINUTE);
    const [{ retryAt } = { retryAt: 0 }] = await world.store.deliveriesOf(world.place, 1);
    world = await world.restart();
    await world.clock.advance(retryAt - world.clock.now() - 1);
    expect(questions()).toHaveLength(0);
    await world.clock.advance(1);
    expect(questions()).toHaveLength(1);
  });
});

describe('what is due on a platform that the process is not on', () => {
  const there = placeOf('elsewhere', 'W1', 'C1');

  it('is left alone, dailies and quizzes alike, for a process that is', async () => {
    const daily = await world.store.findDaily(world.place);
    if (!daily) throw new Error('no daily');
    await world.store.saveDaily({ ...daily, id: 'there', place: there });
    const starter = playerOf('elsewhere', 'W1', 'ada');
    const quiz = { id: 'quiz-there', place: there, starter, topic: '', total: 3, secondsPerRound: 30 };
    await world.store.createQuiz({
      ...quiz,
      isPrivate: false,
      state: 'running',
      startedAt: world.clock.now(),
    });
    await world.minutes(90);
    expect(questions()).toHaveLength(1);
    expect(await world.store.findDaily(there)).toMatchObject({ nextRun: NINE });
    expect(await world.store.deliveriesOf(there, 1)).toEqual([]);
    expect(await world.store.findQuiz('quiz-there')).toMatchObject({ state: 'running' });
  });
});
