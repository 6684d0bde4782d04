/**
 * What goes after a time, by itself: old answers, and workspaces that took the bot out. Once a day, by one process of
 * all that share a database, in small steps.
 */
import type { Workspace } from './ids.ts';
import type { LeftWorkspace, Retired } from './ports/store.ts';
import type { Services } from './services.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long after the bot was taken out its workspace is deleted. */
const LEFT_FOR_MS = 30 * DAY_MS;

/** What a place was shown names nobody, and keeps questions from coming twice: it stays at least so long. */
const SEEN_DAYS = 400;

type Needed = Pick<Services, 'store' | 'clock' | 'logger' | 'speaker' | 'privacy'>;

export interface RetentionTask {
  /** Begins the day's work where it is time and nobody else has; never rejects, and resolves when that is over. */
  look(): Promise<void>;
}

export function createRetention(services: Needed, signal: AbortSignal): RetentionTask {
  const { clock, logger } = services;
  let nextLook = 0;
  let running: Promise<void> | undefined;
  const work = async () => {
    try {
      if (await isOurs(services)) await cleanUp(services, signal);
    } catch (error) {
      logger.error('retention-failed', { error });
    }
  };
  return {
    look: async () => {
      if (running) return running;
      if (signal.aborted || clock.now() < nextLook) return;
      nextLook = clock.now() + HOUR_MS;
      running = work().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

/** Whoever was not here for so long, or never, cannot tell whether the clock is right. */
const AWAY_MS = 7 * DAY_MS;

/**
 * What goes is gone for good, and a clock that is ahead would make all of it old. So a day that comes long after the last one
 * is noted, and only the next one counts: an hour less than a day later, so that it does not come later every day.
 */
async function isOurs({ store, clock }: Needed): Promise<boolean> {
  const now = clock.now();
  if (await store.takeChore('retention', now, now - AWAY_MS)) return false;
  return store.takeChore('retention', now, now - DAY_MS + HOUR_MS);
}

async function cleanUp(services: Needed, signal: AbortSignal): Promise<void> {
  const { store, clock, logger, privacy } = services;
  const began = clock.now();
  const daysAgo = (days: number) => began - days * DAY_MS;
  const retired = await store.retire(
    { before: daysAgo(privacy.days), seenBefore: daysAgo(Math.max(privacy.days, SEEN_DAYS)) },
    signal,
  );
  if (hasAny(retired)) logger.info('retention', { days: privacy.days, ...retired });
  await lookForLeft(services, signal);
  for (const left of await store.leftWorkspaces()) {
    if (signal.aborted) return;
    await judge(services, left, signal);
  }
}

const hasAny = (retired: Retired): boolean => Object.keys(retired).length > 0;

/**
 * Not every platform tells when it takes the bot out of a workspace, so it is asked of those that anything is kept of.
 * One after the other: it may take as long as it likes.
 */
async function lookForLeft({ store, clock, speaker, logger }: Needed, signal: AbortSignal): Promise<void> {
  const noted = new Set((await store.leftWorkspaces()).map(keyOf));
  for (const workspace of await store.workspaces()) {
    if (signal.aborted) return;
    if (noted.has(keyOf(workspace)) || (await speaker.isIn(workspace)) !== false) continue;
    await store.noteLeft(workspace, clock.now());
    logger.info('workspace-left', named(workspace));
  }
}

const keyOf = ({ platform, workspace }: Workspace): string => JSON.stringify([platform, workspace]);
const named = ({ platform, workspace }: Workspace) => ({ platform, workspace });

/**
 * Back, or used meanwhile (people may bring a bot along to where it was not added): then nothing is deleted. Where the
 * platform does not say, only what happened counts.
 */
async function judge(
  { store, clock, speaker, logger }: Needed,
  left: LeftWorkspace,
  signal: AbortSignal,
): Promise<void> {
  const isIn = await speaker.isIn(left);
  if (isIn === true || (await store.isUsedSince(left, left.leftAt))) {
    if (await store.forgetLeft(left)) logger.info('workspace-back', named(left));
    return;
  }
  if (clock.now() - left.leftAt < LEFT_FOR_MS) return;
  const deleted = await store.deleteWorkspace(left, signal);
  logger.info('workspace-deleted', { ...named(left), ...deleted });
}
