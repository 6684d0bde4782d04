/** A daily whose pack or topic is gone after the packs were read: noted in its status, and told once to who set it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { noteVanished } from '../../../src/core/daily/vanished.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { placeOf } from '../../../src/core/ids.ts';
import { HANDBOOK, LIGHTHOUSE, severalPacks, TRUMPS } from '../../fakes/several-packs.ts';
import { createWorld, here, textOf, type World } from '../../fakes/world.ts';

const mod = { user: 'mod', manages: true };
const library = await severalPacks;
const only = (...ids: string[]) => buildLibrary(library.packs.filter(({ info }) => ids.includes(info.id)));

let world: World;
beforeEach(async () => {
  world = await createWorld({ library });
});
afterEach(() => world.close());

/** What a start does, with these packs. */
async function startWith(...packs: string[]): Promise<void> {
  world = await world.restart({ library: only(...packs) });
  await noteVanished(world.services);
}
const status = async (place = here) => textOf(await world.type('/daily status', { ...mod, place }));
const told = () => world.platform.told.map(({ card }) => cardToText(card));

it('is told privately to who set it, with what to do, and stands in the status', async () => {
  await world.type('/daily set 09:00 pack: handbook', mod);
  await startWith(TRUMPS, LIGHTHOUSE);
  expect(world.platform.told).toMatchObject([{ player: { user: 'mod' } }]);
  expect(told()[0]).toContain('The daily question that you set has nothing to ask');
  expect(told()[0]).toContain('cannot be asked any more: its pack “handbook” is not there any more.');
  expect(told()[0]).toContain('What to do: Set another with /daily set. Type it in that channel.');
  expect(await status()).toContain('The daily question is on');
  expect(await status()).toContain(
    'It has nothing to ask now: its pack “handbook” is not there any more. Set another',
  );
});

it('is told once: not at each start, and by one of several processes', async () => {
  await world.type('/daily set 09:00 topic: The relighting', mod);
  await startWith(TRUMPS);
  await startWith(TRUMPS);
  await startWith(TRUMPS, HANDBOOK);
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain('no question fits the topic “The relighting”.');
  await world.type('/daily set 09:00 pack: trump', mod);
  world = await world.restart({ library: only(HANDBOOK) });
  await Promise.all([1, 2, 3, 4].map(() => noteVanished(world.services)));
  expect(told()).toHaveLength(2);
});

it('loses the note when it fits again, and is told anew when it goes again', async () => {
  await world.type('/daily set 09:00 topic: The relighting', mod);
  await startWith(TRUMPS);
  await startWith(TRUMPS, LIGHTHOUSE);
  expect(await world.store.findDaily(here)).toMatchObject({ state: 'on', reason: '' });
  expect(await status()).not.toContain('nothing to ask');
  await startWith(TRUMPS);
  expect(told()).toHaveLength(2);
});

it('is none where what fits is still there, off, paused, or not asked for there', async () => {
  const place = (channel: string) => placeOf('test', 'W1', channel);
  await world.type('/daily set 09:00', mod);
  await world.type('/daily set 09:00 topic: Ivanka Trump', { ...mod, place: place('C2') });
  for (const [channel, line] of [
    ['C3', '/daily off'],
    ['C4', '/daily pause'],
  ] as const) {
    await world.type('/daily set 09:00 pack: handbook', { ...mod, place: place(channel) });
    await world.type(line, { ...mod, place: place(channel) });
  }
  await startWith(TRUMPS);
  expect(told()).toEqual([]);
});

it('is one where the packs that its channel has chosen are all gone', async () => {
  await world.type('/daily set 09:00', mod);
  await world.store.choosePacks(here, [HANDBOOK]);
  await startWith(TRUMPS);
  expect(told()[0]).toContain('cannot be asked any more: no pack is on.');
  expect(await status()).toContain('no pack is on. Turn one on with /packs on.');
});

it('is told to nobody where a moderator turned the pack off, who was told at once', async () => {
  await world.type('/daily set 09:00 pack: handbook', mod);
  await world.type('/packs off handbook', { user: 'other', manages: true });
  await noteVanished(world.services);
  expect(told()).toEqual([]);
});

it('is told to nobody where there is no question at all: only whoever runs the bot can help', async () => {
  await world.type('/daily set 09:00', mod);
  world = await world.restart({ library: buildLibrary([]) });
  await noteVanished(world.services);
  expect(told()).toEqual([]);
  expect(await status()).toContain('there are no questions here yet. Whoever runs this bot can add some.');
});

it('is left for the next time where the database is away', async () => {
  const dailiesAfter = () => Promise.reject(new Error('away'));
  await noteVanished({ ...world.services, store: { ...world.store, dailiesAfter } });
  expect(world.log.lines.map(({ event }) => event)).toContain('dailies-not-looked-at');
});
