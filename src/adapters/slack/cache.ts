/** Answers that may be some minutes old. Failures are forgotten at once; the oldest answers make room for new ones. */
import type { Clock } from '../../core/ports/clock.ts';

export interface Cache<Value> {
  get(key: string): Promise<Value>;
}

const MOST = 2_000;

export function createCache<Value>(
  clock: Clock,
  lifeMs: number,
  load: (key: string) => Promise<Value>,
): Cache<Value> {
  const entries = new Map<string, { readonly value: Promise<Value>; readonly until: number }>();
  const remember = (key: string) => {
    const value = load(key);
    const entry = { value, until: clock.now() + lifeMs };
    entries.delete(key);
    entries.set(key, entry);
    for (const oldest of [...entries.keys()].slice(0, entries.size - MOST)) entries.delete(oldest);
    value.catch(() => entries.get(key) === entry && entries.delete(key));
    return value;
  };
  return {
    get: (key) => {
      const known = entries.get(key);
      return known && known.until > clock.now() ? known.value : remember(key);
    },
  };
}
