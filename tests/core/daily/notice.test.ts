/** What happens when a platform refuses for good: the order stops, and one person is told once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf, say } from '../../../src/core/cards/card.ts';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { placeOf } from '../../../src/core/ids.ts';
import type { PostOutcome, RefusalReason } from '../../../src/core/ports/platform.ts';
import { createWorld, textOf, type World } from '../../fakes/world.ts';

const mod = { user: 'mod', manages: true };
const DAY = 24 * 60;
const fix = 'Allow “Send Messages” for me.';
const refused = (why: RefusalReason): PostOutcome => ({ status: 'refused', why, fix });

let world: World;
beforeEach(async () => {
  world = await createWorld({ start: '2026-11-23T08:00:00Z' });
  await world.type('/daily set 09:00 UTC', mod);
});
afterEach(() => world.close());

const status = async (place = world.place) => textOf(await world.type('/daily status', { ...mod, place }));
const told = () => world.platform.told.map(({ card }) => cardToText(card));

describe('a daily question that is refused for good', () => {
  it('is paused, and who set it up is told once, privately, what to do and how to go on', async () => {
    world.platform.answerNextPost(refused('forbidden'));
    await world.minutes(60);
    expect(world.platform.told).toMatchObject([{ player: { user: 'mod' } }]);
    expect(told()[0]).toContain('The question of 23 November 2026, 09:00 (UTC), could not be posted');
    expect(told()[0]).toContain(`What to do: ${fix}`);
    const texts = blocksOf(world.platform.told[0]?.card ?? say('neutral')).flatMap((block) =>
      block.type === 'text' ? block.text : [],
    );
    expect(texts).toContainEqual({ channel: world.place.channel });
    expect(told()[0]).toContain('Then type /daily resume in that channel.');
    await world.minutes(2 * DAY);
    expect(told()).toHaveLength(1);
    expect(world.platform.shown).toEqual([]);
    expect(await status()).toContain('is paused');
  });

  it('in a channel that is gone is told with where to go on instead', async () => {
    world.platform.answerNextPost(refused('gone'));
    await world.minutes(60);
    expect(told()[0]).toContain('To have a daily question elsewhere, type /daily set there.');
    expect(told()[0]).not.toContain('/daily resume');
  });

  it('is told again where it is refused again after someone has resumed it', async () => {
    world.platform.answerNextPost(refused('forbidden'));
    await world.minutes(60);
    await world.type('/daily resume', mod);
    world.platform.answerNextPost(refused('forbidden'));
    await world.minutes(DAY);
    expect(told()).toHaveLength(2);
  });

  it('stays settled where the person cannot be told; that is logged and forgotten', async () => {
    world.platform.answerNextPost(refused('forbidden'));
    world.platform.answerNextTell({ status: 'refused', why: 'forbidden', fix: 'none' });
    await world.minutes(60 + 30);
    expect(told()).toEqual([]);
    expect(world.log.lines.filter(({ event }) => event === 'setter-not-told')).toHaveLength(1);
    expect(await status()).toContain('is paused');
  });

  it('that someone ordered by hand where nothing is set up tells only who ordered it', async () => {
    await world.type('/daily off', mod);
    world.platform.answerNextPost(refused('forbidden'));
    expect(textOf(await world.type('/daily now', mod))).toContain(fix);
    expect(told()).toEqual([]);
  });
});

describe('a workspace that removed the bot', () => {
  const second = placeOf('test', 'W1', 'C2');
  const elsewhere = placeOf('test', 'W2', 'C1');

  it('has all its daily questions stopped at once, and nobody is told', async () => {
    await world.type('/daily set 12:00 UTC', { ...mod, place: second });
    await world.type('/daily set 12:00 UTC', { ...mod, place: elsewhere });
    world.platform.answerNextPost(refused('removed'));
    await world.minutes(60);
    expect(told()).toEqual([]);
    expect(await status()).toContain('is paused');
    expect(await status(second)).toMatch(/is paused\nWhy: Allow/);
    await world.minutes(DAY);
    expect(world.platform.shown.map(({ ref }) => ref.place)).toEqual([elsewhere]);
  });

  it('is noticed at the reveal too', async () => {
    await world.minutes(60);
    world.platform.answerNextEdit(refused('removed') as never);
    await world.minutes(DAY);
    expect(await status()).toContain('is paused');
    expect(told()).toEqual([]);
  });
});

describe('an error that may pass', () => {
  it('never stops a daily question, however long it lasts, and tells nobody', async () => {
    for (let tries = 0; tries < 500; tries += 1)
      world.platform.answerNextPost({ status: 'failed', sent: 'no' });
    await world.minutes(60 + 2 * DAY);
    expect(await status()).toContain('The daily question is on');
    expect(told()).toEqual([]);
  });
});
