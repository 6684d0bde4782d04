/** How much one person may begin and show to everyone in a while. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/core/ids.ts';
import { createWorld, here, textOf, tokensOf, type World } from '../../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const nextDoor = placeOf('test', 'W1', 'C2');
const as = (user: string) => ({ user });
/** Its first question stands there, and nothing more is said. */
const BEGUN = { type: 'done' };

describe('one person', () => {
  it('begins five quizzes in ten minutes, wherever in the workspace, and reads when the next may begin', async () => {
    for (let count = 0; count < 5; count += 1)
      await world.type('/quiz', { user: 'ada', place: placeOf('test', 'W1', `C${count}`) });
    const reply = await world.type('/quiz', { user: 'ada', place: placeOf('test', 'W1', 'C9') });
    expect(reply).toMatchObject({ to: 'asker' });
    expect(textOf(reply)).toMatch(/5 quizzes .* 23 November 2026, 08:10 UTC.*\/quiz private/);
    expect(world.platform.shown).toHaveLength(5);
    expect(textOf(await world.type('/quiz', { user: 'bea', place: nextDoor }))).not.toContain('5 quizzes');
    const { card } = await world.type('/quiz private', as('ada'));
    expect(tokensOf(card).map((token) => token.do)).toContain('pick');
    await world.minutes(11);
    expect(await world.type('/quiz', as('ada'))).toMatchObject(BEGUN);
  });

  it('has those counted that wait their turn, and not those of which nothing could be posted', async () => {
    const places = Array.from({ length: 7 }, (_, at) => placeOf('test', 'W1', `C${at}`));
    for (const place of places)
      await world.type('/quiz seconds: 300', { user: `of-${place.channel}`, place });
    for (const place of places.slice(0, 5)) {
      const offered = await world.type('/quiz', { user: 'ada', place });
      const wait = tokensOf(offered.card).find((token) => token.do === 'wait');
      await world.press(wait ?? '', { user: 'ada', place });
    }
    expect(textOf(await world.type('/quiz', { user: 'ada', place: places[6] ?? here }))).toContain(
      '5 quizzes',
    );
    const free = placeOf('test', 'W1', 'C9');
    for (let count = 0; count < 5; count += 1) {
      world.platform.answerNextPost({ status: 'refused', why: 'forbidden', fix: 'Allow me.' });
      await world.type('/quiz', { user: 'bea', place: free });
    }
    expect(await world.type('/quiz', { user: 'bea', place: free })).toMatchObject(BEGUN);
  });

  it('shows everyone another fact five times a minute; then it is told to them alone, with the reason', async () => {
    const press = () => world.press({ do: 'fact', about: '' }, as('ada'));
    for (let count = 0; count < 5; count += 1) expect(await press()).toMatchObject({ to: 'everyone' });
    const sixth = await press();
    expect(sixth).toMatchObject({ to: 'asker', card: { kind: 'cited' } });
    expect(textOf(sixth)).toContain('Only you see this one');
    expect(await world.press({ do: 'fact', about: '' }, as('bea'))).toMatchObject({ to: 'everyone' });
    await world.clock.advance(60_001);
    expect(await press()).toMatchObject({ to: 'everyone' });
  });
});
