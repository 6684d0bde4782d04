/** Runs the rules over a pack a rule at a time, so that the desk answers meanwhile. */
import { lintSteps, type Verdict } from '../lint/lint.ts';
import type { Snapshot } from './snapshot.ts';

/** Undefined where it was stopped, which another run does. */
export type BackgroundLint = (now: Snapshot) => Promise<readonly Verdict[] | undefined>;

export function createBackgroundLint(): BackgroundLint {
  let latest: Snapshot | undefined;
  return async (now) => {
    latest = now;
    const { readable, toLint } = now.records;
    if (readable === undefined) return [];
    const steps = lintSteps(readable, toLint);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      await new Promise((next) => setImmediate(next));
      if (latest !== now) return undefined;
    }
  };
}
