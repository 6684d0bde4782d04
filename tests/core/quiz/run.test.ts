/** A quiz asks as many questions as it says it will. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { Question } from '../../../src/core/dataset/schema.ts';
import { placeOf } from '../../../src/core/ids.ts';
import { shuffle } from '../../../src/core/ports/random.ts';
import { leavingRoom, notGivenAway, runLength } from '../../../src/core/quiz/following.ts';
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
