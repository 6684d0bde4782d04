/** What `/readyz` tells: which part does not work, and whether what is due comes. */
import type { Clock } from './core/ports/clock.ts';
import type { Logger } from './core/ports/logger.ts';
import type { Platform } from './core/ports/platform.ts';
import type { Queue } from './core/ports/queue.ts';
import type { Store } from './core/ports/store.ts';
import type { Roster } from './roster.ts';
import { type Trouble, troubleOf } from './store/trouble.ts';
import { within } from './within.ts';

export interface Report {
  readonly status: 'ready' | 'not-ready';
  /** Whether requests from it can arrive. */
  readonly platforms: Readonly<Record<string, boolean>>;
  /** Those that will not work until somebody changes something, with why. */
  readonly lost: Readonly<Record<string, string>>;
  /** Whether it can be read and written. */
  readonly store: boolean;
  /** What is wrong with it, where that is known. */
  readonly storeTrouble?: Trouble;
  readonly queue: boolean;
  /** Since all that was due was handed out; null before the first time. */
  readonly tickAgeSeconds: number | null;
  /** By how much the longest due daily question is late; null where the store does not say. */
  readonly overdueSeconds: number | null;
}

export interface Health {
  /** All that is due was handed out. */
  ticked(): Promise<void>;
  report(): Promise<Report>;
  /** Costs nothing. `ageMs`: undefined before the first; `overdueMs`: by how much the longest due daily was late then. */
  lastTick(): { readonly ageMs: number | undefined; readonly overdueMs: number };
}

/** Of a tick a minute, two may fail. */
const TICK_WITHIN_MS = 180_000;

/** Longer than a morning's thousands take. */
const OVERDUE_MS = 120_000;

/** Less than those wait who ask. */
const ANSWER_WITHIN_MS = 2_000;

/** However often somebody asks, the store is written to no more often, because disks wear. */
const TRIED_FOR_MS = 2_000;

export interface HealthParts {
  readonly platforms: readonly Platform[];
  readonly roster: Roster;
  readonly store: Store;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createHealth({ platforms, roster, store, queue, clock, logger }: HealthParts): Health {
  let lastTick: number | undefined;
  let lastOverdueMs = 0;
  const overdueMs = async (): Promise<number> => {
    const now = clock.now();
    const usable = platforms.map(({ name }) => name).filter(roster.isUsable);
    return now - ((await store.oldestDue(usable, now)) ?? now);
  };
  let tried: { readonly at: number; readonly outcome: Promise<void> } | undefined;
  let isTrying = false;
  /** One try for all who ask within a while, however it ends: on a file that is held it holds up everything else. */
  const tryStore = (): Promise<void> => {
    const now = clock.now();
    if (!tried || (!isTrying && Math.abs(now - tried.at) >= TRIED_FOR_MS)) {
      isTrying = true;
      const outcome = store.tryWrite(now).finally(() => {
        isTrying = false;
      });
      tried = { at: now, outcome };
    }
    return tried.outcome;
  };
  const storeTrouble = async () => {
    const outcome = tryStore().then(
      () => 'none' as const,
      (error) => troubleOf(error) ?? ('unknown' as const),
    );
    return (await within(clock, ANSWER_WITHIN_MS, outcome)) ?? 'away';
  };
  const answers = async (check: Promise<unknown>) =>
    (await within(
      clock,
      ANSWER_WITHIN_MS,
      check.then(() => true),
    )) ?? false;
  return {
    async ticked() {
      lastTick = clock.now();
      const lateMs = await overdueMs();
      lastOverdueMs = lateMs;
      if (lateMs > OVERDUE_MS) logger.warn('dailies-overdue', { lateMs });
    },
    lastTick: () => ({
      ageMs: lastTick === undefined ? undefined : clock.now() - lastTick,
      overdueMs: lastOverdueMs,
    }),
    async report() {
      const [overdue, trouble, isQueueUp] = await Promise.all([
        within(clock, ANSWER_WITHIN_MS, overdueMs()),
        storeTrouble(),
        answers(queue.check()),
      ]);
      const parts = {
        platforms: Object.fromEntries(platforms.map(({ name, connected }) => [name, connected()])),
        lost: Object.fromEntries(roster.lost()),
        store: overdue !== undefined && trouble === 'none',
        ...(trouble === 'none' || trouble === 'unknown' ? {} : { storeTrouble: trouble }),
        queue: isQueueUp,
        tickAgeSeconds: secondsOf(lastTick === undefined ? undefined : clock.now() - lastTick),
        overdueSeconds: secondsOf(overdue),
      };
      const isTicking = lastTick !== undefined && clock.now() - lastTick <= TICK_WITHIN_MS;
      const isReady =
        isTicking &&
        parts.store &&
        parts.queue &&
        roster.lost().size === 0 &&
        Object.values(parts.platforms).every(Boolean);
      return { status: isReady ? 'ready' : 'not-ready', ...parts };
    },
  };
}

const secondsOf = (ms: number | undefined): number | null =>
  ms === undefined ? null : Math.max(0, Math.round(ms / 1_000));
