/** A quiz asks as many questions as it says it will. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { Question } from '../../../src/core/dataset/schema.ts';
import { placeOf } from '../../../src/core/ids.ts';
import { shuffle } from '../../../src/core/ports/random.ts';
import { leavingRoom, notGivenAway, runLength } from '../../../src/core/quiz/following.ts';
import { givenAwayBy } from '../../../src/core/quiz/giveaways.ts';
import { questionsAbout } from '../../../src/core/quiz/select.ts';
import { everythingIn } from '../../../src/core/settings/allowed.ts';
import { createSeededRandom } from '../../fakes/random.ts';
import { asShown, createWorld, HOUR, originOf, textOf, type World } from '../../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const texts = () => world.platform.shown.map(({ card }) => cardToText(card));

/** Fewer can follow one another than there are. */
const NARROW = 'elections';

async function openElsewhere(channel: string, question: Question): Promise<void> {
  const { store, clock } = world;
  const place = placeOf('test', 'W1', channel);
  const openedAt = clock.now();
  const order = { topic: '', total: 1, secondsPerRound: 60, isPrivate: false };
  const quiz = { ...order, id: channel, place, starter: originOf().player, startedAt: openedAt };
  await store.createQuiz({ ...quiz, state: 'running' });
  await store.openRound({
    ...{ id: `round-${channel}`, place, ...asShown(question), isPrivate: false },
    ...{ openedAt, closesAt: openedAt + HOUR, belongsTo: { quiz: channel, number: 1 } },
  });
  await store.attachMessage(`round-${channel}`, { messageId: channel, openedAt, closesAt: openedAt + HOUR });
}

const fitting = () => questionsAbout(world.services, NARROW, everythingIn(world.library));

describe('a quiz on a topic whose questions give each other away', () => {
  it('asks as many as it announces, and was not stopped then', async () => {
    const total = runLength(world.library, fitting(), 10);
    expect(total).toBeLessThan(fitting().length);
    expect(textOf(await world.type(`/quiz 6 ${NARROW}`))).toContain(`Only ${total} questions`);
    await world.minutes(30);
    expect(texts()).toHaveLength(total + 1);
    expect(texts().at(-1)).toContain(`${total} questions.`);
    expect(texts().at(-1)).not.toContain('Stopped');
    expect(world.platform.told).toEqual([]);
  });

  it('says that no more fit where a question that was opened meanwhile leaves none', async () => {
    await world.type(`/quiz 6 ${NARROW}`);
    for (const [at, question] of fitting().entries()) await openElsewhere(`C${at + 2}`, question);
    await world.minutes(5);
    expect(texts().at(-1)).toContain('1 question. No more questions fit');
    expect(world.platform.told).toEqual([]);
  });
});

it('on any name, whatever is drawn, as many are asked as were counted', () => {
  const { library, search } = world.services;
  const random = createSeededRandom(3);
  for (const { name } of search.subjects('', Number.POSITIVE_INFINITY)) {
    const all = questionsAbout({ library, search }, name, everythingIn(library));
    const total = runLength(library, all, 10);
    const asked: Question[] = [];
    while (asked.length < total) {
      const left = notGivenAway(library, all, asked);
      const [next] = shuffle(leavingRoom(library, left, total - asked.length - 1), random);
      if (!next) break;
      asked.push(next);
    }
    expect(asked, name).toHaveLength(total);
  }
});

describe('how many questions can follow one another', () => {
  const all = () => [...world.library.questions.values()];

  /** As it is meant: take the one that gives away least, leave what it gives away, and so on. */
  function taken(sorted: readonly Question[], most: number): number {
    const [first] = sorted;
    return most <= 0 || !first ? 0 : 1 + taken(notGivenAway(world.library, sorted, [first]), most - 1);
  }
  const sparing = (questions: readonly Question[]) =>
    questions.toSorted((a, b) => givenAwayBy(world.library, a).size - givenAwayBy(world.library, b).size);

  it.each([1, 3, 10, 60])('is counted as they would be asked, up to %i', (most) => {
    expect(runLength(world.library, all(), most)).toBe(taken(sparing(all()), most));
    expect(runLength(world.library, fitting(), most)).toBe(taken(sparing(fitting()), most));
  });

  it.each([0, 2, 5, 9])('is left after each that may come first where %i more are to come', (more) => {
    const sorted = sparing(fitting());
    const roomy = fitting().filter((one) => taken(notGivenAway(world.library, sorted, [one]), more) >= more);
    expect(leavingRoom(world.library, fitting(), more)).toEqual(roomy.length > 0 ? roomy : fitting());
  });
});
