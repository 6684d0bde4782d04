/** Whose quiz it is. Players are never named in a text of ours: each platform writes or mentions them its own way. */
import type { Inline, PlainBlock } from '../cards/card.ts';
import { FORGOTTEN, playerOf } from '../ids.ts';
import type { Quiz, Store } from '../ports/store.ts';

/** “Ada’s quiz”. */
export const whoseQuiz = ({ starter }: Pick<Quiz, 'starter'>): readonly Inline[] =>
  starter.user === FORGOTTEN ? ['A quiz'] : [{ player: starter.user }, '’s quiz'];

/** The same quiz, as nobody's where its starter is hidden. */
export async function asShownToAll(store: Pick<Store, 'isHidden'>, quiz: Quiz): Promise<Quiz> {
  const { platform, workspace } = quiz.starter;
  const isHidden = await store.isHidden(quiz.starter);
  return isHidden ? { ...quiz, starter: playerOf(platform, workspace, FORGOTTEN) } : quiz;
}

/** “question 2 of 3”; undefined for one question, which is all there is. */
export const standOf = ({ total }: Pick<Quiz, 'total'>, number: number): string | undefined =>
  total > 1 ? `question ${number} of ${total}` : undefined;

/**
 * “Ada’s quiz · question 2 of 3 · The handbook”. A note, because a heading is plain text and could not name anybody.
 * `pack`: the title of the one that it is of, where that needs to be said.
 */
export function quizTitle(quiz: Quiz, number: number, pack?: string): PlainBlock {
  const said = [standOf(quiz, number), pack].filter((one) => one !== undefined);
  return { type: 'note', text: [...whoseQuiz(quiz), ...said.map((one) => ` · ${one}`)] };
}
