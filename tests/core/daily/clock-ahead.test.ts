/** A machine that starts with a wrong clock, as small ones without a battery do, until it is told the time. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, HOUR, textOf, type World } from '../../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ start: '2026-11-23T12:00:00Z' });
  await world.type('/daily set 09:00', mod);
});
afterEach(() => world.close());

const mod = { manages: true };
const DAY = 24 * HOUR;
const postedOn = async () =>
  (await world.store.deliveriesOf(world.place, 50))
    .filter(({ state }) => state === 'posted')
    .map(({ localDate }) => localDate);

/** The hour of the daily comes on each of these dates. */
async function mornings(...dates: readonly string[]): Promise<void> {
  for (const date of dates) {
    world.clock.jumpTo(Date.parse(`${date}T08:59:00Z`));
    await world.minutes(2);
  }
}

describe('a clock that was ahead and is right again', () => {
  it.each([3, 30, 400])('by %s days loses no day', async (days) => {
    const right = world.clock.now();
    world.clock.jumpTo(right + days * DAY);
    await world.minutes(1);
    world.clock.jumpTo(right + 2 * 60_000);
    await world.minutes(1);
    expect(textOf(await world.type('/daily status', mod))).toContain('Next question: Tuesday 24 November');
    await mornings('2026-11-24', '2026-11-25', '2026-11-26');
    expect(await postedOn()).toEqual(expect.arrayContaining(['2026-11-24', '2026-11-25', '2026-11-26']));
  });

  it('loses no day either where the process starts anew in between', async () => {
    const right = world.clock.now();
    world.clock.jumpTo(right + 30 * DAY);
    world = await world.restart();
    await world.minutes(1);
    world.clock.jumpTo(right + HOUR);
    world = await world.restart();
    await mornings('2026-11-24');
    expect(await postedOn()).toContain('2026-11-24');
  });

  it('keeps no date of its own: a question that it posted does not stand for the day it was dated to', async () => {
    const right = Date.parse('2026-11-23T09:05:00Z');
    world.clock.jumpTo(right + 2 * DAY);
    await world.minutes(1);
    expect(await postedOn()).toContain('2026-11-25');
    world.clock.jumpTo(right);
    await world.minutes(1);
    await mornings('2026-11-24', '2026-11-25', '2026-11-26');
    const dates = await postedOn();
    expect(dates).toEqual(expect.arrayContaining(['2026-11-24', '2026-11-25', '2026-11-26']));
    expect(dates).toContain('2026-11-23');
  });

  it('sets nothing off for good: what was ordered by it comes on the next date', async () => {
    const right = world.clock.now();
    world.clock.jumpTo(right + 30 * DAY);
    await world.type('/daily set 09:00', mod);
    world.clock.jumpTo(right + 60_000);
    await world.minutes(1);
    expect(textOf(await world.type('/daily status', mod))).toContain('Next question: Tuesday 24 November');
  });

  it('leaves no round open for weeks', async () => {
    const right = world.clock.now();
    world.clock.jumpTo(right + 30 * DAY);
    await world.type('/quiz seconds: 60');
    world.clock.jumpTo(right);
    await world.minutes(3);
    expect(await world.store.unrevealedRounds()).toEqual([]);
  });

  it('changes nothing for a daily that is rightly further ahead', async () => {
    await world.type('/daily set 09:00 weekdays: thu', mod);
    const [before] = [await world.store.findDaily(world.place)];
    world.clock.jumpTo(world.clock.now() - 60_000);
    await world.minutes(2);
    expect((await world.store.findDaily(world.place))?.nextRun).toBe(before?.nextRun);
  });
});
