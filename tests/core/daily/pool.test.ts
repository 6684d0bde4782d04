/** What the status says of how long the questions of a daily last. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/dataset/library.ts';
import { createWorld, here, textOf, type World } from '../../fakes/world.ts';
import { busyHarbour } from '../quiz/harbour.ts';
import { mod, statusOf } from './unconfirmed.ts';

const DAY = 24 * 60;

let world: World;
afterEach(() => world.close());

/** On a Monday, an hour before the first question. */
async function begin(library: Library, order = '09:00 UTC reveal: 1'): Promise<void> {
  world = await createWorld({ start: '2026-11-23T08:00:00Z', library });
  await world.type(`/daily set ${order}`, mod);
}

const status = () => statusOf(world);
const leaveOut = (kind: 'question' | 'topic', id: string) => world.store.leaveOut(here, kind, id, 0);

describe('the status of a daily', () => {
  it('says how many questions the channel still has, and until when they last', async () => {
    await begin(busyHarbour(12), '09:00 UTC mon,wed,fri reveal: 1');
    expect(await status()).toContain(
      '12 of 12 questions have not been asked here: enough until Friday 18 December, unless a quiz asks some first.',
    );
    await world.minutes(2 * DAY + 61);
    expect(await status()).toContain(
      '10 of 12 questions have not been asked here: enough until Friday 18 December',
    );
    await world.type('/daily skip 4 Dec', mod);
    expect(await status()).toContain('enough until Monday 21 December');
    await world.type('/quiz 1', mod);
    expect(await status()).toContain('9 of 12 questions');
  });

  it('counts what is left out against them, and says how much that is', async () => {
    await begin(busyHarbour(5));
    expect(await status()).not.toContain('left out');
    await leaveOut('question', 'harbour/q-moored-0');
    expect(await status()).toContain('4 of 4 questions have not been asked here');
    expect(await status()).toContain('1 question is left out in this channel.');
    await leaveOut('question', 'harbour/q-moored-1');
    expect(await status()).toContain('2 questions are left out in this channel.');
    await leaveOut('topic', 'harbour/boats');
    expect(await status()).toContain('It has nothing to ask now: every question is left out.');
  });

  it('says when they come round again, and of very many no date', async () => {
    await begin(busyHarbour(1));
    expect(await status()).toContain(
      '1 of 1 question has not been asked here: enough until Monday 23 November',
    );
    await world.minutes(61);
    expect(await status()).toContain('The one question that fits has been asked here, so it comes again.');
    await world.close();
    await begin(busyHarbour(60), '09:00 UTC mon');
    expect(await status()).toContain(
      '60 of 60 questions have not been asked here: enough for more than a year',
    );
  });

  it('names no date while it is paused, and nothing of it once it is off', async () => {
    await begin(busyHarbour(5));
    await world.type('/daily pause', mod);
    expect(await status()).toContain('5 of 5 questions have not been asked here.');
    await world.type('/daily off', mod);
    expect(textOf(await world.type('/daily status', mod))).not.toContain('asked here');
  });
});
