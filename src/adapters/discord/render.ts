/** A Card as a Discord message. Pure and free of the SDK: the page in the browser shows it too. */
import {
  type Block,
  blocksOf,
  type Card,
  type Choice,
  type ShownReceipt,
  type Tone,
} from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { encodeToken } from '../../core/requests/token.ts';
import { onOneLine } from './escape.ts';
import { LIMITS } from './limits.ts';
import {
  headingToMarkdown,
  noteToMarkdown,
  optionToMarkdown,
  publisherToMarkdown,
  receiptToMarkdown,
  richToMarkdown,
  titleToMarkdown,
} from './markup.ts';

export interface DiscordMessage {
  /** Empty rather than missing: an edit has to take away what stood there. */
  readonly content: string;
  readonly embeds: readonly DiscordEmbed[];
  readonly components: readonly DiscordRow[];
  /** Sent on edits too: without it an edit of a harmless message may ping. */
  readonly allowed_mentions: { readonly parse: readonly [] };
}

interface DiscordEmbed {
  readonly description: string;
  readonly color: number;
}

interface DiscordRow {
  readonly type: 1;
  readonly components: readonly DiscordButton[];
}

interface DiscordButton {
  readonly type: 2;
  readonly style: 1 | 2 | 4;
  readonly label: string;
  readonly custom_id: string;
}

const COLOUR: Record<Tone, number> = {
  neutral: 0x5865f2,
  question: 0xb07d10,
  right: 0x2a7d46,
  wrong: 0xb3402e,
  problem: 0x8f2d3c,
};

/** Beside the colour, for those who do not see it. */
const SIGN: Record<Tone, string> = { neutral: '', question: '', right: '✅ ', wrong: '✗ ', problem: '⚠️ ' };

const STYLE = { primary: 1, plain: 2, danger: 4 } as const;

/** Characters kept of each single text, from all to few: the first that makes the card fit is used. */
const LONGEST = [
  Number.POSITIVE_INFINITY,
  3_000,
  2_000,
  1_500,
  1_000,
  700,
  500,
  350,
  250,
  180,
  120,
  80,
  50,
  30,
];

/**
 * What is said stands in the message itself, and beside it, in an embed, the notes and the receipts: whoever has
 * embeds switched off, or sees only a notification, reads the whole question. Docs: ADR 18.
 */
export function renderCard(card: Card): DiscordMessage {
  const blocks = blocksOf(card).map((block, at) => ({
    block,
    pieces: piecesOf(block, LONGEST[0] ?? 0, at === 0),
  }));
  const sign = SIGN[card.tone];
  const receipts = card.kind === 'cited' ? card.receipts : [];
  const room = LIMITS.message.content - sign.length - proofLine(receipts, '').length - 1;
  const said = countSaid(blocks, room);
  const text = join(blocks.slice(0, said).flatMap(({ pieces }) => pieces));
  const content =
    text === '' ? '' : withSign(sign, [text, proofLine(receipts, text)].filter(Boolean).join('\n'));
  const beside = blocks.slice(said).map(({ block }) => block);
  const left = describe(beside, LIMITS.embed.description - sign.length);
  const description = content === '' ? withSign(sign, left || '…') : left;
  return {
    content,
    embeds: description === '' ? [] : [{ description, color: COLOUR[card.tone] }],
    components: rowsOf(blocksOf(card)),
    allowed_mentions: { parse: [] },
  };
}

