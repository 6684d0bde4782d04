/** A daily question under stops, faults and second thoughts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { deliver } from '../../../src/core/daily/deliver.ts';
import { settled } from '../../fakes/clock.ts';
import { createRecordingPlatform } from '../../fakes/recording-platform.ts';
import { createWorld, HOUR, textOf, tokensOf, type World } from '../../fakes/world.ts';

const mod = { user: 'mod', manages: true };
const NOT_TAKEN = { status: 'failed', sent: 'no' } as const;

let world: World;
beforeEach(async () => {
  world = await createWorld({ start: '2026-11-23T08:00:00Z' });
});
afterEach(() => world.close());

/** Without the answers under them. */
const questions = () => world.platform.shown.filter(({ under }) => under === undefined);

const status = async () => textOf(await world.type('/daily status', mod));
const now = async () => textOf(await world.type('/daily now', mod));

/** Claimed by a process that died before it did anything else. */
async function claimAndDie() {
  const daily = (await world.store.dueDailies([world.place.platform], Number.MAX_SAFE_INTEGER, 1))[0];
  if (!daily) throw new Error('no daily');
  const delivery = {
    id: 'claimed',
    daily: daily.id,
    place: daily.place,
    localDate: '2026-11-23',
    byHand: false,
  };
  await world.store.claimDelivery({ ...delivery, dueAt: daily.nextRun, claimedAt: daily.nextRun });
  await world.store.moveNextRun(daily.id, daily.nextRun, daily.nextRun + 24 * HOUR);
}

describe('a daily question that is interrupted', () => {
  it('is posted after a stop between its claim and its post', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    await claimAndDie();
    world.clock.jumpTo(world.clock.now() + HOUR + 60_000);
    world = await world.restart();
    await world.minutes(1);
    expect(questions()).toHaveLength(1);
  });

  it('is skipped, and says so, where the stop lasted longer than six hours', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    await claimAndDie();
    world.clock.jumpTo(world.clock.now() + 14 * HOUR);
    world = await world.restart();
    await world.minutes(1);
    expect(questions()).toHaveLength(0);
    expect(await status()).toContain('23 November 2026: skipped');
  });

  it('is tried again after a restart where it was surely not taken, on any platform', async () => {
    await world.close();
    world = await createWorld({
      start: '2026-11-23T08:00:00Z',
      platform: createRecordingPlatform('test', false),
    });
    await world.type('/daily set 09:00 UTC', mod);
    world.platform.answerNextPost(NOT_TAKEN);
    await world.minutes(60);
    world = await world.restart();
    await world.minutes(3);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain('23 November 2026: posted');
  });

  it('is posted once, where a stop came between the post and its note and the platform knows a repeat', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    world.platform.holdNextPost();
    await world.minutes(60);
    expect(questions()).toHaveLength(1);
    world = await world.restart();
    await world.minutes(3);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain('23 November 2026: posted');
  });

  it('keeps its full time to answer, however late the platform took it', async () => {
    await world.type('/daily set 09:00 UTC reveal: 1', mod);
    for (let tries = 0; tries < 8; tries += 1) world.platform.answerNextPost(NOT_TAKEN);
    await world.minutes(60 + 90);
    expect(questions()).toHaveLength(1);
    const [token] = tokensOf(world.platform.shown[0]?.card ?? { kind: 'plain', tone: 'neutral', blocks: [] });
    expect(textOf(await world.press(token ?? '', { user: 'bea' }))).toContain('Locked in');
    await world.minutes(61);
    expect(
      cardToText(world.platform.shown[0]?.card ?? { kind: 'plain', tone: 'neutral', blocks: [] }),
    ).toContain('Receipt:');
  });

  it.each(['/daily off', '/daily pause'])(
    'is not posted any more after %s, though a retry was waiting',
    async (order) => {
      await world.type('/daily set 09:00 UTC', mod);
      world.platform.answerNextPost(NOT_TAKEN);
      await world.minutes(60);
      await world.type(order, mod);
      await world.minutes(30);
      expect(questions()).toHaveLength(0);
      expect(await status()).toContain('skipped');
    },
  );

  it('is delivered once by two processes that work on it at the same time', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    await claimAndDie();
    world.clock.jumpTo(world.clock.now() + HOUR + 60_000);
    await Promise.all([deliver(world.services, 'claimed'), deliver(world.services, 'claimed')]);
    await settled();
    expect(questions()).toHaveLength(1);
  });
});

describe('a daily question after a refusal', () => {
  const fix = 'Allow “Send Messages” for me.';

  it('can be posted the same day once the right is given', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    world.platform.answerNextPost({ status: 'refused', why: 'forbidden', fix });
    await world.minutes(60);
    await now();
    expect(questions()).toHaveLength(1);
  });

  it('is paused, and continues only where the bot may post again', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    world.platform.answerNextPost({ status: 'refused', why: 'forbidden', fix });
    await world.minutes(60);
    const mayPost = { ok: false, fix } as const;
    expect(textOf(await world.type('/daily resume', { ...mod, mayPost }))).toContain('stays paused');
    expect(textOf(await world.type('/daily resume', mod))).toContain('Tuesday 24 November');
  });

  it('shows in the status why an answer could not be shown', async () => {
    await world.type('/daily set 09:00 UTC reveal: 1', mod);
    await world.minutes(60);
    world.platform.answerNextEdit({ status: 'refused', why: 'forbidden', fix });
    await world.minutes(61);
    expect(await status()).toContain(`posted – its answer could not be shown: ${fix}`);
  });
});

describe('what is promised about the next question', () => {
  it('leaves out a day that has its question already', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    await now();
    expect(await status()).toContain('Next question: Tuesday 24 November, 09:00');
    expect(textOf(await world.type('/daily set 18:00', mod))).toContain(
      'Next question: Tuesday 24 November, 18:00',
    );
  });

  it('is nothing where none was ever set, though one was posted by hand', async () => {
    await now();
    expect(await status()).toContain('No daily question is set here. Last posted by hand: 23 November 2026.');
    for (const order of ['/daily resume', '/daily pause', '/daily off'])
      expect(textOf(await world.type(order, mod))).toMatch(/nothing to|no daily question/);
  });
});
