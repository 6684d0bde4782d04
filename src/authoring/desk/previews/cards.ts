/** A fact and a question as people get to see them: told, asked, and revealed with a few invented answers. */
import type { Card } from '../../../core/cards/card.ts';
import type { Library } from '../../../core/dataset/library.ts';
import type { Claim, Question } from '../../../core/dataset/schema.ts';
import { factCard } from '../../../core/facts/fact-card.ts';
import { hashOf } from '../../../core/hash.ts';
import { placeOf } from '../../../core/ids.ts';
import type { Answer, Round } from '../../../core/ports/store.ts';
import { questionCard, type Title } from '../../../core/quiz/cards/question-card.ts';
import { revealCard } from '../../../core/quiz/cards/result-card.ts';
import { putQuestion } from '../../../core/quiz/question.ts';
import type { ShownCard } from '../wire.ts';
import { dateOf, morningOf, type Showing, showCard } from './show.ts';

const PLACE = placeOf('desk', 'desk', 'desk');

/** As long as a daily question usually stays open. */
const OPEN_MS = 24 * 3_600_000;

export const showFact = (showing: Showing, library: Library, claim: Claim): ShownCard =>
  showCard(showing, factCard(library, claim, ''));

/** `question` is one of the library; `date`: the morning on which it is asked. */
export function showQuestion(
  showing: Showing,
  library: Library,
  question: Question,
  heading: string,
  date = dateOf(showing.now()),
): { readonly open: ShownCard; readonly reveal: ShownCard } {
  const title: Title = { type: 'heading', text: heading };
  const at = morningOf(date);
  const round = roundOf(question, at);
  const answers = answersTo(round, showing);
  const draw = (card: Card, posted: number) => showCard(showing, card, posted);
  return {
    open: draw(questionCard(library, round, { title, answers: 0 }), at),
    reveal: draw(
      revealCard(library, { round: { ...round, state: 'revealed' }, question, title, answers }),
      round.closesAt,
    ),
  };
}

function roundOf(question: Question, at: number): Round {
  return {
    ...{ id: 'preview', place: PLACE, questionId: question.id },
    shown: putQuestion(question, steady(question.id)),
    ...{ openedAt: at, closesAt: at + OPEN_MS, belongsTo: { delivery: 'preview' } },
    ...{ isPrivate: false, messageId: undefined, closedAt: undefined, isVoid: false, state: 'open' },
    ...{ unsureSince: undefined, retryAt: 0 },
  };
}

/** The same order each time, so that options do not jump about while somebody types. */
export function steady(id: string): { next(): number } {
  let seed = hashOf(id);
  return {
    next() {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed / 2 ** 32;
    },
  };
}

/** Two know it, the others choose each another option. */
function answersTo({ shown, openedAt }: Round, { people }: Showing): readonly Answer[] {
  const wrong = shown.options.map((_, at) => at).filter((at) => at !== shown.right);
  return people.map(({ player }, at) => {
    const option = at % 2 === 0 ? shown.right : (wrong[((at - 1) / 2) % wrong.length] ?? shown.right);
    return { player, option, right: option === shown.right, at: openedAt };
  });
}
