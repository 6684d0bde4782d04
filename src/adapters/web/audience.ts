/** The pages that are open right now, and what each of them is told. */
import type { ServerEvent } from './wire.ts';

/** One open page. `send` never throws; `close` ends its stream, and the page comes back by itself. */
export interface Listener {
  readonly person: string;
  send(event: ServerEvent): void;
  close(): void;
}

export interface Audience {
  /** The returned function takes the listener out again. */
  join(listener: Listener): () => void;
  tellEveryone(event: ServerEvent): void;
  tell(person: string, event: ServerEvent): void;
  isFull(): boolean;
  closeAll(): void;
}

/** More open pages than this are a flood, not an audience. */
const MOST_LISTENERS = 200;

export function createAudience(): Audience {
  const listeners = new Set<Listener>();
  return {
    join: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tellEveryone: (event) => {
      for (const listener of listeners) listener.send(event);
    },
    tell: (person, event) => {
      for (const listener of listeners) if (listener.person === person) listener.send(event);
    },
    isFull: () => listeners.size >= MOST_LISTENERS,
    closeAll: () => {
      for (const listener of listeners) listener.close();
      listeners.clear();
    },
  };
}
