/** Between two questions people read the answer, for as long as it takes them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { Token } from '../../../src/core/requests/token.ts';
import { runJob } from '../../../src/core/work.ts';
import { createWorld, textOf, tokensOf, type World } from '../../fakes/world.ts';

const ada = { user: 'ada' };

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await world.type('/quiz questions: 3', ada);
  await world.clock.advance(45_000);
});
afterEach(() => world.close());

const stands = () => world.platform.shown.map(({ card }) => cardToText(card).split('\n')[0]);
const nextOn = (message: number): Token => {
  const card = world.platform.shown[message]?.card;
  const token = card && tokensOf(card).find(({ do: verb }) => verb === 'go-on');
  if (!token) throw new Error('no button for the next question');
  return token;
};

const FIRST = 'a player’s quiz · question 1 of 3';
const SECOND = 'a player’s quiz · question 2 of 3';

describe('the next question of a quiz', () => {
  it('waits at least twelve seconds, and comes by itself before twenty are over', async () => {
    await world.clock.advance(11_900);
    expect(stands()).toEqual([FIRST]);
    await world.clock.advance(8_000);
    expect(stands()).toEqual([FIRST, SECOND]);
  });

  it('comes at once when whoever started the quiz presses for it, and not a second time by itself', async () => {
    await world.press(nextOn(0), ada);
    expect(stands()).toEqual([FIRST, SECOND]);
    await world.clock.advance(30_000);
    expect(stands()).toEqual([FIRST, SECOND]);
  });

  it('comes once where two press, or one presses twice', async () => {
    const next = nextOn(0);
    await Promise.all([
      world.press(next, ada),
      world.press(next, ada),
      world.press(next, { user: 'mod', manages: true }),
    ]);
    expect(stands()).toEqual([FIRST, SECOND]);
  });

  it('comes once where its time is up at the instant of the press', async () => {
    const [quiz] = await world.store.openQuizzes();
    const next = nextOn(0);
    const byItself = () => runJob(world.services, { do: 'ask-next', quiz: quiz?.id ?? '', number: 2 });
    await Promise.all([byItself(), world.press(next, ada), byItself()]);
    expect(stands()).toEqual([FIRST, SECOND]);
    await world.clock.advance(30_000);
    expect(stands()).toEqual([FIRST, SECOND]);
  });

  it('that stands there already does not come again, and whoever presses is told so', async () => {
    const next = nextOn(0);
    await world.clock.advance(20_000);
    expect(stands()).toEqual([FIRST, SECOND]);
    expect(textOf(await world.press(next, ada))).toContain('asked already');
    expect(stands()).toEqual([FIRST, SECOND]);
  });

  it('is not for others to hurry', async () => {
    const reply = await world.press(nextOn(0), { user: 'bea' });
    expect(reply).toMatchObject({ to: 'asker' });
    expect(textOf(reply)).toContain('Someone else started this');
    expect(stands()).toEqual([FIRST]);
  });

  it('waits as long after a restart', async () => {
    await world.clock.advance(5_000);
    world = await world.restart();
    await world.clock.advance(6_000);
    expect(stands()).toEqual([FIRST]);
    await world.clock.advance(10_000);
    expect(stands()).toEqual([FIRST, SECOND]);
  });

  it('of a quiz that is over meanwhile does not come any more', async () => {
    const next = nextOn(0);
    const [quiz] = await world.store.openQuizzes();
    await world.press({ do: 'stop', quiz: quiz?.id ?? '' }, ada);
    expect(textOf(await world.press(next, ada))).toContain('over already');
  });
});
