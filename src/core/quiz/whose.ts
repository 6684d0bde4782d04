/** Whose quiz it is. Players are never named in a text of ours: each platform writes or mentions them its own way. */
import type { Inline, PlainBlock } from '../card.ts';
import { FORGOTTEN } from '../ids.ts';
import type { Quiz } from '../store.ts';

/** “Ada’s quiz”. */
export const whoseQuiz = ({ starter }: Pick<Quiz, 'starter'>): readonly Inline[] =>
  starter.user === FORGOTTEN ? ['A quiz'] : [{ player: starter.user }, '’s quiz'];

export const standOf = ({ total }: Pick<Quiz, 'total'>, number: number): string =>
  `question ${number} of ${total}`;

/** “Ada’s quiz · question 2 of 3”. A note, because a heading is plain text and could not name anybody. */
export const quizTitle = (quiz: Quiz, number: number): PlainBlock => ({
  type: 'note',
  text: [...whoseQuiz(quiz), ` · ${standOf(quiz, number)}`],
});
