/** Long work beside which the bot goes on answering. */
import { setImmediate } from 'node:timers/promises';
import type { Steps } from './core/gradually.ts';

/** Short beside what a platform takes to bring an answer. */
const SLICE_MS = 10;

/** Whoever waits for an answer comes in between. Rejects where it is left. */
export async function unhurried<Found>(steps: Steps<Found>, left?: AbortSignal): Promise<Found> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await setImmediate(undefined, { signal: left });
  }
}
