/** Long work of a process that answers people meanwhile. */
import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../core/steps.ts';

/** Short beside what a platform takes to bring an answer. */
const SLICE_MS = 10;

/** A whole turn of the event loop: after the first of the two it may not have looked yet who is waiting. */
export async function othersTurn(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

/** Others go first. Rejects where it is left before it is done. */
export async function unhurried<Result>(steps: Steps<Result>, left?: AbortSignal): Promise<Result> {
  for (;;) {
    await othersTurn();
    left?.throwIfAborted();
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
  }
}
