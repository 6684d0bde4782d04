/** A clock that stands still until a test moves it, and runs what falls due on the way. */
import type { Clock } from '../../src/core/ports/clock.ts';

export interface FakeClock extends Clock {
  /** Moves on by so many milliseconds and lets what was started settle. */
  advance(ms: number): Promise<void>;
  /** Moves to an instant, as after a sleep of the machine: nothing runs in between. */
  jumpTo(instant: number): void;
  /** When the next timer ends; infinity where none runs. */
  nextTimer(): number;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export function createFakeClock(start: string | number): FakeClock {
  let now = typeof start === 'number' ? start : Date.parse(start);
  const timers = new Set<Timer>();
  const nextUntil = (end: number): Timer | undefined =>
    [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const end = now + ms;
      for (let timer = nextUntil(end); timer; timer = nextUntil(end)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.run();
        await settled();
      }
      now = end;
      await settled();
    },
    jumpTo(instant) {
      now = instant;
    },
    nextTimer: () => Math.min(...[...timers].map(({ at }) => at)),
  };
}

/** Lets promises that wait for nothing outside this process run to their end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((done) => setImmediate(done));
}
