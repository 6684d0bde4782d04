/** What becomes of places: one goes on under another id, and all of a workspace end when the bot is taken out of it. */
import type { Place, Workspace } from './ids.ts';
import { countingOf } from './quiz/counting.ts';
import type { Services } from './services.ts';

/** A platform tells it once; a database that is away for a moment must not leave a place behind for good. */
const AGAIN_AFTER_MS = [1_000, 10_000];

/** Never rejects. */
export async function movePlace({ store, clock, logger }: Services, from: Place, to: Place): Promise<void> {
  const ids = { platform: from.platform, workspace: from.workspace, from: from.channel, to: to.channel };
  for (const wait of [0, ...AGAIN_AFTER_MS]) {
    if (wait > 0) await new Promise<void>((resolve) => clock.after(wait, resolve));
    try {
      await store.movePlace(from, to);
      return logger.info('place-moved', ids);
    } catch (error) {
      logger.error('place-not-moved', { ...ids, error });
    }
  }
}

/**
 * Ends in the store all that goes on in a workspace that the bot was taken out of, and asks nothing of its places any
 * more. Orders are paused with the reason, so that they can be resumed if the bot comes back; answers given count. It is
 * noted since when, because all that is kept of it goes after a while (`retention.ts`).
 */
export async function leaveWorkspace(services: Services, left: Workspace, reason: string): Promise<void> {
  const { store, clock, logger } = services;
  await store.noteLeft(left, clock.now());
  const dailies = await store.stopWorkspace(left, reason);
  const rounds = await store.unrevealedIn(left);
  for (const round of rounds) {
    await store.closeRound(round.id, clock.now(), await countingOf(services, round));
    await store.markRevealed(round.id);
  }
  const quizzes = (await store.openQuizzes()).filter(({ place }) => isIn(place, left));
  for (const { id } of quizzes) await store.endQuiz(id);
  const { platform, workspace } = left;
  if (dailies + rounds.length + quizzes.length > 0)
    logger.warn('workspace-stopped', {
      ...{ platform, workspace, dailies, rounds: rounds.length, quizzes: quizzes.length },
    });
}

const isIn = (place: Place, { platform, workspace }: Workspace): boolean =>
  place.platform === platform && place.workspace === workspace;
