/** From whatever /packs shows, one press leads back to the list, in place. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildLibrary } from '../../src/core/dataset/library.ts';
import { LIGHTHOUSE, severalPacks } from '../fakes/several-packs.ts';
import { createWorld, type Person, type Replied, textOf, tokensOf, type World } from '../fakes/world.ts';

const library = await severalPacks;
const mod: Person = { user: 'mod', manages: true };

let world: World;
beforeEach(async () => {
  world = await createWorld({ library });
});
afterEach(() => world.close());

const type = (line: string) => world.type(line, mod);
const back = (reply: Replied, who = mod) => world.press(tokensOf(reply.card).at(-1) ?? 'none', who);

it.each([
  ['turning a pack off', '/packs off lamp'],
  ['turning on what is on', '/packs on lamp'],
  ['leaving a topic out', '/packs off The relighting'],
  ['what is left out, where nothing is', '/packs left-out'],
])('after %s', async (_, line) => {
  const list = await back(await type(line));
  expect(list).toMatchObject({ type: 'replace' });
  expect(textOf(list)).toContain('Packs in this channel');
});

it('after a press, and after something was taken back', async () => {
  const which = await type('/packs off kardashian');
  const off = await world.press(tokensOf(which.card)[1] ?? '', mod);
  expect(textOf(await back(off))).toContain('Left out here: 1 topic (Kim Kardashian and Ivanka Trump).');
  const leftOut = await type('/packs left-out');
  const taken = await world.press(tokensOf(leftOut.card)[0] ?? '', mod);
  expect(textOf(await back(taken))).not.toContain('Left out');
});

it('turns the pages of many packs, both ways, also for who does not manage the channel', async () => {
  await world.close();
  const [pack] = library.packs.filter(({ info }) => info.id === LIGHTHOUSE);
  if (!pack) throw new Error('there is no pack');
  const packs = Array.from({ length: 11 }, (_, at) => ({
    ...pack,
    info: { ...pack.info, id: `lamp-${at}`, title: `Lamp ${at}` },
  }));
  world = await createWorld({ library: buildLibrary(packs) });
  const first = await world.type('/packs');
  const second = await back(first, {});
  expect(textOf(second)).toContain('Packs in this channel, 11 to 11 of 11');
  expect(textOf(await back(second, {}))).toBe(textOf(first));
});
