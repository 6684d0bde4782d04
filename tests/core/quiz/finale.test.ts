/** The end of a quiz is a moment: who won, what was hard, and another round. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { createWorld, HOUR, here, originOf, textOf, tokensOf, type World } from '../../fakes/world.ts';
import { openOf } from './harbour.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await world.type('/quiz questions: 2', { user: 'ada' });
});
afterEach(() => world.close());

/** Each answers the question that is open now, right or wrong; then it closes and the next one comes. */
async function play(answers: Readonly<Record<string, boolean>>): Promise<void> {
  const [round] = await world.store.unrevealedRounds();
  if (!round) throw new Error('nothing is open');
  const { right, options } = round.shown;
  for (const [user, isRight] of Object.entries(answers))
    await world.press(
      { do: 'answer', round: round.id, option: isRight ? right : (right + 1) % options.length },
      { user },
    );
  await world.clock.advance(45_000 + 20_000);
}

const over = () => JSON.stringify(world.platform.shown.at(-1)?.card);

describe('the end of a quiz', () => {
  it('names the winner, and who alone knew the hardest question', async () => {
    await play({ ana: true, ben: true, cem: true });
    await play({ ana: true, ben: false, cem: false });
    expect(over()).toContain('{"player":"ana"}," wins with 2 of 2."');
    expect(over()).toContain('"Only ",{"player":"ana"}," knew question 2."');
  });

  it('names those who tie, and the question that nobody knew', async () => {
    await play({ ana: true, ben: true });
    await play({ ana: false, ben: false });
    expect(over()).toContain('{"player":"ana"}," and ",{"player":"ben"}," tie with 1 of 2."');
    expect(over()).toContain('Hardest: question 2, nobody knew it.');
  });

  it('names no winner where nobody had a point, and no hardest question where everybody knew all', async () => {
    await play({ ana: false });
    await play({ ana: false });
    expect(over()).not.toMatch(/ wins | tie |Hardest|Only /);
    expect(
      cardToText(world.platform.shown.at(-1)?.card ?? { kind: 'plain', tone: 'neutral', blocks: [] }),
    ).toContain('Quiz over');
  });

  it('tells those who are all new there when the next daily question comes, where one is set', async () => {
    await world.type('/daily set 09:00 UTC', { manages: true });
    await play({ ana: true, ben: false });
    await play({ ana: true, ben: false });
    expect(over()).toContain('next daily question');
    expect(over()).toContain(`{"time":${Date.parse('2026-11-23T09:00:00Z')}`);
    await world.type('/quiz questions: 2', { user: 'ada' });
    await play({ ana: true, cem: true });
    await play({ ana: true, cem: true });
    expect(over()).toContain('Quiz over');
    expect(over()).not.toContain('next daily question');
  });

  it('promises no daily question where none is set, or nobody played', async () => {
    await play({});
    await play({});
    expect(over()).not.toContain('next daily question');
    await world.type('/daily set 09:00 UTC', { manages: true });
    await world.type('/quiz questions: 2', { user: 'ada' });
    await play({});
    await play({});
    expect(over()).toContain('Nobody played');
    expect(over()).not.toContain('next daily question');
  });

  it('offers another round like it, to whoever presses, under the limits of a quiz that is typed', async () => {
    await play({ ana: true });
    await play({ ana: true });
    const card = world.platform.shown.at(-1)?.card;
    const again = card && tokensOf(card).find(({ do: verb }) => verb === 'again');
    if (!again) throw new Error('no button for another round');
    const reply = await world.press(again, { user: 'ben' });
    expect(reply).toMatchObject({ type: 'done' });
    expect(await world.store.openQuizzes()).toMatchObject([{ total: 2, starter: { user: 'ben' } }]);
    expect(textOf(await world.press(again, { user: 'cem' }))).toContain('quiz is being played here');
  });

  it('offers none on a topic that comes near a question which is open by now, as if it were typed', async () => {
    await play({ ana: true });
    await play({ ana: true });
    const question = [...world.library.questions.values()].find(({ kind }) => kind === 'choice');
    if (!question) throw new Error('no question');
    const now = world.clock.now();
    const topic = question.wrong[0]?.text ?? '';
    const quiz = { place: here, starter: originOf().player, secondsPerRound: 60, isPrivate: false };
    await world.store.createQuiz({
      ...{ ...quiz, id: 'over', topic, total: 2, state: 'running', startedAt: now },
    });
    await world.store.endQuiz('over');
    await world.store.createQuiz({
      ...{ ...quiz, id: 'open', topic: '', total: 1, state: 'running', startedAt: now },
    });
    await world.store.openRound({
      ...{ id: 'round-open', place: here, questionId: question.id, shown: openOf(question).shown },
      ...{ isPrivate: false, openedAt: now, closesAt: now + HOUR, belongsTo: { quiz: 'open', number: 1 } },
    });
    const reply = await world.press({ do: 'again', quiz: 'over' }, { user: 'ben' });
    expect(textOf(reply)).toContain('comes near a question that is being asked');
  });
});
