/** What a pane hands to whatever draws its platform's payloads. */
import type { Person } from '../people.ts';
import type { ShownMessage } from '../wire.ts';

export interface DrawingProps {
  readonly payload: unknown;
  readonly message: ShownMessage;
  /** The bot's picture. */
  readonly icon: string;
  readonly people: readonly Person[];
  press(token: string): void;
}
