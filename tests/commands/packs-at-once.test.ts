/** Two who manage a channel, and choose at the same moment what is told and asked there: something always stays. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { severalPacks } from '../fakes/several-packs.ts';
import { createWorld, type Person, textOf, type World } from '../fakes/world.ts';

const library = await severalPacks;
const mod: Person = { user: 'mod', manages: true };

let world: World;
beforeEach(async () => {
  world = await createWorld({ library });
});
afterEach(() => world.close());

const say = async (line: string, who: Person = mod) => textOf(await world.type(line, who));

it('leaves one topic where two leave out the last two at once, or one of them turns its pack off', async () => {
  const mia = { user: 'mia', manages: true };
  const tellsAnything = async () => !(await say('/fact')).includes('Nothing is on in this channel');
  await say('/packs off kim kardashian and the trumps');
  await say('/packs off lamp of Varn Light');
  await say('/packs off days and hours');
  await Promise.all([say('/packs off workshop'), say('/packs off the house and its people', mia)]);
  expect(await tellsAnything()).toBe(true);
  await say('/packs on lamp of Varn Light');
  for (const topic of ['workshop', 'the house and its people']) await say(`/packs off ${topic}`);
  expect(await say('/packs off lamp of Varn Light', mia)).toContain('so it stays on');
  await say('/packs on workshop');
  await Promise.all([say('/packs off workshop'), say('/packs off lamp of Varn Light', mia)]);
  expect(await tellsAnything()).toBe(true);
});