/** At the text itself, behind what makes it a heading or small print. */
const withSign = (sign: string, text: string): string => text.trim().replace(/^(#{1,3} |-# )?/, `$1${sign}`);

/** Buttons stand below in any case, and part nothing. */
const SAID: ReadonlySet<Block['type']> = new Set(['heading', 'text', 'options', 'choices']);

/** A note is said where it is the title, or tells before the question whose word it is. */
const isSaid = ({ type }: Block, before: readonly Block[]): boolean =>
  SAID.has(type) || (type === 'note' && !before.some((block) => block.type === 'text'));

/** How many blocks from the first are said in the message: as far as they are whole there. */
function countSaid(blocks: readonly { block: Block; pieces: readonly Piece[] }[], room: number): number {
  let said = 0;
  for (const [at, { block }] of blocks.entries()) {
    const text = join(blocks.slice(0, at + 1).flatMap(({ pieces }) => pieces));
    const before = blocks.slice(0, at).map((one) => one.block);
    if (!isSaid(block, before) || text.length > room) break;
    said = at + 1;
  }
  return said;
}

/** Whose proof stands in the embed, unless the message says that already. */
function proofLine(receipts: readonly ShownReceipt[], said: string): string {
  const names = [...new Set(receipts.map(({ publisher }) => publisherToMarkdown(publisher)))];
  return names.every((name) => said.includes(name))
    ? ''
    : `-# 🧾 ${names.slice(0, MOST_PUBLISHERS).join(', ')}`;
}

const MOST_PUBLISHERS = 3;

interface Piece {
  readonly text: string;
  /** A receipt is the last thing to go: nothing is told without one. */
  readonly isReceipt: boolean;
}

function describe(blocks: readonly Block[], limit: number): string {
  for (const longest of LONGEST) {
    const text = join(blocks.flatMap((block) => piecesOf(block, longest)));
    if (text.length <= limit) return text;
  }
  return join(
    drop(
      blocks.flatMap((block) => piecesOf(block, LONGEST.at(-1) ?? 0)),
      limit,
    ),
  );
}

/** Paragraphs, but receipts line by line, and a title above what it is the title of. */
const join = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text, isReceipt }, at) => {
      const before = pieces[at - 1];
      const isClose = (isReceipt && before?.isReceipt) || before?.text.startsWith('### ');
      return `${at === 0 ? '' : isClose ? '\n' : '\n\n'}${text}`;
    })
    .join('');

/** For a card of hundreds of blocks, which no command builds: whole pieces go, the rest stays readable. */
function drop(pieces: readonly Piece[], limit: number): readonly Piece[] {
  const proof = pieces.find(({ isReceipt }) => isReceipt);
  const more = { text: '…', isReceipt: false };
  const kept: Piece[] = [];
  for (const piece of pieces) {
    if (piece === proof) kept.push(piece);
    else if (join([...kept, piece, ...(proof ? [proof] : []), more]).length <= limit) kept.push(piece);
  }
  return [...kept, more];
}

/** `isTitle`: the heading of the whole card. */
function piecesOf(block: Block, longest: number, isTitle = false): readonly Piece[] {
  const piece = (text: string, isReceipt = false): Piece[] =>
    text.trim() === '' ? [] : [{ text, isReceipt }];
  switch (block.type) {
    case 'heading':
      return piece(isTitle ? titleToMarkdown(block.text, longest) : headingToMarkdown(block.text, longest));
    case 'text':
      return piece(richToMarkdown(block.text, longest));
    case 'note':
      return piece(noteToMarkdown(block.text, longest));
    case 'options':
      if (block.inButtons) return [];
      return piece(block.options.map((option) => optionToMarkdown(option, longest)).join('\n'));
    case 'receipts':
      return block.receipts.flatMap((receipt) => piece(receiptToMarkdown(receipt, longest), true));
    case 'divider':
      return piece('· · ·');
    case 'choices':
      return [];
    default:
      return block satisfies never;
  }
}

function rowsOf(blocks: readonly Block[]): readonly DiscordRow[] {
  const seen = new Set<string>();
  const rows = blocks.flatMap((block) => {
    if (block.type !== 'choices') return [];
    // Discord refuses a message in which two buttons do the same.
    const buttons = block.choices
      .map(buttonOf)
      .filter(({ custom_id }) => !seen.has(custom_id) && seen.add(custom_id));
    return rowsAlike(buttons, LIMITS.rows.buttons).map((components) => ({ type: 1, components }) as const);
  });
  return rows.slice(0, LIMITS.rows.count);
}

const buttonOf = ({ label, token, style }: Choice): DiscordButton => ({
  type: 2,
  style: STYLE[style],
  label: clip(onOneLine(label), LIMITS.button.label) || '…',
  custom_id: encodeToken(token),
});

/** As few rows as there can be, and as full as each other. */
function rowsAlike<Item>(items: readonly Item[], most: number): Item[][] {
  const rows = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / rows);
  return Array.from({ length: rows }, (_, at) => items.slice(at * size, (at + 1) * size));
}
