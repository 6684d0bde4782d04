/** Chance that repeats: the same seed, the same numbers (mulberry32, public domain). */
import type { Random } from '../../src/core/ports/random.ts';

export function createSeededRandom(seed: number): Random {
  let state = seed;
  let count = 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    id: () => {
      count += 1;
      return `id-${seed}-${count}`;
    },
  };
}
