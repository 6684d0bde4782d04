/** Where nothing can be asked, people are told why, and what they can do is what helps. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildLibrary } from '../../src/core/dataset/library.ts';
import { HANDBOOK, LIGHTHOUSE, severalPacks } from '../fakes/several-packs.ts';
import { createWorld, here, type Person, textOf, type World } from '../fakes/world.ts';

const { packs } = await severalPacks;
const mod: Person = { user: 'mod', manages: true };

/** The handbook without its questions, and the lighthouse with them. */
const library = buildLibrary(
  packs
    .filter(({ info }) => [HANDBOOK, LIGHTHOUSE].includes(info.id))
    .map((pack) => (pack.info.id === HANDBOOK ? { ...pack, questions: [] } : pack)),
);

let world: World;
beforeEach(async () => {
  world = await createWorld({ library });
});
afterEach(() => world.close());

const say = async (line: string) => textOf(await world.type(line, mod));

it.each(['/quiz pack: handbook', '/daily set 09:00 pack: handbook'])(
  '%s of a pack that has facts alone says that it has no questions',
  async (line) => {
    expect(await say(line)).toBe('There are no questions in “The handbook of Halloway Weather”.');
  },
);

it('a channel in which only facts are on is told to turn another pack on', async () => {
  await say('/daily set 09:00');
  await say('/packs off lamp');
  expect(await say('/quiz')).toBe('There are no questions here.');
  expect(await say('/daily status')).toContain(
    'It has nothing to ask now: there are no questions. Turn another pack on with /packs on.',
  );
});

it('where all that there is has been left out, it says so', async () => {
  for (const id of library.questions.keys()) await world.store.leaveOut(here, 'question', id, 0);
  expect(await say('/quiz')).toBe('Every question here is left out.');
  expect(await say('/quiz pack: lamp')).toBe('Every question in “The lamp of Varn Light” is left out.');
});
