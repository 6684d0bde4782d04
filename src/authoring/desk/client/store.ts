/**
 * The state of the page outside React: what was dispatched is there at once, also for whoever goes on after an answer
 * of the server has come.
 */
import { type DeskState, initialState, type PageEvent, reduce } from './desk-state.ts';

export interface Store {
  now(): DeskState;
  dispatch(event: PageEvent): void;
  subscribe(changed: () => void): () => void;
}

export function createStore(): Store {
  let state = initialState;
  const listeners = new Set<() => void>();
  return {
    now: () => state,
    dispatch: (event) => {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const changed of listeners) changed();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
