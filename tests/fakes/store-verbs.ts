/** Kinds of calls to the store, for tests in which each of them fails once. */
import type { Store } from '../../src/core/ports/store.ts';

const idle: readonly (keyof Store)[] = [
  ...(['dueDailies', 'dueDeliveries', 'dueEndings', 'dueRounds'] as const),
  ...(['openQuizzes', 'unpostedRounds', 'sweep', 'tryWrite'] as const),
];

/** The tick asks these all day long; where nothing is due, one fault in them is one tick less. */
export const IDLE: ReadonlySet<string> = new Set(idle);

const reads: readonly (keyof Store)[] = [
  ...(['findQuiz', 'quizzesIn', 'startsOf', 'roundsOfQuiz', 'findRound', 'answersOf'] as const),
  ...(['unrevealedRounds', 'unrevealedIn', 'openQuestions', 'roundOfDelivery'] as const),
  ...(['findDaily', 'findDailyById', 'dailiesAfter', 'findDelivery', 'deliveriesOf'] as const),
  ...(['dailyDates', 'dailiesAsked', 'lastOutcomes', 'questionCounts', 'oldestDue'] as const),
  ...(['settingsOf', 'planOf', 'shownIn', 'isHidden'] as const),
];

/** They change nothing, so that it is the same whether they fail before they took effect or after. */
export const READS: ReadonlySet<string> = new Set(reads);
