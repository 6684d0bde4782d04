/** Long work of a process that answers people meanwhile. */
import { setImmediate } from 'node:timers/promises';
import type { Steps } from './core/steps.ts';

/** A whole turn of the event loop: after the first of the two it may not have looked yet who is waiting. */
async function othersTurn(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

export async function unhurried<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await othersTurn();
  }
}
