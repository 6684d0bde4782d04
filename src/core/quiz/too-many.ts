/** How many public quizzes one person may begin, so that nobody fills a workspace's channels alone. */
import { type Card, say } from '../cards/card.ts';
import type { Player } from '../ids.ts';
import type { Services } from '../services.ts';

/** An evening's host who asks single questions, one after the other, stays below it. */
const MOST = 5;
const WITHIN_MS = 10 * 60_000;

/** Why this person cannot begin another one yet, and when they can; those that wait their turn count. */
export async function tooMany({ store, clock }: Services, player: Player): Promise<Card | undefined> {
  const starts = await store.startsOf(player, clock.now() - WITHIN_MS);
  const first = starts.at(-MOST);
  if (first === undefined) return undefined;
  return say(
    'problem',
    `You have started ${MOST} quizzes within ten minutes. You can start another one here `,
    { time: first + WITHIN_MS, as: 'relative' },
    '. Until then anybody else can, and you can play alone with /quiz private.',
  );
}
