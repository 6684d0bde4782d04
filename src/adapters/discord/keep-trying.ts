/** Something that may fail for a while, tried until it works, never can, or is no longer wanted. */
import type { Clock } from '../../core/ports/clock.ts';

export interface Plan {
  readonly clock: Pick<Clock, 'after'>;
  readonly attempt: () => Promise<void>;
  /** Whether another attempt is useless. */
  readonly isFinal: (error: unknown) => boolean;
  /** Told of every failure that is not final, with the time until the next attempt. */
  readonly onFailure: (error: unknown, waitMs: number) => void;
  /** Told of a final failure that came too late for `judged`. */
  readonly onFinal: (error: unknown) => void;
}

export interface Trying {
  /** Rejects where it can never work; resolves as soon as it works or another attempt is due. */
  readonly judged: Promise<void>;
  stop(): void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** Discord.js goes on by itself where its websocket fails, without a word, so a first attempt may never end. */
const PATIENCE_MS = 15_000;

export function keepTrying(plan: Plan): Trying {
  const judged = Promise.withResolvers<void>();
  let open = true;
  const judge = () => {
    open = false;
    cancelPatience();
    judged.resolve();
  };
  const cancelPatience = plan.clock.after(PATIENCE_MS, judge);
  const onFinal = (error: unknown) => (open ? judged.reject(error) : plan.onFinal(error));
  const end = repeat({ ...plan, onFinal }, judge);
  return {
    judged: judged.promise,
    stop: () => {
      end();
      judge();
    },
  };
}

/** Returns what ends it. */
function repeat({ clock, attempt, isFinal, onFailure, onFinal }: Plan, onFirstOver: () => void): () => void {
  let [wanted, cancel] = [true, () => {}];
  const tryOnce = async (waitMs: number): Promise<void> => {
    try {
      await attempt();
    } catch (error) {
      if (!wanted) return;
      if (isFinal(error)) return onFinal(error);
      onFailure(error, waitMs);
      const next = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      cancel = clock.after(waitMs, () => void tryOnce(next));
    }
  };
  void tryOnce(FIRST_WAIT_MS).finally(onFirstOver);
  return () => {
    wanted = false;
    cancel();
  };
}
