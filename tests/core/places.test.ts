/** Places that go on under another id, and workspaces that the bot is taken out of. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/core/cards/card.ts';
import { placeOf, playerOf, workspaceOf } from '../../src/core/ids.ts';
import type { Store } from '../../src/core/ports/store.ts';
import { tick } from '../../src/core/work.ts';
import { settled } from '../fakes/clock.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { createWorld, HOUR, here, textOf, tokensOf, type World } from '../fakes/world.ts';

const mod = { user: 'mod', manages: true };
const moved = placeOf('test', 'W1', 'C9');

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** Hours pass, with a tick at each. */
async function hours(count: number): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) {
    await world.clock.advance(HOUR);
    await tick(world.services);
    await world.clock.advance(0);
  }
}

const shownIn = (channel: string) => world.platform.shown.filter(({ ref }) => ref.place.channel === channel);
const lastButton = () => {
  const [token] = tokensOf(world.platform.shown.findLast(({ under }) => !under)?.card ?? never());
  return token ?? never();
};
const never = (): never => {
  throw new Error('nothing is shown');
};

describe('a channel that gets another id', () => {
  it('keeps its daily question, the one that is open, and everybody’s streak', async () => {
    await world.type('/daily set 08:30 UTC', mod);
    await hours(1);
    await world.press(lastButton(), { user: 'bea' });
    await hours(24);
    await world.press(lastButton(), { user: 'bea' });
    const open = lastButton();
    await world.bot.placeMoved(here, moved);
    expect(textOf(await world.press(open, { user: 'bea', place: moved }))).toContain('Already locked in');
    expect(textOf(await world.press(open, { user: 'cem', place: moved }))).toContain('Locked in');
    await hours(24);
    expect(shownIn('C9')).not.toEqual([]);
    const again = textOf(await world.press(lastButton(), { user: 'bea', place: moved }));
    expect(again).toContain('Your streak: 3 days');
    expect(textOf(await world.type('/daily status', { ...mod, place: moved }))).toContain('is on');
    expect(textOf(await world.type('/daily status', mod))).toContain('No daily question is set here');
  });

  it('goes on with a quiz that runs there', async () => {
    await world.type('/quiz questions: 2');
    await world.bot.placeMoved(here, moved);
    await world.press(lastButton(), { user: 'bea', place: moved });
    await world.clock.advance(45_000);
    await world.clock.advance(20_000);
    expect(shownIn('C9')).toHaveLength(1);
  });

  it('is moved though the database was away for a moment', async () => {
    const real = await openMemoryStore();
    let failures = 1;
    const store: Store = {
      ...real,
      movePlace: async (from, to) => {
        failures -= 1;
        if (failures >= 0) throw new Error('away');
        return real.movePlace(from, to);
      },
    };
    const shaky = await createWorld({ store });
    await shaky.type('/daily set 12:00 UTC', mod);
    const moving = shaky.bot.placeMoved(here, moved);
    await settled();
    await shaky.clock.advance(1_000);
    await moving;
    expect(await real.findDaily(moved)).toMatchObject({ state: 'on' });
    await shaky.close();
  });
});

describe('a workspace that the bot is taken out of', () => {
  const second = placeOf('test', 'W1', 'C2');
  const other = { user: 'oda', place: placeOf('test', 'W2', 'C3') };
  const leave = () => world.bot.removed(workspaceOf('test', 'W1'), 'Taken out.');

  beforeEach(async () => {
    await world.type('/daily set 08:30 UTC', mod);
    await hours(1);
    await world.press(lastButton(), { user: 'bea' });
    await world.type('/daily set 12:00 UTC', { ...mod, place: second });
    await world.type('/daily pause 2026-11-25', { ...mod, place: second });
    await world.type('/quiz questions: 3', { user: 'ada' });
    await world.press(lastButton(), { user: 'bea' });
    await world.type('/quiz private', { user: 'ada' });
    await world.type('/quiz questions: 2', other);
  });

  it('is asked nothing more: no post, no result, no standings; elsewhere all goes on', async () => {
    await leave();
    const before = shownIn('C1').map(({ edits }) => edits);
    await hours(72);
    expect(shownIn('C1').map(({ edits }) => edits)).toEqual(before);
    expect(shownIn('C2')).toEqual([]);
    expect(world.platform.told).toEqual([]);
    expect(await world.store.unrevealedRounds()).toEqual([]);
    expect(await world.store.openQuizzes()).toEqual([]);
    expect(shownIn('C3').flatMap(({ card }) => blocksOf(card))).toContainEqual({
      type: 'heading',
      text: 'Quiz over',
    });
  });

  it('finds the reason in the status if it is back, its points and streaks, and resumes', async () => {
    await leave();
    await hours(48);
    for (const place of [here, second])
      expect(textOf(await world.type('/daily status', { ...mod, place }))).toMatch(
        /is paused\nWhy: Taken out\./,
      );
    const board = { scope: { place: here }, period: 'all', date: '2026-11-21' } as const;
    const bea = playerOf(here.platform, here.workspace, 'bea');
    expect((await world.store.leaderboard(board, bea, 10)).viewer).toMatchObject({ answered: 2 });
    expect(textOf(await world.type('/daily resume', mod))).toContain('It goes on');
    await hours(24);
    const text = textOf(await world.press(lastButton(), { user: 'bea' }));
    expect(text).toContain('Your streak: 2 days');
  });

  it('is noted once, with what ended there', async () => {
    await leave();
    await leave();
    const notes = world.log.lines.filter(({ event }) => event === 'workspace-stopped');
    expect(notes).toMatchObject([{ fields: { workspace: 'W1', dailies: 2, rounds: 3, quizzes: 1 } }]);
  });
});
