/** Two packs of one title are told apart by their ids, wherever a title is said. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cardToText } from '../../src/core/cards/card-text.ts';
import { buildLibrary } from '../../src/core/dataset/library.ts';
import { HANDBOOK, LIGHTHOUSE, severalPacks } from '../fakes/several-packs.ts';
import { createWorld, here, type Person, textOf, type World } from '../fakes/world.ts';

const TITLE = 'House and lamp';
const [ONE, OTHER] = [`${TITLE} (${HANDBOOK})`, `${TITLE} (${LIGHTHOUSE})`];
const mod: Person = { user: 'mod', manages: true };

const library = buildLibrary(
  (await severalPacks).packs
    .filter(({ info }) => [HANDBOOK, LIGHTHOUSE].includes(info.id))
    .map((pack) => ({ ...pack, info: { ...pack.info, title: TITLE } })),
);

let world: World;
beforeEach(async () => {
  world = await createWorld({ library });
});
afterEach(() => world.close());

const say = async (line: string) => textOf(await world.type(line, mod));

it('in lists, headings, and what becomes of a choice', async () => {
  const lists = await say('/packs');
  expect(lists).toContain(`${ONE} · on`);
  expect(lists).toContain(`${OTHER} · on`);
  expect(await say('/sources')).toContain(ONE);
  expect(await say(`/leaderboard pack: ${HANDBOOK}`)).toContain(`Leaderboard · ${ONE}`);
  expect(await say(`/daily set 09:00 pack: ${HANDBOOK}`)).toContain(`Pack: ${ONE}`);
  expect(await say(`/packs off ${LIGHTHOUSE}`)).toContain(`“${OTHER}” is off`);
});

it('over the questions of a quiz', async () => {
  await say(`/quiz 2 pack: ${HANDBOOK}`);
  expect(world.platform.shown.map(({ card }) => cardToText(card)).join()).toContain(ONE);
  expect(await say(`/quiz private 2 pack: ${LIGHTHOUSE}`)).toContain(`Question 1 of 2 · ${OTHER}`);
});

it('in what there is not, and where the words fit both', async () => {
  expect(await say(`/fact zebra pack: ${LIGHTHOUSE}`)).toContain(`No article in “${OTHER}” says`);
  expect(await say(`/quiz zebra pack: ${HANDBOOK}`)).toContain(`about “zebra” in “${ONE}”.`);
  for (const { id } of library.questions.values())
    if (id.startsWith(HANDBOOK)) await world.store.leaveOut(here, 'question', id, 0);
  expect(await say(`/quiz pack: ${HANDBOOK}`)).toContain(`Every question in “${ONE}” is left out.`);
  expect(await say(`/fact pack: ${TITLE}`)).toBe(`Which one do you mean: ${ONE} · ${OTHER}?`);
});
