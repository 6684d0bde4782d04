/** How hard questions turn out to be, and what is drawn by it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/dataset/library.ts';
import { bareId } from '../../../src/core/dataset/scope.ts';
import { type Place, placeOf, playerOf } from '../../../src/core/ids.ts';
import { difficultiesNow } from '../../../src/core/quiz/difficulty.ts';
import { createWorld, textOf, type World } from '../../fakes/world.ts';
import { answer, COUNTING, NOON, startRound } from '../../store/contract/samples.ts';
import { askedAlone } from './alone.ts';
import { claimOf, harbour, questionOf, renamed } from './harbour.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ library });
});
afterEach(() => world.close());

const ids = Array.from({ length: 6 }, (_, at) => `tale-${at}`);

/** All are forecast to be known by half, and rest on claims of their own. */
const libraryOf = (rightText = (id: string) => `It was ${id}`): Library =>
  harbour(
    ids.map((id) => claimOf(`of-${id}`, `Mara Quill told ${id}.`)),
    ids.map((id) =>
      questionOf(id, `What of ${id}?`, rightText(id), [`of-${id}`], { difficulty: 2, fit: 'daily' }),
    ),
  );
const library = libraryOf();

let rounds = 0;

/** So many strangers, in rounds of twos in places of their own, of whom so many are right. */
async function meet(questionId: string, right: number, of: number): Promise<void> {
  const { store } = world;
  for (let at = 0; at < of; at += 2) {
    rounds += 1;
    const id = `round-${rounds}`;
    const options = ['One', `It was ${questionId}`];
    await startRound(store, id, {
      ...{ questionId, place: placeOf('chat', `team-${rounds}`, 'general') },
      shown: { prompt: `What of ${questionId}?`, options, right: 1 },
    });
    for (let nth = at; nth < Math.min(of, at + 2); nth += 1)
      await store.recordAnswer(
        answer({ round: id, player: playerOf('chat', `team-${rounds}`, `p${nth}`), right: nth < right }),
      );
    await store.closeRound(id, NOON + 2, COUNTING);
    await store.markRevealed(id);
  }
}

const found = async (id = 'tale-0', from = library) => {
  const difficultyOf = await difficultiesNow({ store: world.store, library: from });
  const question = from.question(id);
  return question && difficultyOf(question);
};

describe('how hard a question is', () => {
  it('is what its author forecast until twenty people have met it, and then what they knew', async () => {
    await meet('tale-0', 0, 18);
    expect(await found()).toBe(2);
    await meet('tale-0', 0, 2);
    expect(await found()).toBe(3);
    expect(await found('tale-1')).toBe(2);
  });

  it.each([
    [20, 1],
    [12, 1],
    [11, 2],
    [8, 2],
    [7, 3],
    [0, 3],
  ])('is known from the %i of twenty who got it right', async (right, difficulty) => {
    await meet('tale-0', right, 20);
    expect(await found()).toBe(difficulty);
  });

  it('goes along where a release renames the question', async () => {
    await meet('tale-0', 20, 20);
    expect(await found('new-tale-0', renamed(library))).toBe(1);
  });

  it('is a forecast again where a release corrects the right answer, not where it writes it otherwise', async () => {
    await meet('tale-0', 20, 20);
    expect(
      await found(
        'tale-0',
        libraryOf((id) => `It was not ${id}`),
      ),
    ).toBe(2);
    expect(
      await found(
        'tale-0',
        libraryOf((id) => `it was “${id}”.`),
      ),
    ).toBe(1);
  });
});

describe('what is asked', () => {
  /** Two turned out to be easy, two hard, and two are left as they were forecast. */
  beforeEach(async () => {
    for (const id of ['tale-0', 'tale-1']) await meet(id, 18, 20);
    for (const id of ['tale-2', 'tale-3']) await meet(id, 2, 20);
  });

  const playAlone = (line: string) => askedAlone(world, line);

  it('where somebody wants it easy or hard, is what turned out so', async () => {
    expect((await playAlone('/quiz 2 easy private')).toSorted()).toEqual(['tale-0', 'tale-1']);
    expect(textOf(await world.type('/quiz 5 hard private'))).toContain('of 4');
  });

  it('rises from what turned out to be easy to what turned out to be hard', async () => {
    const [first, second, third, hardest, last] = await playAlone('/quiz 5 private');
    expect([first, second].toSorted()).toEqual(['tale-0', 'tale-1']);
    expect(['tale-4', 'tale-5']).toContain(third);
    expect(['tale-2', 'tale-3']).toContain(hardest);
    expect(['tale-4', 'tale-5']).toContain(last);
  });

  it('alone, is easy: about seven of ten get it right', async () => {
    expect(['tale-0', 'tale-1']).toContain((await playAlone('/quiz private'))[0]);
  });

  it('of a new place in its first dailies, is nothing that turned out to be hard', async () => {
    const place: Place = placeOf('test', 'W9', 'C9');
    await world.type('/daily set time:09:00 timezone:UTC', { place, manages: true });
    await world.minutes(4 * 24 * 60);
    const asked = (await world.store.dailiesAsked(place, 9)).map(({ questionId }) => bareId(questionId));
    expect(asked.toSorted()).toEqual(['tale-0', 'tale-1', 'tale-4', 'tale-5']);
  });
});
