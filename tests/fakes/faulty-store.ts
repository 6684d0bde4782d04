/** A real store of which one call goes wrong: before it took effect, or after. */
import type { Store } from '../../src/core/ports/store.ts';

export interface FaultyStore {
  readonly store: Store;
  /** The verbs that were called so far, in order. */
  readonly calls: readonly string[];
  /** From now on calls are counted; the one of this number fails. */
  failAt(call: number | undefined, when: 'before' | 'after'): void;
}

export function createFaultyStore(real: Store): FaultyStore {
  const calls: string[] = [];
  let isCounting = false;
  let fault: { readonly call: number; readonly when: 'before' | 'after' } | undefined;
  const wrap =
    (verb: string, run: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]) => {
      if (!isCounting || verb === 'close') return run(...args);
      const isHit = calls.push(verb) - 1 === fault?.call;
      if (isHit && fault?.when === 'before') throw new Error(`the database failed at ${verb}`);
      const answer = await run(...args);
      if (isHit) throw new Error(`the database failed after ${verb}`);
      return answer;
    };
  const store = Object.fromEntries(Object.entries(real).map(([verb, run]) => [verb, wrap(verb, run)]));
  return {
    // Every verb of the real store is there, under its own name.
    store: store as unknown as Store,
    calls,
    failAt: (call, when) => {
      isCounting = true;
      fault = call === undefined ? undefined : { call, when };
    },
  };
}
