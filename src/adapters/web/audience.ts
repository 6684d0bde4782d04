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
  /** Who is played, once for each open page. */
  players(): readonly string[];
  isFull(): boolean;
  closeAll(): void;
}

/** More open pages than this are a flood, not an audience. */
const MOST_LISTENERS = 200;

export function createAudience(): Audience {
  const listeners = new Set<Listener>();
  const players = () => [...listeners].map(({ person }) => person);
  const tellEveryone = (event: ServerEvent) => {
    for (const listener of listeners) listener.send(event);
  };
  return {
    join: (listener) => {
      listeners.add(listener);
      tellEveryone({ type: 'players', players: players() });
      return () => {
        listeners.delete(listener);
        tellEveryone({ type: 'players', players: players() });
      };
    },
    players,
    tellEveryone,
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
