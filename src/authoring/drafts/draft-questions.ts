/**
 * Drafts of questions that a pack yields by rule, for its author to make something of. They are never asked as they
 * are: played, they read like what they are (ADR 21).
 */
import type { Pack } from '../../core/dataset/pack.ts';
import { fold } from '../../core/facts/fold.ts';
import { type Draft, type Maker, storyOf } from './draft.ts';
import { howMany } from './how-many.ts';
import { orderOfEvents } from './order-of-events.ts';
import { trueOrFalse } from './true-or-false.ts';
import { when } from './when.ts';
import { who } from './who.ts';

/** A claim that several could ask about goes to the first of them: to what an author prepared, then to the rarer kind. */
const MAKERS: readonly Maker[] = [trueOrFalse, howMany, who, when, orderOfEvents];

/**
 * No claim is drafted twice, since both would read alike, and none for the answer that a question of the pack asks for
 * already.
 */
export function draftQuestions(pack: Pack): readonly Draft[] {
  const story = storyOf(pack);
  const written = new Set(pack.questions.flatMap(answersOf));
  const asked = new Set<string>();
  return MAKERS.flatMap((make) => make(story)).filter((question) => {
    const subjects = subjectsOf(question);
    const isNew =
      !answersOf(question).some((answer) => written.has(answer)) && !subjects.some((one) => asked.has(one));
    if (isNew) for (const one of subjects) asked.add(one);
    return isNew;
  });
}

/** What a question asks, as far as a program can tell: which answer on the strength of which claim. */
const answersOf = ({ right }: Pick<Draft, 'right'>): readonly string[] =>
  right.claims.map((claim) => `${claim}\n${fold(right.text)}`);

/** An order of events shows no claim's text, so it reads like no other question on the same claims. */
const subjectsOf = ({ kind, right }: Draft): readonly string[] =>
  kind === 'order-of-events' ? right.claims.map((claim) => `${kind}\n${claim}`) : right.claims;
