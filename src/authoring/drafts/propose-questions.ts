/** Proposals for questions, made from the facts of a pack by rule: raw material for its author, never asked (ADR 21). */
import type { Pack } from '../../core/dataset/pack.ts';
import { fold } from '../../core/facts/fold.ts';
import { WrittenQuestion } from '../format/written.ts';
import { howMany } from './how-many.ts';
import { orderOfEvents } from './order-of-events.ts';
import type { Maker, Proposal } from './proposal.ts';
import { storyOf } from './story.ts';
import { trueOrFalse } from './true-or-false.ts';
import { when } from './when.ts';
import { who } from './who.ts';

export type { Proposal } from './proposal.ts';

/** A fact that several could ask about goes to the first of them: to what an author prepared, then to the rarer kind. */
const MAKERS: readonly Maker[] = [trueOrFalse, howMany, who, when, orderOfEvents];

/**
 * One proposal a fact at most (what came first may rest on it too), none on a fact that has a question already, and no prompt twice. Each fits
 * `WrittenQuestion` and says `draft: true`. Only of packs in English: no other grammar is known here.
 */
export function proposeQuestions(pack: Pack): readonly Proposal[] {
  if (pack.info.language !== 'en') return [];
  const story = storyOf(pack);
  const facts = new Set<string>();
  const prompts = new Set(pack.questions.map(({ prompt }) => fold(prompt)));
  const proposals: Proposal[] = [];
  for (const { fact, question } of MAKERS.flatMap((make) => make(story))) {
    const draft: WrittenQuestion = { ...question, draft: 'true' };
    const prompt = fold(question.question);
    const isTaken = question.kind !== 'first' && facts.has(fact);
    if (isTaken || prompts.has(prompt) || !WrittenQuestion.safeParse(draft).success) continue;
    facts.add(fact);
    prompts.add(prompt);
    proposals.push({ fact, question: draft });
  }
  return proposals;
}
