/** “Both sides”: what a reveal leaves out, for whoever asks. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/core/card.ts';
import { claimsRevealed, proofOf } from '../../../src/core/quiz/proof.ts';
import { createWorld, HOUR, here, originOf, textOf, tokensOf, type World } from '../../fakes/world.ts';
import { openOf } from './harbour.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const contested = () => {
  const found = [...world.library.questions.values()].find((question) => {
    const { denial } = proofOf(world.library, question);
    return denial !== undefined;
  });
  if (!found) throw new Error('no question is contested');
  return found;
};

describe('“Both sides” of a question', () => {
  it('tells whoever presses what speaks against it, alone, with all receipts', async () => {
    const question = contested();
    const { denial } = proofOf(world.library, question);
    const reply = await world.press({ do: 'sides', question: question.id }, { user: 'bea' });
    expect(reply).toMatchObject({ type: 'say', to: 'asker', card: { kind: 'cited' } });
    expect(textOf(reply)).toContain(denial?.text);
    const shown = blocksOf(reply.card).find(({ type }) => type === 'receipts');
    expect(shown?.type === 'receipts' && shown.receipts.length).toBeGreaterThan(1);
  });

  it('works after a restart', async () => {
    const question = contested();
    world = await world.restart();
    const reply = await world.press({ do: 'sides', question: question.id }, { user: 'bea' });
    expect(reply.card.kind).toBe('cited');
  });

  it('is refused while a question stands open that it comes near', async () => {
    const question = contested();
    const now = world.clock.now();
    const quiz = { id: 'quiz-open', place: here, starter: originOf().player, topic: '', total: 1 };
    await world.store.createQuiz({
      ...{ ...quiz, startedAt: now, secondsPerRound: 60, isPrivate: false, state: 'running' },
    });
    await world.store.openRound({
      ...{ id: 'round-open', place: here, questionId: question.id, shown: openOf(question).shown },
      ...{ isPrivate: false, openedAt: now, closesAt: now + HOUR, belongsTo: { quiz: quiz.id, number: 1 } },
    });
    const reply = await world.press({ do: 'sides', question: question.id }, { user: 'bea' });
    expect(reply.card.kind).toBe('plain');
    for (const claim of claimsRevealed(world.library, question))
      expect(textOf(reply)).not.toContain(world.library.claims.get(claim)?.text);
    expect(tokensOf(reply.card)).toMatchObject([{ do: 'fact' }]);
  });

  it('of a question that is asked no more says so', async () => {
    const reply = await world.press({ do: 'sides', question: 'q-gone' });
    expect(textOf(reply)).toContain('not asked any more');
  });
});
