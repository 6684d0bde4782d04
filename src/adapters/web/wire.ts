/** What the server tells the page over the event stream. Types only: both ends are built from this file. */
import type { ReplyFile } from '../../core/requests/request.ts';
import type { Person } from './people.ts';

/** A message as it is drawn: the payload that each platform's real renderer made, by the face's name. */
export interface ShownMessage {
  readonly id: string;
  readonly at: number;
  readonly onlyYou: boolean;
  /** A whisper that says what is wrong with what the person did. */
  readonly problem?: true;
  /** The plain-text form, by which one knows whether a message has changed. */
  readonly text: string;
  /** The same as it is read out: “in 45 seconds” for an instant, “link” for an address. */
  readonly spoken: string;
  /** What was typed to get it, and by whom; absent where nobody asked or nobody else sees it. */
  readonly asked?: { readonly person: string; readonly line: string };
  /** What buttons are called that show a letter only, by their token. */
  readonly names: Readonly<Record<string, string>>;
  readonly payloads: Readonly<Record<string, unknown>>;
  /** To be saved by whoever sees the message. */
  readonly files?: readonly ReplyFile[];
  /** The token that closes the open round shown here; absent where there is none. */
  readonly closes?: string;
}

export interface FaceLabel {
  readonly name: string;
  readonly label: string;
}

/** The first event of a stream; the page forgets what it had. */
export interface Snapshot {
  readonly type: 'snapshot';
  /** Changes when the page's own code does, so that an old page knows that it is one. */
  readonly build: string;
  readonly people: readonly Person[];
  readonly faces: readonly FaceLabel[];
  /** What everyone sees, oldest first, then what only this person sees. */
  readonly messages: readonly ShownMessage[];
}

/**
 * `players` is who is played by the open pages, once for each; `message` adds or replaces by id; `problem` is for the one person whose request failed; `overheard` is what
 * one person was told when another pressed their button.
 */
export type ServerEvent =
  | Snapshot
  | { readonly type: 'players'; readonly players: readonly string[] }
  | { readonly type: 'message'; readonly message: ShownMessage }
  | { readonly type: 'problem'; readonly words: string }
  | { readonly type: 'overheard'; readonly words: string };

/** A completed line of input, offered while someone types. */
export interface Proposal {
  /** Replaces the whole line. */
  readonly line: string;
  readonly label: string;
  readonly hint: string;
}
