/** The pages that are open right now, and what each of them is told. */
import { type Frame, frameOf } from './frames.ts';
import type { ServerEvent } from './wire.ts';

/** One open page. `send` never throws; `close` ends its stream, and the page comes back by itself. */
export interface Listener {
  readonly person: string;
  send(frame: Frame): void;
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
  const send = (event: ServerEvent, isFor: (listener: Listener) => boolean) => {
    const frame = frameOf(event);
    for (const listener of [...listeners].filter(isFor)) listener.send(frame);
  };
  const tellEveryone = (event: ServerEvent) => send(event, () => true);
  let isDue = false;
  /** Where many come or go together, all are told once. */
  const tellPlayers = () => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      tellEveryone({ type: 'players', players: players() });
    });
  };
  return {
    join: (listener) => {
      listeners.add(listener);
      tellPlayers();
      return () => {
        listeners.delete(listener);
        tellPlayers();
      };
    },
    players,
    tellEveryone,
    tell: (person, event) => send(event, (listener) => listener.person === person),
    isFull: () => listeners.size >= MOST_LISTENERS,
    closeAll: () => {
      for (const listener of listeners) listener.close();
      listeners.clear();
    },
  };
}
