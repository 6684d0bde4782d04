/** What a platform hands to the core, and what it gets back. */
import type { Card } from '../cards/card.ts';
import type { Place, Player, Workspace } from '../ids.ts';
import type { Limited } from './limits.ts';

/** Whether something may be done, and if not, why and what a person can do about it, in the platform's own words. */
export type Permission = { readonly ok: true } | { readonly ok: false; readonly fix: string };

/** Who asks and where. The questions may cost a call to the platform, so they are asked only when needed. */
export interface Origin {
  readonly place: Place;
  readonly player: Player;
  /** The platform's own id of this request: the same where the platform delivers it again. */
  readonly requestId: string;
  /** Whether this person manages the place, by the platform's own rules. */
  manages(): Promise<Permission>;
  /** Whether the bot may post where the request came from. */
  mayPost(): Promise<Permission>;
  /** The IANA name of this person's time zone; undefined where the platform does not tell. */
  zone(): Promise<string | undefined>;
}

/** An option as it arrives: text from a typed command, typed values from a form. */
export type RawArgs = Readonly<Record<string, string | number | boolean>>;

export interface CommandRequest {
  readonly kind: 'command';
  readonly origin: Origin;
  readonly command: string;
  readonly subcommand?: string;
  /** Named values, or the words behind the command where the platform sends only those. */
  readonly input: { readonly named: RawArgs } | { readonly words: string };
}

export interface PressRequest {
  readonly kind: 'press';
  readonly origin: Origin;
  /** The token's text, as the button carried it; not yet trusted. */
  readonly token: string;
}

export type Request = CommandRequest | PressRequest;

/** Someone is typing an option and wants proposals. */
export interface SuggestRequest {
  readonly place: Place;
  /** Left out where everybody has one workspace only. */
  readonly player?: Player;
  readonly command: string;
  readonly subcommand?: string;
  readonly option: string;
  readonly typed: string;
}

export interface Suggestion {
  /** Shown, and sent as the value. At most 100 characters. */
  readonly name: string;
}

/** How a request must be acknowledged before it is handled. */
export type Acknowledgement = 'to-everyone' | 'to-asker' | 'in-place';

/** Goes with an answer to the asker alone, by the means that the platform has for it. */
export interface ReplyFile {
  /** With its ending. */
  readonly name: string;
  readonly type: 'text/plain' | 'application/json';
  readonly text: string;
}

/**
 * `say`: a new message, for everyone in the place or for the asker alone.
 * `replace`: the message that held the pressed button becomes this card.
 */
export type Answer =
  | { readonly type: 'say'; readonly to: 'everyone'; readonly card: Card }
  | {
      readonly type: 'say';
      readonly to: 'asker';
      readonly card: Card;
      readonly files?: readonly ReplyFile[];
    }
  | { readonly type: 'replace'; readonly card: Card };

/** `done`: what was asked for stands in the place already, for everyone to see; nothing is said about it. */
export type Reply = Answer | { readonly type: 'done' };

export const toAsker = (card: Card, files?: readonly ReplyFile[]): Answer => ({
  ...{ type: 'say', to: 'asker', card },
  ...(files && { files }),
});

export const filesOf = (reply: Answer): readonly ReplyFile[] =>
  reply.type === 'say' && reply.to === 'asker' ? (reply.files ?? []) : [];

export const toEveryone = (card: Card): Answer => ({ type: 'say', to: 'everyone', card });
/** What is wrong, where something is. */
export const toAskerUnlessDone = (card: Card | undefined): Reply => (card ? toAsker(card) : { type: 'done' });

/** What an adapter sees of the core. No method throws: a fault becomes a kind reply with a code. */
export interface Bot {
  /**
   * Decides from the request alone, without I/O, how the adapter acknowledges it, and counts it: asked once for each.
   * What is limited is not handled: the adapter says why, by the cheapest means there is, or nothing to who knows it.
   */
  acknowledgement(request: Request): Acknowledgement | Limited;
  /** Undefined for a request that was delivered before, here or to another process: its answer comes from there. */
  handle(request: Request): Promise<Reply | undefined>;
  suggest(request: SuggestRequest): Promise<readonly Suggestion[]>;
  /** A place goes on under another id: all that belongs to it moves along. */
  placeMoved(from: Place, to: Place): Promise<void>;
  /** The bot was taken out of a workspace. The reason stands in the status of what ended, once it is back. */
  removed(from: Workspace, reason: string): Promise<void>;
}
