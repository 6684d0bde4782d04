/**
 * Tells when a process of the bot rests: no tick runs, no call to the store or a platform is under way, and none
 * begins. It is counted in turns of the event loop and not in time, so that a slow machine says the same, later.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Assembled } from '../../src/app.ts';

export interface Rest {
  /** Counts as being under way until it is over. */
  watch<Value>(work: Promise<Value>): Promise<Value>;
  /** Resolves at rest. */
  reached(): Promise<void>;
}

/** What follows from a call that is over has called again by then, or has set a timer that is due. */
const TURNS = 50;
const LOOKS = 2;
/** The platforms' calls that `Platform` has; the rest is state. */
const CALLS = new Set(['post', 'edit', 'find', 'tell']);

/** `polled`: resolves once the clock has looked at the time, and has run what was due. */
export function watchRest({ services, platforms }: Assembled, polled: () => Promise<void>): Rest {
  let underWay = 0;
  let begun = 0;
  const watch = async <Value>(work: Promise<Value>): Promise<Value> => {
    underWay += 1;
    begun += 1;
    try {
      return await work;
    } finally {
      underWay -= 1;
    }
  };
  watchAll(services.store, (verb) => verb !== 'close', watch);
  for (const platform of platforms) watchAll(platform, (verb) => CALLS.has(verb), watch);
  const reached = async () => {
    for (let before = -1; before !== begun || underWay > 0; ) {
      before = begun;
      for (let look = 0; look < LOOKS; look += 1) await polled();
      for (let count = 0; count < TURNS; count += 1) await turn();
    }
  };
  return { watch, reached };
}

function watchAll(port: object, isWanted: (verb: string) => boolean, watch: Rest['watch']): void {
  for (const [verb, run] of Object.entries(port))
    if (typeof run === 'function' && isWanted(verb))
      Object.assign(port, { [verb]: (...given: unknown[]) => watch(Promise.resolve(run(...given))) });
}
