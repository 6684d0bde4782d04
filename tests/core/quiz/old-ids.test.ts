/** A database of before ids began with their pack: what it knows of facts and questions goes on to count. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { bareId } from '../../../src/core/dataset/scope.ts';
import { tellFact } from '../../../src/core/facts/tell.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { difficultiesNow } from '../../../src/core/quiz/difficulty.ts';
import { drawUnanswered, drawUnseen } from '../../../src/core/quiz/draw.ts';
import { asShown, createWorld, here, originOf, textOf, tokensOf, type World } from '../../fakes/world.ts';
import { answer, COUNTING, NOON, startRound, takeUnseen } from '../../store/contract/samples.ts';
import { claimOf, harbour, questionOf } from './harbour.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ library });
});
afterEach(() => world.close());

const NAMES = ['anchor', 'buoy', 'crane', 'dory'];
const library = harbour(
  NAMES.map((name) => claimOf(name, `Mara Quill owns the ${name}.`)),
  NAMES.map((name) =>
    questionOf(`q-${name}`, `What of the ${name}?`, `It is of ${name}`, [name], { fit: 'daily' }),
  ),
);
const all = [...library.questions.values()];

/** A round as a release of before kept it. */
async function playedBefore(questionId: string, isRight: boolean, nth: number, given = {}): Promise<void> {
  const { store } = world;
  const id = `${questionId}-${nth}`;
  const { shown } = asShown(library.question(questionId));
  await startRound(store, id, { questionId, shown, place: here, ...given });
  await store.recordAnswer(
    answer({ round: id, player: playerOf('test', 'W1', `guest-${nth}`), right: isRight }),
  );
  await store.attachMessage(id, { messageId: id, openedAt: NOON + nth, closesAt: NOON + nth + 1 });
  await store.closeRound(id, NOON + nth + 1, COUNTING);
  await store.markRevealed(id);
}

describe('under the ids of before', () => {
  it('a fact that was told is not told again until all were, and then once each', async () => {
    for (const name of ['anchor', 'buoy', 'crane']) await takeUnseen(world.store, here, [name]);
    const tell = async () => cardToText((await tellFact(world.services, originOf(), '')).card);
    expect(await tell()).toContain('the dory');
    const texts = [await tell(), await tell(), await tell(), await tell()];
    for (const name of NAMES) expect(texts.filter((text) => text.includes(`the ${name}`))).toHaveLength(1);
    expect(texts[0]).not.toContain('the dory');
  });

  it('a question that was asked is not asked again until all were, and then once each', async () => {
    for (const name of ['anchor', 'buoy', 'crane'])
      await takeUnseen(world.store, here, [`q-${name}`], 'question');
    const draw = async () => bareId((await drawUnseen(world.services, here, all))?.id ?? '');
    expect(await draw()).toBe('q-dory');
    const again = [await draw(), await draw(), await draw(), await draw()];
    expect(again.toSorted()).toEqual(NAMES.map((name) => `q-${name}`));
    expect(again[0]).not.toBe('q-dory');
  });

  it('a question that was missed comes first again, unless it was known since', async () => {
    await playedBefore('q-anchor', false, 1);
    await playedBefore('q-crane', false, 2);
    await playedBefore('harbour/q-crane', true, 3);
    for (const name of NAMES) await takeUnseen(world.store, here, [`q-${name}`], 'question');
    expect((await drawUnseen(world.services, here, all))?.id).toBe('harbour/q-anchor');
    expect((await drawUnseen(world.services, here, all, ({ isMissed }) => [isMissed]))?.id).not.toBe(
      'harbour/q-crane',
    );
  });

  it('what people knew of a question is how hard it is, with what they know of it now', async () => {
    for (let nth = 0; nth < 10; nth += 1) await playedBefore('q-buoy', true, nth);
    for (let nth = 10; nth < 20; nth += 1) await playedBefore('harbour/q-buoy', true, nth);
    const difficultyOf = await difficultiesNow(world.services);
    expect(all.map(difficultyOf)).toEqual([1, 1, 1, 1]);
    for (let nth = 20; nth < 60; nth += 1) await playedBefore('q-dory', false, nth);
    expect(all.map(await difficultiesNow(world.services))).toEqual([1, 1, 1, 3]);
  });

  it('who has answered a question has answered it first', async () => {
    await playedBefore('q-buoy', false, 1);
    await playedBefore('harbour/q-buoy', true, 1, { place: placeOf('test', 'W1', 'C2') });
    const counts = await world.store.questionCounts();
    expect(counts.reduce((sum, { answered }) => sum + answered, 0)).toBe(1);
  });

  it('what somebody has answered alone comes last for them', async () => {
    const { player } = originOf();
    for (const name of ['anchor', 'buoy', 'crane']) {
      await startRound(world.store, name, { questionId: `q-${name}`, place: here, isPrivate: true });
      await world.store.recordAnswer(answer({ round: name, player }));
    }
    expect((await drawUnanswered(world.services, { player, place: here }, all))?.id).toBe('harbour/q-dory');
  });

  it('a round that stands open is answered, counted and revealed with its receipt', async () => {
    await world.type('/quiz');
    const [round] = await world.store.unrevealedRounds();
    if (!round) throw new Error('nothing was asked');
    const id = 'of-before';
    const { shown } = round;
    await startRound(world.store, id, {
      ...{ shown, questionId: bareId(round.questionId), place: placeOf('test', 'W1', 'C2') },
      ...{ openedAt: world.clock.now(), closesAt: world.clock.now() + 30_000 },
    });
    await world.store.attachMessage(id, {
      ...{ messageId: 'm', openedAt: world.clock.now(), closesAt: world.clock.now() + 30_000 },
    });
    const there = { user: 'bea', place: placeOf('test', 'W1', 'C2') };
    expect(textOf(await world.press({ do: 'answer', round: id, option: shown.right }, there))).toContain(
      'Locked in',
    );
    await world.minutes(2);
    expect(await world.store.findRound(id)).toMatchObject({ state: 'revealed', isVoid: false });
  });

  it('the buttons under a fact and under an answer still do what they did', async () => {
    const asked = await world.press('r1["ask","anchor"]');
    expect(textOf(asked)).toContain('What of the anchor?');
    expect(tokensOf(asked.card)[0]).toMatchObject({ do: 'pick' });
    for (const token of ['r1["sides","claim","buoy"]', 'r1["sides","question","q-buoy"]'])
      expect(textOf(await world.press(token, { user: 'bea' }))).toContain('Mara Quill owns the buoy.');
    expect(textOf(await world.press('r1["sides","claim","gone"]'))).toContain('not told any more');
  });
});
