/** How hard the questions of one quiz are, one after the other. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { Library } from '../../../src/core/dataset/library.ts';
import { difficultyAt } from '../../../src/core/quiz/rise.ts';
import { createWorld, textOf, type World } from '../../fakes/world.ts';
import { askedAlone } from './alone.ts';
import { claimOf, harbour, questionOf } from './harbour.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ library: libraryOf([8, 8, 8]) });
});
afterEach(() => world.close());

/** So many questions of each difficulty, easy to hard. */
function libraryOf(counts: readonly number[]): Library {
  const tales = counts.flatMap((count, at) =>
    Array.from({ length: count }, (_, nth) => ({ id: `tale${at}-${nth}`, difficulty: at + 1 })),
  );
  return harbour(
    tales.map(({ id }) => claimOf(id, `Mara Quill told ${id}.`)),
    tales.map(({ id, difficulty }) => questionOf(id, `What of ${id}?`, `It was ${id}`, [id], { difficulty })),
  );
}

const difficultyOf = ({ id }: { readonly id: string }) => world.library.question(id)?.difficulty;

/** The difficulties of a quiz in the channel, in the order in which it asked. */
async function play(line: string): Promise<readonly unknown[]> {
  await world.type(line);
  await world.minutes(20);
  return world.platform.shown.flatMap(({ card }) => {
    const text = cardToText(card);
    return [...world.library.questions.values()]
      .filter(({ prompt }) => text.includes(prompt))
      .slice(0, 1)
      .map(difficultyOf);
  });
}

/** The same of one that is played alone. */
const playAlone = async (line: string): Promise<readonly unknown[]> =>
  (await askedAlone(world, line)).map((id) => difficultyOf({ id }));

describe('a quiz', () => {
  it.each([
    [1, [1]],
    [2, [1, 1]],
    [3, [1, 3, 2]],
    [5, [1, 1, 1, 3, 2]],
    [10, [1, 1, 1, 1, 1, 1, 2, 2, 3, 2]],
  ])('of %i questions rises to the hardest before the last', (total, wanted) => {
    expect(wanted.map((_, at) => difficultyAt(at + 1, total))).toEqual(wanted);
  });

  it('asks in that order, in a channel and of somebody alone', async () => {
    expect(await play('/quiz 5')).toEqual([1, 1, 1, 3, 2]);
    expect(await playAlone('/quiz 5 private')).toEqual([1, 1, 1, 3, 2]);
  });

  it.each([
    ['easy', [1, 1, 1]],
    ['hard', [3, 3, 3]],
  ])('stays where somebody asked for %s, in a channel and alone', async (level, wanted) => {
    expect(await play(`/quiz 3 ${level}`)).toEqual(wanted);
    expect(await playAlone(`/quiz ${level} 3 private`)).toEqual(wanted);
  });

  it('asks what half of them know where there is not enough that is easy or hard, and nothing beyond', async () => {
    await world.close();
    world = await createWorld({ library: libraryOf([1, 2, 1]) });
    expect(await playAlone('/quiz 4 easy private')).toEqual([1, 2, 2]);
    expect(textOf(await world.type('/quiz hard 4'))).toContain('Only 3 hard questions fit into one quiz.');
  });

  it('says so where there is none', async () => {
    await world.close();
    world = await createWorld({ library: libraryOf([3, 0, 0]) });
    expect(textOf(await world.type('/quiz hard boats'))).toContain(
      'There is no hard question about “boats”.',
    );
    expect(await world.store.unrevealedRounds()).toEqual([]);
  });

  it('asks what is nearest to it where there is nothing of that difficulty, and no fewer than were wanted', async () => {
    await world.close();
    world = await createWorld({ library: libraryOf([2, 4, 0]) });
    expect(await play('/quiz 6')).toEqual([1, 1, 2, 2, 2, 2]);
  });
});
