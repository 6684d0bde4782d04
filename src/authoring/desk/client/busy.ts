/** What is being done at the moment, for who waits: answers that come at once need no word. */
import { useSyncExternalStore } from 'react';

/** From then on one wonders whether the press was felt. */
const PATIENCE_MS = 400;

const waiting = new Map<symbol, string>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const changed of listeners) changed();
}

/** `words`: “Saving …”. */
export async function during<Value>(words: string, asked: Promise<Value>): Promise<Value> {
  const mine = Symbol(words);
  const timer = setTimeout(() => {
    waiting.set(mine, words);
    tell();
  }, PATIENCE_MS);
  try {
    return await asked;
  } finally {
    clearTimeout(timer);
    if (waiting.delete(mine)) tell();
  }
}

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** Undefined where nobody waits. */
export const useBusy = (): string | undefined =>
  useSyncExternalStore(subscribe, () => waiting.values().next().value);
