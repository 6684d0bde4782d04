/** Live counts take what results leave of what a platform allows. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Place, placeOf } from '../../../src/core/ids.ts';
import type { Capabilities } from '../../../src/core/ports/platform.ts';
import { createRecordingPlatform } from '../../fakes/recording-platform.ts';
import { createWorld, tokensOf, type World } from '../../fakes/world.ts';
import { busyHarbour } from './harbour.ts';

let world: World;
afterEach(() => world.close());

interface Edit {
  readonly at: number;
  readonly isResult: boolean;
  readonly channel: string;
}

/** A world that notes when each message is edited. */
async function start(edits: Capabilities['edits']): Promise<Edit[]> {
  const made: Edit[] = [];
  const platform = createRecordingPlatform('test', true, edits);
  world = await createWorld({
    library: busyHarbour(150),
    platform: {
      ...platform,
      edit: (message, card) => {
        const { channel } = message.place;
        made.push({ at: world.clock.now(), isResult: card.kind === 'cited', channel });
        return platform.edit(message, card);
      },
    },
  });
  return made;
}

const channels = (count: number): readonly Place[] =>
  Array.from({ length: count }, (_, at) => placeOf('test', 'W1', `C${at}`));

let people = 0;

/** An answer to whatever stands open in the place, by somebody new. */
async function answer(place: Place): Promise<void> {
  const open = world.platform.shown.findLast(({ ref }) => ref.place.channel === place.channel);
  const token = open && tokensOf(open.card).find((candidate) => candidate.do === 'answer');
  people += 1;
  if (token) await world.press(token, { user: `p${people}`, place });
}

/** So long in all, in steps of three seconds with an answer in each place. */
async function play(places: readonly Place[], seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 3) {
    for (const place of places) await answer(place);
    await world.clock.advance(3_000);
  }
}

/** The most within any minute. */
const most = (edits: readonly Edit[]): number =>
  Math.max(
    0,
    ...edits.map(({ at }) => edits.filter((edit) => edit.at > at - 60_000 && edit.at <= at).length),
  );

describe('twenty busy rounds in one workspace', () => {
  it('stay within what it allows for five minutes, show each result in time, and count rarer', async () => {
    const edits = await start({ perMinute: 40, per: 'workspace' });
    const places = channels(20);
    const opened: number[] = [];
    for (let second = 0; second < 300; second += 3) {
      // A new one as soon as the last one is over; they began one after the other.
      for (const [at, place] of places.entries())
        if (second % 48 === (at * 3) % 48) {
          opened.push(world.clock.now());
          await world.type('/quiz', { place, user: `host-${opened.length}` });
        }
      for (const place of places) await answer(place);
      await world.clock.advance(3_000);
    }
    await world.clock.advance(60_000);
    expect(most(edits)).toBeLessThanOrEqual(40);
    const results = edits.filter(({ isResult }) => isResult);
    expect(results).toHaveLength(opened.length);
    for (const [at, openedAt] of opened.entries())
      expect((results[at]?.at ?? Number.NaN) - openedAt - 45_000).toBeLessThanOrEqual(3_000);
    expect(edits.length - results.length).toBeGreaterThan(20);
  }, 60_000);

  it('that end all at once leave room for their results', async () => {
    const edits = await start({ perMinute: 40, per: 'workspace' });
    const places = channels(20);
    for (const place of places) await world.type('/quiz', { place, user: `host-${place.channel}` });
    await play(places, 60);
    expect(edits.filter(({ isResult }) => isResult)).toHaveLength(20);
    expect(most(edits)).toBeLessThanOrEqual(40);
    expect(edits.length).toBeGreaterThan(30);
  }, 60_000);
});

describe('one busy round', () => {
  it('is counted every few seconds, and shows the last count', async () => {
    const edits = await start({ perMinute: 40, per: 'workspace' });
    const [place] = channels(1);
    if (!place) throw new Error('no place');
    await world.type('/quiz', { place });
    await play([place], 42);
    expect(edits.length).toBeGreaterThanOrEqual(12);
  });

  it('takes nothing from another channel, where the platform counts by channel', async () => {
    const edits = await start({ perMinute: 6, per: 'channel' });
    const places = channels(3);
    for (const place of places) await world.type('/quiz', { place, user: `host-${place.channel}` });
    await play(places, 60);
    for (const { channel } of places) {
      const here = edits.filter((edit) => edit.channel === channel);
      expect(here.length).toBeGreaterThan(2);
      expect(most(here)).toBeLessThanOrEqual(6);
      expect(here.at(-1)?.isResult).toBe(true);
    }
  });

  it('is counted no more for a while after the platform said “slow down”, longer each time', async () => {
    const edits = await start({ perMinute: 40, per: 'workspace' });
    const [place] = channels(1);
    if (!place) throw new Error('no place');
    await world.type('/quiz seconds: 300', { place });
    for (let time = 0; time < 2; time += 1)
      world.platform.answerNextEdit({ status: 'failed', retryAfterMs: 1_000 });
    await play([place], 90);
    const [first = 0, second = 0, third = 0] = edits.map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(15_000);
    expect(third - second).toBeGreaterThanOrEqual(30_000);
    expect(edits.length).toBeGreaterThan(3);
  });
});
