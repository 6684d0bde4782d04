/** A daily question of which nobody knows whether it was posted: found out first, and never posted twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { endUnknown } from '../../../src/core/daily/attempt.ts';
import { deliver } from '../../../src/core/daily/deliver.ts';
import { runDaily } from '../../../src/core/daily/run-daily.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { playerOf } from '../../../src/core/ids.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { runJob } from '../../../src/core/work.ts';
import { createFakeClock, settled } from '../../fakes/clock.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { createRecordingPlatform } from '../../fakes/recording-platform.ts';
import { createWorld, HOUR, textOf, tokensOf, type World } from '../../fakes/world.ts';

const mod = { user: 'mod', manages: true };
const UNSURE = { status: 'failed', sent: 'maybe' } as const;
const NOT_TAKEN = { status: 'failed', sent: 'no' } as const;
const MINUTE = 60_000;

let world: World;

async function begin(repeatsSafely: boolean, more: { readonly store?: Store } = {}) {
  world = await createWorld({
    ...more,
    clock: createFakeClock('2026-11-23T08:00:00Z'),
    platform: createRecordingPlatform('test', repeatsSafely),
  });
  await world.type('/daily set 09:00 UTC reveal: 8', mod);
}
afterEach(() => world.close());

const questions = () => world.platform.shown.filter(({ under }) => under === undefined);
const texts = () =>
  questions()
    .map(({ card }) => cardToText(card))
    .join('\n\n');
const status = async () => textOf(await world.type('/daily status', mod));
const now = async () => textOf(await world.type('/daily now', mod));
const round = async () => {
  const [open] = await world.store.unrevealedRounds();
  if (!open) throw new Error('no round is open');
  return open;
};
const answer = async (user: string) =>
  textOf(await world.press({ do: 'answer', round: (await round()).id, option: 0 }, { user }));

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
    expect(await now()).toContain('may have been posted');
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
    await runJob(without(questionId), {
      do: 'deliver',
      platform: world.place.platform,
      delivery: delivery?.id ?? '',
    });
    expect(questions()).toHaveLength(1);
    expect((await round()).shown.prompt === shown.prompt ? 'same' : 'another').toBe(which);
  });
});

/** As after a restart with a release that withdraws a question. */
function without(questionId: string) {
  const packs = world.library.packs.map((pack) => ({
    ...pack,
    questions: pack.questions.filter(({ id }) => id !== questionId),
  }));
  return { ...world.services, library: buildLibrary(packs) };
}

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

describe('a question that was opened and not posted', () => {
  beforeEach(() => begin(false));

  it('and was withdrawn meanwhile is never posted: another one is drawn', async () => {
    world.platform.answerNextPost(NOT_TAKEN);
    await world.minutes(60);
    const { questionId } = await round();
    const prompt = world.library.question(questionId)?.prompt ?? 'nothing';
    const [delivery] = await world.store.deliveriesOf(world.place, 1);
    world.clock.jumpTo(world.clock.now() + 3 * MINUTE);
    await runJob(without(questionId), {
      do: 'deliver',
      platform: world.place.platform,
      delivery: delivery?.id ?? '',
    });
    expect(questions()).toHaveLength(1);
    expect(texts()).not.toContain(prompt);
  });

  it('is tried by one process at a time, however many take it up', async () => {
    world.platform.answerNextPost(NOT_TAKEN);
    await world.minutes(60);
    const [delivery] = await world.store.deliveriesOf(world.place, 1);
    world.clock.jumpTo(world.clock.now() + 3 * MINUTE);
    const release = world.platform.holdNextPost();
    const tries = Array.from({ length: 5 }, () => deliver(world.services, delivery?.id ?? ''));
    await settled();
    expect(questions()).toHaveLength(1);
    release();
    await Promise.all(tries);
    await world.minutes(5);
    expect(questions()).toHaveLength(1);
  });

  it('is left to the process that claimed it, while another one ticks', async () => {
    const release = world.platform.holdNextPost();
    await world.minutes(60);
    const [daily] = await world.store.dueDailies([world.place.platform], Number.MAX_SAFE_INTEGER, 1);
    await runDaily(world.services, daily?.id ?? '');
    const [delivery] = await world.store.deliveriesOf(world.place, 1);
    await deliver(world.services, delivery?.id ?? '');
    release();
    await settled();
    expect(questions()).toHaveLength(1);
  });
});

