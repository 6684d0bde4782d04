/**
 * How hard questions are. An author forecasts it; from twenty people on, who met the question in rounds that count,
 * anywhere, it is what they knew. The share is taken as it is, what was guessed included: a pack says with `difficulty`
 * how many get it right, and that is what a quiz wants to know. Nothing of the forecast is mixed in: of twenty people
 * the share is off by a tenth or so, which moves a question by one level at most, and each answer puts it right.
 */
import type { Question } from '../dataset/schema.ts';
import type { Services } from '../services.ts';
import { saysSame } from './question.ts';

export type Difficulty = Question['difficulty'];

/** Fewer say nothing yet. */
const ENOUGH = 20;

/** From so many of ten who get it right on it is easy, or half known; halfway between the forecasts’ seven, five and three. */
const EASY = 6;
const HALF_KNOWN = 4;

const difficultyFor = (right: number, answered: number): Difficulty => {
  const ofTen = (10 * right) / answered;
  if (ofTen >= EASY) return 1;
  return ofTen >= HALF_KNOWN ? 2 : 3;
};

/**
 * As it is now, for each question. What was counted under an earlier id counts along; what was counted while another
 * answer was the right one does not.
 */
export async function difficultiesNow({
  store,
  library,
}: Pick<Services, 'store' | 'library'>): Promise<(question: Question) => Difficulty> {
  const sums = new Map<Question, { right: number; answered: number }>();
  for (const { questionId, rightText, right, answered } of await store.questionCounts()) {
    const question = library.question(questionId);
    if (!question || !saysSame(rightText, question.right.text)) continue;
    const sum = sums.get(question) ?? { right: 0, answered: 0 };
    sums.set(question, { right: sum.right + right, answered: sum.answered + answered });
  }
  return (question) => {
    const { right, answered } = sums.get(question) ?? { right: 0, answered: 0 };
    return answered < ENOUGH ? question.difficulty : difficultyFor(right, answered);
  };
}
