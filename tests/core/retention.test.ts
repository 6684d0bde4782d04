/** What goes by itself, once a day, and what is never deleted by mistake. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { playerOf, workspaceOf } from '../../src/core/ids.ts';
import { leaveWorkspace } from '../../src/core/places.ts';
import { createRetention } from '../../src/core/retention.ts';
import { createWorld, tokensOf, type World } from '../fakes/world.ts';

const DAY = 86_400_000;
const team = workspaceOf('test', 'W1');
const bea = playerOf('test', 'W1', 'bea');
let world: World;

beforeEach(async () => {
  world = await createWorld();
  await world.type('/quiz');
  const [token] = world.platform.shown.flatMap(({ card }) => tokensOf(card));
  if (token) await world.press(token, { user: 'bea' });
  await world.minutes(3);
});
afterEach(() => world.close());

const never = new AbortController().signal;
const look = () => createRetention(world.services, never).look();
const jump = (days: number) => world.clock.jumpTo(world.clock.now() + days * DAY);
/** The bot was there on the day before as well. */
const afterDays = async (days: number) => {
  jump(days - 1);
  await look();
  jump(1);
};
const events = () => world.log.lines.map(({ event }) => event);
const told = (event: string) => world.log.lines.find((line) => line.event === event);

describe('answers', () => {
  it('go after as many days as are set, and that is told with counts and no id', async () => {
    await afterDays(399);
    await look();
    expect(await world.store.exportPlayer(bea)).toHaveLength(1);
    await afterDays(2);
    await look();
    expect(await world.store.exportPlayer(bea)).toEqual([]);
    expect(told('retention')).toMatchObject({ fields: { days: 400, answers: 1, rounds: 1, quizzes: 1 } });
    expect(JSON.stringify(world.log.lines)).not.toContain('bea');
  });

  it('are looked at once a day, by one of several processes', async () => {
    await afterDays(500);
    await Promise.all([look(), look(), look()]);
    expect(events().filter((event) => event === 'retention')).toHaveLength(1);
  });

  it('do not go by a clock that is ahead and set right within the day', async () => {
    await afterDays(1);
    await look();
    jump(800);
    await look();
    jump(-800);
    await look();
    jump(1);
    await look();
    expect(await world.store.exportPlayer(bea)).toHaveLength(1);
  });

  it('are looked at at most once an hour in one process, and again then where that failed', async () => {
    let looks = 0;
    const takeChore: World['store']['takeChore'] = async (...chore) => {
      looks += 1;
      if (looks === 1) throw new Error('the database is away');
      return world.store.takeChore(...chore);
    };
    const retention = createRetention({ ...world.services, store: { ...world.store, takeChore } }, never);
    await afterDays(500);
    await retention.look();
    await retention.look();
    expect(looks).toBe(1);
    expect(events()).toContain('retention-failed');
    expect(await world.store.exportPlayer(bea)).toHaveLength(1);
    world.clock.jumpTo(world.clock.now() + 3_600_000);
    await retention.look();
    expect(await world.store.exportPlayer(bea)).toEqual([]);
  });
});

describe('a workspace that the bot was taken out of', () => {
  const leave = () => leaveWorkspace(world.services, team, 'gone');

  it('is deleted after 30 days, and that is told', async () => {
    await leave();
    await afterDays(29);
    await look();
    expect(await world.store.exportPlayer(bea)).toHaveLength(1);
    await afterDays(2);
    await look();
    expect(await world.store.exportPlayer(bea)).toEqual([]);
    expect(told('workspace-deleted')).toMatchObject({ fields: { workspace: 'W1', answers: 1, rounds: 1 } });
    expect(JSON.stringify(world.log.lines)).not.toContain('bea');
  });

  it('is noticed also where nothing was to be posted there, by asking the platform', async () => {
    world.platform.setIn('W1', false);
    await afterDays(1);
    await look();
    expect(await world.store.leftWorkspaces()).toMatchObject([{ workspace: 'W1' }]);
    expect(events()).toContain('workspace-left');
  });

  it.each([true, undefined])('is not taken for left where the platform says %s', async (says) => {
    world.platform.setIn('W1', says);
    await afterDays(1);
    await look();
    expect(await world.store.leftWorkspaces()).toEqual([]);
  });

  it('is kept where the bot is back', async () => {
    await leave();
    await afterDays(10);
    world.platform.setIn('W1', true);
    await look();
    expect(await world.store.leftWorkspaces()).toEqual([]);
    expect(events()).toContain('workspace-back');
    await afterDays(30);
    await look();
    expect(await world.store.exportPlayer(bea)).toHaveLength(1);
  });

  it('is kept where people go on using the bot there', async () => {
    await leave();
    await afterDays(20);
    await world.type('/fact');
    await afterDays(11);
    await look();
    expect(await world.store.exportPlayer(bea)).toHaveLength(1);
    expect(await world.store.leftWorkspaces()).toEqual([]);
  });
});
