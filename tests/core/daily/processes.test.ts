/** Several processes and their clocks: whoever sleeps, comes late or runs ahead posts no daily question twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endUnknown } from '../../../src/core/daily/attempt.ts';
import { deliver } from '../../../src/core/daily/deliver.ts';
import { runDaily } from '../../../src/core/daily/run-daily.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { runJob } from '../../../src/core/work.ts';
import { settled } from '../../fakes/clock.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { HOUR, type World } from '../../fakes/world.ts';
import {
  answerOf,
  MINUTE,
  NOT_TAKEN,
  questionsOf,
  roundOf,
  statusOf,
  textsOf,
  withDaily,
  without,
} from './unconfirmed.ts';

let world: World;

async function begin(repeatsSafely: boolean, more: { readonly store?: Store } = {}) {
  world = await withDaily(repeatsSafely, more);
}
afterEach(() => world.close());

const questions = () => questionsOf(world);
const texts = () => textsOf(world);
const status = () => statusOf(world);
const round = () => roundOf(world);
const answer = (user: string) => answerOf(world, user);

describe('a question that was opened and not posted', () => {
  beforeEach(() => begin(false));

  it('and was withdrawn meanwhile is never posted: another one is drawn', async () => {
    world.platform.answerNextPost(NOT_TAKEN);
    await world.minutes(60);
    const { questionId } = await round();
    const prompt = world.library.question(questionId)?.prompt ?? 'nothing';
    const [delivery] = await world.store.deliveriesOf(world.place, 1);
    world.clock.jumpTo(world.clock.now() + 3 * MINUTE);
    await runJob(without(world, questionId), {
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
