/** Runs the rules over a pack a rule at a time, so that the desk answers meanwhile. */
import { setTimeout } from 'node:timers/promises';
import { lintSteps, type Verdict } from '../lint/lint.ts';
import type { Snapshot } from './snapshot.ts';

/** Undefined where it was stopped, which another run does. */
export type BackgroundLint = (now: Snapshot) => Promise<readonly Verdict[] | undefined>;

/** A rule may hold a large pack up for a second: first the page hears what became of its write, and asks what it needs. */
const PAUSE_MS = 250;

export function createBackgroundLint(): BackgroundLint {
  let latest: Snapshot | undefined;
  return async (now) => {
    latest = now;
    await setTimeout(PAUSE_MS, undefined, { ref: false });
    if (latest !== now) return undefined;
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
