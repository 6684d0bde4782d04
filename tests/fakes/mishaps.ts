/**
 * What goes wrong on the way to a platform's server, by chance and at a rate. The same words for every platform, so
 * that a harness describes its weather once:
 *
 *     server.faults.random({ seed: 7, rates: { posts: { 'done-500': 0.05 }, edits: { 'undone-cut': 0.02 } } });
 *     …
 *     server.faults.calm();
 *     server.faults.struck();   // { 'posts done-500': 12, 'edits undone-cut': 3 }
 */
import { createSeededRandom } from './random.ts';

/**
 * done, undone: whether the server did what it was asked. 500, silent, cut: what the caller then gets: an error,
 * no answer until it gives up, a connection that ends. busy: undone, 429. late: done, and answered after a while.
 */
export type Mishap =
  | 'done-500'
  | 'done-silent'
  | 'done-cut'
  | 'undone-500'
  | 'undone-silent'
  | 'undone-cut'
  | 'busy'
  | 'late';

/** The chance of each, from 0 to 1, by kind of call. What is left over goes well. */
export type Rates<Where extends string> = Partial<Record<Where, Partial<Record<Mishap, number>>>>;

export interface Weather<Where extends string> {
  readonly seed: number;
  readonly rates: Rates<Where>;
  /** What a 429 says; 1 by default. */
  readonly retryAfterSeconds?: number;
  /** How late a late answer is; 1,000 by default. */
  readonly lateMs?: number;
}

export interface RandomFaults<Where extends string> {
  /** From now on, until it is calm or another weather comes. */
  random(weather: Weather<Where>): void;
  calm(): void;
  /** How often each was drawn since the start. */
  struck(): Readonly<Record<string, number>>;
}

/** A mishap with its numbers. */
export interface Drawn {
  readonly mishap: Mishap;
  readonly retryAfterSeconds: number;
  readonly lateMs: number;
}

export function createMishaps<Where extends string>() {
  const counts = new Map<string, number>();
  let weather: { readonly now: Weather<Where>; readonly dice: () => number } | undefined;
  const faults: RandomFaults<Where> = {
    random: (now) => {
      weather = { now, dice: createSeededRandom(now.seed).next };
    },
    calm: () => {
      weather = undefined;
    },
    struck: () => Object.fromEntries(counts),
  };
  const draw = (where: Where | undefined): Drawn | undefined => {
    const rates = where === undefined ? undefined : weather?.now.rates[where];
    if (!weather || !rates) return undefined;
    const mishap = pick(rates, weather.dice());
    if (!mishap) return undefined;
    const name = `${where} ${mishap}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const { retryAfterSeconds = 1, lateMs = 1_000 } = weather.now;
    return { mishap, retryAfterSeconds, lateMs };
  };
  return { faults, draw };
}

function pick(rates: Partial<Record<Mishap, number>>, thrown: number): Mishap | undefined {
  let sum = 0;
  for (const [mishap, rate] of Object.entries(rates)) {
    sum += rate;
    if (thrown < sum) return mishap as Mishap;
  }
  return undefined;
}
