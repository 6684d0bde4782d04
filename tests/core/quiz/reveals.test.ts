/** When a result is shown, who shows it, and what whoever pressed “Reveal now” is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { EditOutcome } from '../../../src/core/ports/platform.ts';
import type { Token } from '../../../src/core/requests/token.ts';
import { runJob, tick } from '../../../src/core/work.ts';
import { settled } from '../../fakes/clock.ts';
import { createRecordingPlatform } from '../../fakes/recording-platform.ts';
import { createWorld, textOf, tokensOf, type World } from '../../fakes/world.ts';

const ada = { user: 'ada' };
const mod = { user: 'mod', manages: true };
const BUSY: EditOutcome = { status: 'failed', retryAfterMs: 1_000 };
const DENIED: EditOutcome = { status: 'refused', why: 'forbidden', fix: 'Allow me to edit.' };

let world: World;
/** What the platform was asked to edit, by time since the start. */
let edits: { readonly at: number; readonly isResult: boolean }[];
beforeEach(async () => {
  const platform = createRecordingPlatform();
  edits = [];
  const start = Date.parse('2026-11-23T08:00:00Z');
  world = await createWorld({
    platform: {
      ...platform,
      edit: (message, card) => {
        edits.push({ at: world.clock.now() - start, isResult: card.kind === 'cited' });
        return platform.edit(message, card);
      },
    },
  });
});
afterEach(() => world.close());

const isShown = (index = 0) =>
  cardToText(world.platform.shown[index]?.card ?? { kind: 'plain', tone: 'neutral', blocks: [] }).includes(
    'Receipt:',
  );
const button = (verb: Token['do']): Token => {
  const card = world.platform.shown.at(-1)?.card;
  const token = card && tokensOf(card).find((candidate) => candidate.do === verb);
  if (!token) throw new Error(`no button ${verb}`);
  return token;
};
const results = () => edits.filter(({ isResult }) => isResult);

describe('a result that the platform does not take at once', () => {
  it('is shown within three seconds of the close, where it asks for one', async () => {
    await world.type('/quiz', ada);
    world.platform.answerNextEdit(BUSY);
    await world.clock.advance(45_000);
    expect(isShown()).toBe(false);
    await world.clock.advance(3_000);
    expect(isShown()).toBe(true);
  });

  it('is shown within three seconds also where it was revealed early, and its end still lies ahead', async () => {
    await world.type('/quiz seconds: 15', ada);
    await world.clock.advance(1_500);
    for (let time = 0; time < 2; time += 1) world.platform.answerNextEdit(BUSY);
    const reply = await world.press(button('reveal'), ada);
    expect(textOf(reply)).toContain('on its way');
    await world.clock.advance(3_000);
    expect(isShown()).toBe(true);
  });

  it('is not lost where its own end comes before the platform wants to be asked again', async () => {
    await world.type('/quiz seconds: 15', ada);
    world.platform.answerNextEdit({ status: 'failed', retryAfterMs: 20_000 });
    await world.press(button('reveal'), ada);
    await world.clock.advance(19_999);
    expect(results()).toHaveLength(1);
    await world.clock.advance(1);
    expect(isShown()).toBe(true);
  });

  it('is tried ever more seldom', async () => {
    await world.type('/quiz seconds: 15', ada);
    for (let time = 0; time < 6; time += 1) world.platform.answerNextEdit({ status: 'failed' });
    await world.clock.advance(120_000);
    expect(results().map(({ at }) => at - 15_000)).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000]);
    expect(isShown()).toBe(true);
  });

  it('is shown by the one process that has it in hand, not by two', async () => {
    await world.type('/quiz seconds: 15', ada);
    const other = await createWorld({
      ...{ store: world.store, clock: world.clock, platform: world.platform, seed: 9 },
    });
    world.platform.answerNextEdit(BUSY);
    await world.clock.advance(15_000);
    const [round] = await world.store.unrevealedRounds();
    await tick(other.services);
    await runJob(other.services, { do: 'close-round', round: round?.id ?? '' });
    await world.clock.advance(60_000);
    expect(results().map(({ at }) => at)).toEqual([15_000, 16_000]);
    await other.services.queue.stop();
  });

  it('is shown by another process where the one that closed it died', async () => {
    await world.type('/quiz seconds: 15', ada);
    const [round] = await world.store.unrevealedRounds();
    await world.clock.advance(14_000);
    await world.store.closeRound(round?.id ?? '', world.clock.now());
    world = await world.restart();
    await world.clock.advance(19_000);
    expect(isShown()).toBe(false);
    await world.clock.advance(2_000);
    expect(isShown()).toBe(true);
  });
});

describe('whoever presses “Reveal now”', () => {
  it('is told nothing where it is shown, also where two press at once', async () => {
    await world.type('/quiz', ada);
    const replies = await Promise.all([
      world.press(button('reveal'), ada),
      world.press(button('reveal'), mod),
    ]);
    for (const reply of replies) expect(textOf(reply)).toMatch(/^$|on its way/);
    expect(replies).toContainEqual(expect.objectContaining({ type: 'done' }));
    await settled();
    expect(isShown()).toBe(true);
  });

  it('reads what to change where it is refused, and so does the starter', async () => {
    await world.type('/quiz', ada);
    world.platform.answerNextEdit(DENIED);
    const reply = textOf(await world.press(button('reveal'), mod));
    expect(reply).toContain('Allow me to edit.');
    expect(world.platform.told.map(({ player }) => player.user)).toEqual(['ada']);
    expect(world.platform.told.map(({ card }) => cardToText(card)).join()).toContain('Allow me to edit.');
  });

  it('is not told twice, being the starter', async () => {
    await world.type('/quiz', ada);
    world.platform.answerNextEdit(DENIED);
    expect(textOf(await world.press(button('reveal'), ada))).toContain('Allow me to edit.');
    expect(world.platform.told).toEqual([]);
  });

  it('sees it shown by a second press, once it is allowed', async () => {
    await world.type('/quiz', ada);
    const reveal = button('reveal');
    world.platform.answerNextEdit(DENIED);
    await world.press(reveal, ada);
    expect(await world.press(reveal, ada)).toMatchObject({ type: 'done' });
    expect(isShown()).toBe(true);
  });

  it('reads that the question was deleted', async () => {
    await world.type('/quiz', ada);
    world.platform.answerNextEdit({ status: 'gone' });
    expect(textOf(await world.press(button('reveal'), ada))).toContain('deleted');
  });
});

describe('a stop', () => {
  it('says so where the open answer is refused', async () => {
    await world.type('/quiz questions: 3', ada);
    world.platform.answerNextEdit(DENIED);
    expect(textOf(await world.press(button('stop'), ada))).toContain('Allow me to edit.');
    expect(world.platform.shown).toHaveLength(2);
  });
});

describe('a question whose time is up and that is refused', () => {
  it('has its starter told what to change, where it was the only one', async () => {
    await world.type('/quiz', ada);
    world.platform.answerNextEdit(DENIED);
    await world.clock.advance(45_000);
    expect(world.platform.told.map(({ player }) => player.user)).toEqual(['ada']);
  });
});
