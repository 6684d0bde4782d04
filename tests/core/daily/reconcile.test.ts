/** A daily question of which nobody knows whether it was posted: found out first, and never posted twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { playerOf } from '../../../src/core/ids.ts';
import { runJob } from '../../../src/core/work.ts';
import { HOUR, textOf, tokensOf, type World } from '../../fakes/world.ts';
import {
  answerOf,
  MINUTE,
  mod,
  questionsOf,
  roundOf,
  statusOf,
  textsOf,
  UNSURE,
  withDaily,
  without,
} from './unconfirmed.ts';

let world: World;

async function begin(repeatsSafely: boolean) {
  world = await withDaily(repeatsSafely);
}
afterEach(() => world.close());

const questions = () => questionsOf(world);
const texts = () => textsOf(world);
const status = () => statusOf(world);
const round = () => roundOf(world);
const answer = (user: string) => answerOf(world, user);

describe('where the platform shows a repeat twice, a question that was never confirmed', () => {
  beforeEach(() => begin(false));

  it('is looked for, and where it stands it is taken for posted', async () => {
    world.platform.loseNextPost();
    await world.minutes(65);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain('Last: 23 November 2026: posted');
    expect(await answer('bea')).toContain('Locked in');
    await world.minutes(8 * 60);
    expect(texts()).toContain('Receipt:');
  });

  it('that is found takes answers for as long as it says, counted from when it was sent', async () => {
    world.platform.loseNextPost();
    await world.minutes(65);
    const { openedAt, closesAt } = await round();
    expect(new Date(openedAt).toISOString()).toBe('2026-11-23T09:00:00.000Z');
    expect(closesAt - openedAt).toBe(8 * HOUR);
  });

  it('is found after a stop between the post and its note as well', async () => {
    world.platform.holdNextPost();
    await world.minutes(60);
    world = await world.restart();
    await world.minutes(4);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain('posted');
    expect(await world.store.unrevealedRounds()).toMatchObject([{ messageId: 'm1' }]);
  });

  it('is posted anew where it surely does not stand there, with the same key', async () => {
    world.platform.answerNextPost(UNSURE);
    await world.minutes(65);
    expect(questions()).toHaveLength(1);
    const [shown] = questions();
    expect(world.platform.sought).toMatchObject([{ key: shown?.key }, { key: shown?.key }]);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });

  it('is not taken for absent before the last try has been over for a minute', async () => {
    world.platform.answerNextPost(UNSURE);
    await world.minutes(60);
    const sentAt = world.clock.now();
    await world.clock.advance(59_000);
    expect(world.platform.sought).toEqual([]);
    await world.minutes(3);
    expect(world.platform.sought).toHaveLength(2);
    expect(world.clock.now()).toBeGreaterThan(sentAt + MINUTE);
  });

  it('is skipped where it surely does not stand there and its time is over', async () => {
    world.platform.answerNextPost(UNSURE);
    await world.minutes(60);
    world.clock.jumpTo(world.clock.now() + 7 * HOUR);
    await world.minutes(1);
    expect(questions()).toHaveLength(0);
    expect(await status()).toContain('skipped – it could not be posted within 6 hours of its time');
    expect(await world.store.unrevealedRounds()).toEqual([]);
  });

  it('is found hours later too, and then shows its answer at its hour', async () => {
    world.platform.loseNextPost();
    await world.minutes(60);
    world.clock.jumpTo(world.clock.now() + 7 * HOUR);
    await world.minutes(1);
    expect(await status()).toContain('Last: 23 November 2026: posted');
    await world.minutes(60);
    expect(questions()[0]?.edits).toBeGreaterThan(0);
    expect(await world.store.unrevealedRounds()).toEqual([]);
  });

  it('is looked for again where the platform cannot be asked now, and not posted meanwhile', async () => {
    world.platform.loseNextPost();
    for (let tries = 0; tries < 3; tries += 1) world.platform.answerNextFind({ status: 'failed' });
    await world.minutes(90);
    expect(world.platform.sought).toHaveLength(4);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });

  it('is unknown, and says so, where the platform could not be asked for as long as it would run', async () => {
    world.platform.answerNextPost(UNSURE);
    for (let tries = 0; tries < 200; tries += 1) world.platform.answerNextFind({ status: 'failed' });
    await world.minutes(60 + 10 * 60);
    expect(questions()).toHaveLength(0);
    expect(await status()).toContain(
      'may have been posted, which was never confirmed by Testgram – it could not be looked for in time',
    );
    expect(await world.store.unrevealedRounds()).toEqual([]);
  });

  it('that nobody can look for counts for nobody, not even for those who had answered it', async () => {
    world.platform.loseNextPost();
    world.platform.answerNextFind({ status: 'impossible' });
    await world.minutes(60);
    expect(await answer('bea')).toContain('Locked in');
    await world.minutes(5);
    expect(await status()).toContain('may have been posted');
    expect(textOf(await world.type('/leaderboard all'))).toContain('No points yet.');
  });

  it('is unknown at once where nobody can look there, is never posted again, and counts for nobody', async () => {
    world.platform.loseNextPost();
    world.platform.answerNextFind({ status: 'impossible' });
    await world.minutes(62);
    const [delivery] = await world.store.deliveriesOf(world.place, 1);
    const id = (await world.store.roundOfDelivery(delivery?.id ?? ''))?.id ?? '';
    await world.minutes(10);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain(
      'may have been posted, which was never confirmed by Testgram – I cannot look there, so it was not posted again',
    );
    expect(textOf(await world.type('/daily now', mod))).toContain('may have been posted');
    const reply = textOf(await world.press({ do: 'answer', round: id, option: 0 }, { user: 'bea' }));
    expect(reply).toContain('never confirmed by Testgram that this question was posted');
    expect((await world.store.dailyDates(world.place, playerOf('test', 'W1', 'bea'))).posted).toEqual([]);
  });

  it('is found though the daily question was paused meanwhile', async () => {
    world.platform.loseNextPost();
    await world.minutes(60);
    await world.type('/daily pause', mod);
    await world.minutes(5);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });

  it.each([
    ['is taken for posted where it stands', () => world.platform.loseNextPost(), 'same'],
    ['gives way to another where it surely does not', () => world.platform.answerNextPost(UNSURE), 'another'],
  ])('whose question was withdrawn meanwhile %s', async (_, befall, which) => {
    befall();
    await world.minutes(60);
    const { questionId, shown } = await round();
    const [delivery] = await world.store.deliveriesOf(world.place, 1);
    world.clock.jumpTo(world.clock.now() + 3 * MINUTE);
    await runJob(without(world, questionId), {
      do: 'deliver',
      platform: world.place.platform,
      delivery: delivery?.id ?? '',
    });
    expect(questions()).toHaveLength(1);
    expect((await round()).shown.prompt === shown.prompt ? 'same' : 'another').toBe(which);
  });
});

describe('where the platform knows a repeat, a question that was never confirmed', () => {
  beforeEach(() => begin(true));

  it('is looked for first, since the platform forgets a key by its own clock, and taken for posted', async () => {
    world.platform.loseNextPost();
    await world.minutes(62);
    expect(questions()).toHaveLength(1);
    expect(world.platform.sought).toHaveLength(1);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });

  it('is sent again with the same key while that is safe, where nobody can look for it', async () => {
    world.platform.loseNextPost();
    world.platform.answerNextFind({ status: 'impossible' });
    await world.minutes(62);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });

  it('is looked for once that is not safe any more', async () => {
    world.platform.loseNextPost();
    world.platform.answerNextPost({ status: 'failed', sent: 'no', retryAfterMs: 4 * MINUTE });
    await world.minutes(60 + 15);
    expect(questions()).toHaveLength(1);
    expect(world.platform.sought).toHaveLength(1);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });

  it('is not sent again after a pause, but looked for', async () => {
    world.platform.answerNextPost(UNSURE);
    await world.minutes(60);
    await world.type('/daily pause', mod);
    await world.minutes(5);
    expect(world.platform.sought).toHaveLength(2);
    expect(questions()).toHaveLength(0);
    expect(await status()).toContain('skipped – the daily question was paused before it could be posted');
  });
});

describe('how late a question may come', () => {
  it('is what the place has set, also in the words for what was skipped', async () => {
    await begin(true);
    await world.type('/daily set 09:00 UTC catch-up: 1', mod);
    world.clock.jumpTo(Date.parse('2026-11-23T10:00:01Z'));
    await world.minutes(2);
    expect(questions()).toHaveLength(0);
    expect(await status()).toContain('skipped – it could not be posted within an hour of its time');
    await world.type('/daily set 09:00 UTC catch-up: 12', mod);
    world.clock.jumpTo(Date.parse('2026-11-24T20:59:00Z'));
    await world.minutes(1);
    expect(questions()).toHaveLength(1);
  });
});

describe('the buttons of a question', () => {
  it('take answers while it is still being found out whether it stands there', async () => {
    await begin(false);
    world.platform.loseNextPost();
    await world.minutes(60);
    expect(await answer('bea')).toContain('Locked in');
    await world.minutes(5);
    expect(await answer('cid')).toContain('Locked in');
    expect(await world.store.answersOf((await round()).id)).toHaveLength(2);
    expect(questions().flatMap(({ card }) => tokensOf(card))).not.toEqual([]);
  });
});
