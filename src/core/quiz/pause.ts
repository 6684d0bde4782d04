/** Between two questions, and before the next quiz, people read the answer. */
import type { Round } from '../ports/store.ts';
import type { Services } from '../services.ts';

/** So long at least, and as long as its words take. */
export const PAUSE_MS = 12_000;
const LONGEST_PAUSE_MS = 30_000;
const WORDS_A_MINUTE = 240;

/** Of the result as it is shown, whoever knew it left out. */
export function readingMs({ library }: Pick<Services, 'library'>, { questionId, shown }: Round): number {
  const payoff = library.question(questionId)?.payoff ?? '';
  const words = [shown.prompt, ...shown.options, payoff].join(' ').split(/\s+/).length;
  return Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, Math.round((words / WORDS_A_MINUTE) * 60_000)));
}
