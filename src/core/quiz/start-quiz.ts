/** How a public quiz begins: at once, or not while another one runs in its channel or its person began so many. */
import { type Card, say } from '../cards/card.ts';
import type { Origin } from '../requests/request.ts';
import type { Services } from '../services.ts';
import { askFirst, newQuiz, type QuizOrder } from './quiz.ts';
import { tooMany } from './too-many.ts';
import { offerTurn } from './turn.ts';

/** A card where there is something else to say than that its first question is posted. */
export async function startQuiz(
  services: Services,
  origin: Origin,
  order: QuizOrder,
): Promise<Card | undefined> {
  const posting = await origin.mayPost();
  if (!posting.ok) return cannotPost(posting.fix);
  const quiz = newQuiz(services, origin, order);
  return (
    (await tooMany(services, origin.player)) ??
    ((await services.store.createQuiz(quiz)) ? askFirst(services, quiz) : offerTurn(services, quiz))
  );
}

const cannotPost = (fix: string): Card =>
  say('problem', 'I cannot post here yet. ', fix, ' Until then you can play alone with /quiz private.');
