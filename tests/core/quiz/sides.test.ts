/** “Both sides”: what a reveal leaves out, for whoever asks. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/core/cards/card.ts';
import type { Question } from '../../../src/core/dataset/schema.ts';
import { factCard } from '../../../src/core/facts/fact-card.ts';
import { claimsNamed, claimsTold, sidesOf } from '../../../src/core/facts/sides.ts';
import { createWorld, HOUR, here, originOf, textOf, tokensOf, type World } from '../../fakes/world.ts';
import { openOf } from './harbour.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const proofOf = ({ right }: Question) => claimsNamed(world.library, right.claims);
const denialOf = (question: Question) => sidesOf(world.library, proofOf(question)).denials[0];

const contested = () => {
  const found = [...world.library.questions.values()].find((question) => denialOf(question) !== undefined);
  if (!found) throw new Error('no question is contested');
  return found;
};

describe('“Both sides” of a question', () => {
  it('tells whoever presses what speaks against it, alone, with all receipts', async () => {
    const question = contested();
    const reply = await world.press({ do: 'sides', of: 'question', id: question.id }, { user: 'bea' });
    expect(reply).toMatchObject({ type: 'say', to: 'asker', card: { kind: 'cited' } });
    expect(textOf(reply)).toContain(denialOf(question)?.text);
    const shown = blocksOf(reply.card).find(({ type }) => type === 'receipts');
    expect(shown?.type === 'receipts' && shown.receipts.length).toBeGreaterThan(1);
  });

  it('works after a restart', async () => {
    const question = contested();
    world = await world.restart();
    const reply = await world.press({ do: 'sides', of: 'question', id: question.id }, { user: 'bea' });
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
    const reply = await world.press({ do: 'sides', of: 'question', id: question.id }, { user: 'bea' });
    expect(reply.card.kind).toBe('plain');
    for (const claim of claimsTold(world.library, proofOf(question)))
      expect(textOf(reply)).not.toContain(world.library.claims.get(claim)?.text);
    expect(tokensOf(reply.card)).toMatchObject([{ do: 'fact' }]);
  });

  it('of a fact tells what its card had no room for', async () => {
    const [claim] = [...world.library.claims.values()].filter(
      ({ id }) => world.library.disagreementsOf(id).length > 2,
    );
    if (!claim) throw new Error('no fact that articles differ on in three ways');
    const button = tokensOf(factCard(world.library, claim, '')).find((token) => token.do === 'sides');
    const reply = await world.press(button ?? '', { user: 'bea' });
    expect(reply).toMatchObject({ type: 'say', to: 'asker', card: { kind: 'cited' } });
    for (const { title, sides } of world.library.disagreementsOf(claim.id)) {
      expect(textOf(reply)).toContain(title);
      for (const { says } of sides) expect(textOf(reply)).toContain(says.replace(/\.$/, ''));
    }
  });

  it.each(['question', 'claim'] as const)('of a %s that a newer pack has not says so', async (of) => {
    const reply = await world.press({ do: 'sides', of, id: 'gone' });
    expect(textOf(reply)).toContain('not told any more');
  });
});
