/**
 * What the bot shows, as plain data. A command builds a Card; each platform's renderer turns it into that
 * platform's payload. All strings are plain text: markup, escaping and mentions are the renderer's business.
 */
import type { ChannelId, UserId } from '../ids.ts';
import type { Token } from '../requests/token.ts';

export type Inline =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly code: string }
  | { readonly link: string; readonly href: string }
  /** Milliseconds since 1970; shown in the reader's own time zone where the platform can. */
  | { readonly time: number; readonly as: 'relative' | 'time' | 'date-time' }
  | { readonly player: UserId }
  /** By the name that its members know, where the platform can. */
  | { readonly channel: ChannelId };

export type RichText = readonly Inline[];

/** One button. `spoken` is what a screen reader says in place of a label that is only a letter. */
export interface Choice {
  readonly label: string;
  readonly token: Token;
  readonly style: 'primary' | 'plain' | 'danger';
  readonly spoken?: string;
}

/** An option of a question. `share` and a mark other than `open` appear only once the round is revealed. */
export interface ShownOption {
  /** Left out where the option itself is on a button. */
  readonly letter?: string;
  readonly text: string;
  readonly mark: 'open' | 'right' | 'wrong';
  readonly share?: { readonly count: number; readonly percent: number };
}

/** What an article says on one word, wherever in it. */
export interface ShownPassage {
  /** Ascending. */
  readonly paragraphs: readonly number[];
  /** Whom the article has it from, origin first; empty where it speaks in its own voice. */
  readonly attribution: readonly string[];
}

/** A receipt as it is shown: one article, with all it takes to find the sentences in it. What is unknown is left out. */
export interface ShownReceipt {
  readonly title: string;
  readonly publisher: string;
  readonly author: string | null;
  /** The date as far as it is known: "2023", "November 2023", "18 October 2023". */
  readonly date?: string;
  readonly passages: NonEmpty<ShownPassage>;
  /** Opens the article at its first passage. */
  readonly url?: string;
  /** What the article says there, in its own words: only where it is ours and has no address. */
  readonly quotation?: string;
  /** ISO 639-1 code of the article's language. */
  readonly language: string;
}

export type NonEmpty<Item> = readonly [Item, ...Item[]];

export type PlainBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'text'; readonly text: RichText }
  /** `inButtons`: the buttons below say them already, so that only words without buttons repeat them. */
  | { readonly type: 'options'; readonly options: readonly ShownOption[]; readonly inButtons?: true }
  | { readonly type: 'choices'; readonly choices: readonly Choice[] }
  | { readonly type: 'divider' }
  | { readonly type: 'note'; readonly text: RichText };

export type Block = PlainBlock | { readonly type: 'receipts'; readonly receipts: NonEmpty<ShownReceipt> };

/** What the card is about at a glance; a renderer may colour by it, never by colour alone. */
export type Tone = 'neutral' | 'question' | 'right' | 'wrong' | 'problem';

/** A card that tells no fact and reveals no answer: a question, help, a status, an error. */
export interface PlainCard {
  readonly kind: 'plain';
  readonly tone: Tone;
  readonly blocks: readonly PlainBlock[];
}

/** A card that tells a fact or reveals an answer. Its type cannot be built without a receipt. */
export interface CitedCard {
  readonly kind: 'cited';
  readonly tone: Tone;
  readonly lead: readonly PlainBlock[];
  readonly receipts: NonEmpty<ShownReceipt>;
  readonly tail: readonly PlainBlock[];
}

export type Card = PlainCard | CitedCard;

/** The blocks in the order in which they are shown. */
export const blocksOf = (card: Card): readonly Block[] =>
  card.kind === 'plain'
    ? card.blocks
    : [...card.lead, { type: 'receipts', receipts: card.receipts }, ...card.tail];

export const plainCard = (tone: Tone, ...blocks: PlainBlock[]): PlainCard => ({
  kind: 'plain',
  tone,
  blocks,
});

/** With a remark at its end. */
export const withNote = (card: Card, text: string): Card => {
  const note = { type: 'note', text: [text] } as const;
  return card.kind === 'plain'
    ? { ...card, blocks: [...card.blocks, note] }
    : { ...card, tail: [...card.tail, note] };
};

/** What somebody typed, or what a button stands for that they pressed, to get an answer that everyone sees. */
export interface Asked {
  readonly player: UserId;
  readonly line: string;
}

/** A short answer in one sentence or two, with nothing else on the card. */
export const say = (tone: Tone, ...text: Inline[]): PlainCard => plainCard(tone, { type: 'text', text });
