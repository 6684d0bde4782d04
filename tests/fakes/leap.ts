/** Minutes in which nothing is due pass at once: a day of them is a handful of questions to the store. */
import type { Store } from '../../src/core/ports/store.ts';
import type { Services } from '../../src/core/services.ts';
import { tick } from '../../src/core/work.ts';
import type { FakeClock } from './clock.ts';

const MINUTE_MS = 60_000;

const DUE = Symbol('something is due');

/** What only asks what is due, and answers with a list. */
const ASKS = /^(?:due|open|un)/;

/** What only throws away what nobody asks about any more: whether it comes an hour later changes nothing. */
const TIDIES = 'sweep';

/** To the last of so many full minutes before which no timer ends and no tick finds anything; returns how many. */
export async function leap(services: Services, clock: FakeClock, most: number): Promise<number> {
  const first = MINUTE_MS - (clock.now() % MINUTE_MS);
  const timer = clock.nextTimer() - clock.now() - first;
  const free = Math.min(most, Math.max(0, Math.ceil(timer / MINUTE_MS)));
  for (let minutes = free; minutes > 0; minutes = Math.floor(minutes / 2)) {
    const ms = first + (minutes - 1) * MINUTE_MS;
    if (!(await isIdle(services, clock.now() + ms))) continue;
    clock.jumpTo(clock.now() + ms);
    return minutes;
  }
  return 0;
}

/** What is due at an instant is due after it, so that nothing is due before one at which nothing is. */
async function isIdle(services: Services, at: number): Promise<boolean> {
  const ask =
    (verb: string, run: (...given: unknown[]) => unknown) =>
    async (...given: unknown[]) => {
      if (verb === TIDIES) return undefined;
      const found = ASKS.test(verb) ? await run(...given) : undefined;
      if (Array.isArray(found) && found.length === 0) return found;
      throw DUE;
    };
  const verbs = Object.entries(services.store).map(([verb, run]) => [verb, ask(verb, run)]);
  const store: Store = Object.fromEntries(verbs);
  try {
    await tick({ ...services, store, clock: { ...services.clock, now: () => at } });
    return true;
  } catch (error) {
    if (error === DUE) return false;
    throw error;
  }
}
