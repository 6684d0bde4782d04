/** Knows the secret, and takes it in whichever way it is given: compared in constant time, and tried no more often than `tries.ts` lets. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import { createTries } from './tries.ts';

export interface Keeper {
  /** `waitMs`: it was not looked at, because too many wrong ones came before. */
  open(visitor: string, given: string): 'open' | 'wrong' | { readonly waitMs: number };
}

export interface KeeperOptions {
  readonly secret: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
}

/** The oldest is forgotten first, and then waits as strangers do. */
const MOST_KNOWN = 1_000;

export function createKeeper({ secret, clock, logger }: KeeperOptions): Keeper {
  const tries = createTries(clock);
  const isSecret = equalTo(secret);
  /** Whoever gave it before: a stranger who guesses holds up other strangers, and no Prometheus. */
  const known = new Set<string>();
  return {
    open(visitor, given) {
      const waitMs = tries.waitMs(visitor, known.has(visitor));
      if (waitMs > 0) return { waitMs };
      if (!isSecret(given.trim())) {
        tries.wrong(visitor);
        logger.warn('page-secret-wrong');
        return 'wrong';
      }
      known.delete(visitor);
      known.add(visitor);
      const [oldest] = known;
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
      return 'open';
    },
  };
}

/** In the same time whatever is given. */
function equalTo(secret: string): (given: string) => boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  const expected = hash(secret);
  return (given) => timingSafeEqual(hash(given), expected);
}
