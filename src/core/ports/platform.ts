/** PORT: one way of reaching people. `tests/contracts/platform.ts` is its specification. */
import type { Card } from '../cards/card.ts';
import type { MessageRef, Place, PlatformId, Player, Workspace } from '../ids.ts';
import type { Bot } from '../requests/request.ts';

export interface Platform {
  readonly name: PlatformId;
  readonly capabilities: Capabilities;
  /**
   * Connects and begins to hand requests to the bot. Rejects only where it can never work: a refused token, say.
   * Where the platform cannot be reached it resolves and keeps trying; `connected` tells.
   */
  start(bot: Bot): Promise<void>;
  /** Takes no new request, lets those in flight end, disconnects. */
  stop(): Promise<void>;
  /**
   * Who we are there: the same as long as the token is of the same application and workspace, and never the same for
   * two. Rejects where the platform cannot say now.
   */
  identity(): Promise<string>;
  /** Whether requests can arrive right now. */
  connected(): boolean;
  /** The same for an operator, in words that fit behind the platform's name and a colon: “connected as …, 3 servers”. */
  connection(): string;
  /**
   * Whether points that are earned in a place count for its whole workspace: not those of a talk with the bot alone,
   * where nobody sees how they were earned.
   */
  countsEverywhere(place: Place): boolean;
  /** Whether the bot is in a workspace: true or false only where the platform says so. Never rejects. */
  isIn(workspace: Workspace): Promise<boolean | undefined>;
  /**
   * A new message for everyone in the place. `key` is the same for every try of the same message, so that a
   * platform that can tell a repeat from a new message does. `under`: shown as an answer to that message of ours.
   * Never throws for what the platform answers.
   */
  post(place: Place, card: Card, key: string, under?: MessageRef): Promise<PostOutcome>;
  /** Looks in the platform's own record for what a post left there whose outcome we never learnt. */
  find(place: Place, sought: Sought): Promise<FindOutcome>;
  /** What we posted in a place in a span of time and still stands there, as the platform's own record shows it. */
  postsIn(place: Place, span: Span): Promise<PostsOutcome>;
  /** A private message to one person, for what concerns only them. */
  tell(player: Player, card: Card, key: string): Promise<PostOutcome>;
  /** Replaces a message of ours. */
  edit(message: MessageRef, card: Card): Promise<EditOutcome>;
}

/** What a platform can do and what things are called there, so that the core can word its texts to fit. */
export interface Capabilities {
  readonly words: PlatformWords;
  /** Commands are forms with named options; otherwise they are a line of words. */
  readonly namedOptions: boolean;
  /** A second post with the same key within two minutes does not show twice. */
  readonly repeatsSafely: boolean;
  /** How many messages may be edited in a minute, in all of a workspace or in each channel of it. */
  readonly edits: { readonly perMinute: number; readonly per: 'workspace' | 'channel' };
  /** As far as one user id is surely one person: on all of the platform, or in each workspace by itself. */
  readonly accounts: Accounts;
}

export type Accounts = 'everywhere' | 'workspace';

/** In the middle of a sentence. */
export interface PlatformWords {
  /** What people call the platform: “it was never confirmed by …”. */
  readonly name: string;
  /** Those who may set up a place, as a rule: “for …: /daily”. Whoever is refused is told by `Origin.manages`. */
  readonly managers: string;
}

/**
 * refused: final until a person changes something; `fix` says what, in a sentence for that person.
 * failed: may work later; `sent` tells whether the message may stand there nevertheless.
 */
export type PostOutcome =
  | { readonly status: 'posted'; readonly message: MessageRef }
  | { readonly status: 'refused'; readonly why: RefusalReason; readonly fix: string }
  | { readonly status: 'failed'; readonly sent: 'no' | 'maybe'; readonly retryAfterMs?: number };

/** The post that is looked for: as it was sent, at this instant or later. */
export interface Sought {
  readonly card: Card;
  readonly key: string;
  readonly since: number;
}

/**
 * absent: the record was read and it is not there. failed: the record could not be read now. impossible: it can
 * never be read here, for want of a right or a record.
 */
export type FindOutcome =
  | { readonly status: 'found'; readonly message: MessageRef }
  | { readonly status: 'absent' }
  | { readonly status: 'failed'; readonly retryAfterMs?: number }
  | { readonly status: 'impossible' };

export interface Span {
  readonly since: number;
  readonly until: number;
}

/** Oldest first. failed and impossible: as for a search. */
export type PostsOutcome =
  | { readonly status: 'read'; readonly posts: readonly OwnPost[] }
  | Exclude<FindOutcome, { readonly status: 'found' | 'absent' }>;

/** A message of ours as it stands now. */
export interface OwnPost {
  readonly message: MessageRef;
  readonly at: number;
  /** What it says, somehow marked up; compare it by `lettersOf`. */
  readonly text: string;
  /** In their order; only those that carry a token. */
  readonly buttons: readonly { readonly label: string; readonly token: string }[];
}

/** What `connection` says while there is none. */
export const notConnected = (againInMs: number): string =>
  `not connected, ${againInMs > 0 ? `trying again in ${Math.ceil(againInMs / 1_000)} s` : 'trying'}`;

/** Letters and digits alone: what is left the same by any markup, trimming and escaping. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** gone: the message or its channel no longer exists. `asleep`: nothing there can be edited until something is posted. */
export type EditOutcome =
  | { readonly status: 'edited' }
  | { readonly status: 'gone' }
  | { readonly status: 'refused'; readonly why: RefusalReason; readonly fix: string }
  | { readonly status: 'failed'; readonly retryAfterMs?: number; readonly asleep?: true };

/** forbidden: a right is missing there; gone: the channel is; removed: the bot was taken out of the workspace. */
export type RefusalReason = 'forbidden' | 'gone' | 'removed';
