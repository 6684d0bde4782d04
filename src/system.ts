/** The real clock and real chance. */
import { randomInt } from 'node:crypto';
import type { Clock } from './core/ports/clock.ts';
import type { Random } from './core/ports/random.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Ids of 16 characters from 36: a guess at a stranger's round is one in 10²⁴. */
export const systemRandom: Random = {
  next: () => randomInt(2 ** 32) / 2 ** 32,
  id: () => Array.from({ length: 16 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join(''),
};