describe('a process that sleeps', () => {
  /** Sleeps once, right after the verb took effect. */
  async function sleepAfter(verb: 'noteAttempt' | 'roundOfDelivery', meanwhile: () => Promise<unknown>) {
    const real = await openMemoryStore();
    let isAwake = true;
    const fallAsleep = async () => {
      if (!isAwake) return;
      isAwake = false;
      world.clock.jumpTo(world.clock.now() + 3 * MINUTE);
      await meanwhile();
    };
    const store: Store = {
      ...real,
      [verb]: async (...given: never[]) => {
        const answer = await (real[verb] as (...args: never[]) => Promise<unknown>)(...given);
        await fallAsleep();
        return answer;
      },
    };
    await begin(false, { store });
  }
  const another = async () => {
    const [delivery] = await world.store.deliveriesOf(world.place, 1);
    await deliver(world.services, delivery?.id ?? '');
  };

  it('before it notes its try leaves the question to the one that has taken it up since', async () => {
    await sleepAfter('roundOfDelivery', another);
    await world.minutes(70);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });

  it('before it notes its try does not join another one that is posting right then', async () => {
    let release = () => {};
    await sleepAfter('roundOfDelivery', async () => {
      release = world.platform.holdNextPost();
      void another();
      await settled();
    });
    await world.minutes(60);
    expect(questions()).toHaveLength(1);
    release();
    await world.minutes(10);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });

  it('between its note and the sending does not send what another has posted since', async () => {
    await sleepAfter('noteAttempt', another);
    await world.minutes(70);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });

  it('for three days records what it missed, and posts the one that is not too late', async () => {
    await begin(true);
    world.clock.jumpTo(Date.parse('2026-11-26T10:00:00Z'));
    world = await world.restart();
    await world.minutes(2);
    expect(questions()).toHaveLength(1);
    const states = (await world.store.deliveriesOf(world.place, 9)).map(({ localDate, state }) =>
      [localDate.slice(-2), state].join(' '),
    );
    expect(states).toEqual(['26 posted', '25 skipped', '24 skipped', '23 skipped']);
  });
});

describe('a clock that is set', () => {
  beforeEach(() => begin(false));

  it('back by days does not keep an unposted question waiting for ever, nor does it post it early', async () => {
    world.platform.answerNextPost(NOT_TAKEN);
    world.clock.jumpTo(Date.parse('2026-11-23T09:00:00Z'));
    await world.minutes(1);
    world.clock.jumpTo(Date.parse('2026-11-21T12:00:00Z'));
    world = await world.restart();
    await world.minutes(24 * 60);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain('22 November 2026: posted');
    await world.minutes(22 * 60);
    expect(questions()).toHaveLength(2);
    expect(await status()).toContain('23 November 2026: posted');
  });

  it('back by hours after the post does not post the same date again', async () => {
    await world.minutes(61);
    world.clock.jumpTo(world.clock.now() - 3 * HOUR);
    world = await world.restart();
    await world.minutes(4 * 60);
    expect(questions()).toHaveLength(1);
  });

  it('back after a try that was not confirmed has the question looked for, however fresh the try seems', async () => {
    await world.close();
    await begin(true);
    world.platform.loseNextPost();
    await world.minutes(60);
    world.clock.jumpTo(world.clock.now() - 2 * 24 * HOUR);
    world = await world.restart();
    await world.minutes(2);
    expect(questions()).toHaveLength(1);
    expect(world.platform.sought).toHaveLength(1);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });

  it('forward past the window skips the date and goes on with the next', async () => {
    world.clock.jumpTo(Date.parse('2026-11-23T20:00:00Z'));
    await world.minutes(2);
    expect(await status()).toMatch(/Next question: Tuesday 24 November[\s\S]*23 November 2026: skipped/);
  });
});

describe('a post of a process whose clock was ahead', () => {
  it('is looked for from an hour before its own note too', async () => {
    await begin(false);
    world.platform.loseNextPost();
    await world.minutes(60);
    const [message] = questions();
    world.platform.answerNextFind({ status: 'absent' });
    if (!message) throw new Error('nothing was posted');
    world.platform.answerNextFind({ status: 'found', message: message.ref });
    await world.minutes(5);
    expect(questions()).toHaveLength(1);
    const [near, wide] = world.platform.sought;
    expect((near?.since ?? 0) - (wide?.since ?? 0)).toBe(HOUR);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });
});

describe('a process that gives a question up too late', () => {
  it('spoils nothing of what another one has found, answers included', async () => {
    await begin(false);
    world.platform.loseNextPost();
    await world.minutes(60);
    const [claimed] = await world.store.deliveriesOf(world.place, 1);
    const opened = await round();
    if (!claimed) throw new Error('nothing was claimed');
    await world.minutes(5);
    expect(await answer('bea')).toContain('Locked in');
    const late = { delivery: claimed, daily: undefined, held: claimed.claimedAt + MINUTE };
    await endUnknown(world.services, late, opened, 'I cannot look there');
    expect(await world.store.answersOf(opened.id)).toHaveLength(1);
    await world.minutes(8 * 60);
    expect(texts()).toContain('Receipt:');
    expect(await status()).toContain('posted');
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
