/** What the specification of the Platform port needs of a platform's test. */
import type { MessageRef, Place, Player } from '../../src/core/ids.ts';
import type { Platform } from '../../src/core/ports/platform.ts';

export interface PlatformHarness {
  /** Built, not started. */
  readonly platform: Platform;
  /** A place where the bot may post. */
  readonly place: Place;
  /** A place where the bot may not post, and one that no longer exists. */
  readonly forbidden: Place;
  readonly gone: Place;
  /** Someone who takes private messages, and someone who cannot be told anything. */
  readonly person: Player;
  readonly unreachable: Player;
  /** The server's clock. */
  now(): number;
  /** The messages that stand in a place for everyone, oldest first, each as the server's JSON. */
  messages(place: Place): readonly string[];
  /** Of those, the ones that are shown as answers to this message. */
  answersTo(message: MessageRef): readonly string[];
  /** What only this person was shown, oldest first, each as the server's JSON. */
  whispers(user: string): readonly string[];
  /** What this person was told in private of the bot's own accord, oldest first, each as the server's JSON. */
  told(user: string): Promise<readonly string[]>;
  /** A person types a command. Resolves when the platform's server has its acknowledgement. */
  command(call: { place: Place; user: string; command: string; words: string }): Promise<void>;
  /** A person presses a button of a message. Resolves when the server has its acknowledgement. */
  press(call: { message: MessageRef; user: string; token: string }): Promise<void>;
  /** Resolves when the server has received everything that answers the interactions so far. */
  answered(): Promise<void>;
  remove(message: MessageRef): void;
  /** From now on the bot may not read what stands in a place. */
  hideRecord(): void;
  /** The server's next answer to a post, or to the bot's looking for one. `lost`: done, but said to be an error. */
  breakNext(how: 'server-error' | 'rate-limit' | 'lost', call?: 'post' | 'find'): void;
  close(): Promise<void>;
}

/** A test that a platform cannot have, with the reason. */
export type Skips = Partial<Record<'forbidden' | 'gone' | 'broken' | 'lost' | 'hidden', string>>;
