/**
 * A Card as a Slack message. Pure and without the SDK: the browser page draws its previews with it.
 *
 * No mrkdwn is ever sent. Texts are rich_text elements or plain_text objects, which Slack does not read for
 * markup, so a topic called `*<!channel>*` stays exactly that.
 */
import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  RichTextBlock,
  RichTextElement,
} from '@slack/types';
import {
  type Block,
  blocksOf,
  type Card,
  type Choice,
  type RichText,
  type ShownOption,
  type ShownReceipt,
} from '../../core/cards/card.ts';
import { cardToText, receiptSource, richToText, type Wording } from '../../core/cards/card-text.ts';
import { clip } from '../../core/cards/clip.ts';
import { encodeToken } from '../../core/requests/token.ts';
import { LIMITS } from './limits.ts';
import { link, type Part, part, partsBlock, plain, richBlock, richElements } from './rich-text.ts';
import { clean, clipEscaped } from './text.ts';

export type SlackBlock = ActionsBlock | ContextBlock | DividerBlock | HeaderBlock | RichTextBlock;

export interface SlackMessage {
  /** All that a screen reader says and a notification shows: the whole card in words. */
  readonly text: string;
  readonly blocks: SlackBlock[];
  /** Both are needed, or the receipts' addresses grow previews. */
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

export const renderCard = (card: Card, wording?: Wording): SlackMessage => ({
  text: clipEscaped(clean(cardToText(card, wording)), LIMITS.message.text) || '…',
  blocks: renderBlocks(card),
  unfurl_links: false,
  unfurl_media: false,
});

/** Overlong cards lose the ends of their longest pieces first: every option, receipt and button stays. */
function renderBlocks(card: Card): SlackBlock[] {
  for (const room of [LIMITS.piece, 1_000, 500, 250, 120, 60]) {
    const blocks = drawBlocks(card, room);
    if (textLength(blocks) <= LIMITS.message.blockText) return blocks;
  }
  return drawBlocks(card, 30);
}

/** Prose goes first where there are too many: without its buttons a question is none, nor a fact without receipts. */
function drawBlocks(card: Card, room: number): SlackBlock[] {
  const drawn = blocksOf(card).map((block, at) => ({
    vital: isVital(block),
    blocks: renderBlock(block, { at, room }),
  }));
  const prose = drawn.flatMap(({ vital, blocks }) => (vital ? [] : blocks));
  const vitals = drawn.flatMap(({ vital, blocks }) => (vital ? blocks : []));
  const kept = new Set([...vitals, ...prose].slice(0, LIMITS.message.blocks));
  return drawn.flatMap(({ blocks }) => blocks.filter((block) => kept.has(block)));
}

const isVital = ({ type }: Block): boolean => type === 'choices' || type === 'receipts';

interface Spot {
  /** Which block of the card this is; makes the ids of its buttons unique in the message. */
  readonly at: number;
  /** The most characters that one piece of text may have. */
  readonly room: number;
}

function renderBlock(block: Block, { at, room }: Spot): SlackBlock[] {
  switch (block.type) {
    case 'heading':
      return heading(block.text, room);
    case 'text':
      return richBlock(richElements(block.text, room));
    case 'options':
      if (block.inButtons) return [];
      return richBlock(lines(block.options.map((option) => optionElements(option, room))));
    case 'receipts':
      return partsBlock(receiptParts(block.receipts, room));
    case 'choices':
      return actions(block.choices, at);
    case 'divider':
      return [{ type: 'divider' }];
    case 'note':
      return note(block.text, room);
    default:
      return block satisfies never;
  }
}

function heading(text: string, room: number): SlackBlock[] {
  const shown = clip(clean(text).replace(/\s+/gu, ' ').trim(), Math.min(LIMITS.header, room));
  return shown === '' ? [] : [{ type: 'header', text: plainText(shown) }];
}

/** Small and grey where Slack can; a context block has no links, dates or channels without mrkdwn. */
function note(text: RichText, room: number): SlackBlock[] {
  const rich = text.some(
    (inline) => typeof inline !== 'string' && ('link' in inline || 'time' in inline || 'channel' in inline),
  );
  if (rich) return richBlock(richElements(text, room));
  const shown = clip(clean(richToText(text)), room);
  return shown.trim() === '' ? [] : [{ type: 'context', elements: [plainText(shown)] }];
}

function optionElements({ letter, text, mark, share }: ShownOption, room: number): RichTextElement[] {
  const style = mark === 'right' ? { bold: true } : undefined;
  return [
    plain(share === undefined ? '' : `${shareLine(share)} · `, room),
    plain(mark === 'right' ? '✅ ' : '', room),
    ...(letter === undefined ? [] : [plain(`${letter}. `, room, { bold: true })]),
    plain(text, room, style),
  ];
}

function shareLine({ count, percent }: NonNullable<ShownOption['share']>): string {
  const cells = 10;
  const full = Math.min(cells, Math.max(0, Math.round(percent / cells)));
  return `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${count}`;
}

/** Line by line; what is quoted stands as a quotation below its receipt. */
function receiptParts(receipts: readonly ShownReceipt[], room: number): Part[] {
  const at = receipts.findIndex(({ quotation }) => quotation !== undefined) + 1;
  const section = (some: readonly ShownReceipt[]) =>
    part('rich_text_section', lines(some.map((receipt) => receiptElements(receipt, room))));
  const quotation = receipts[at - 1]?.quotation ?? '';
  return [
    ...section(receipts.slice(0, at)),
    ...part('rich_text_quote', [plain(quotation, room)]),
    ...section(receipts.slice(at)),
  ];
}

function receiptElements(receipt: ShownReceipt, room: number): RichTextElement[] {
  return [
    plain('🧾 ', room),
    link(receipt.title, receipt.url, room),
    plain(` — ${receiptSource(receipt)}`, room),
  ];
}

function actions(choices: readonly Choice[], at: number): SlackBlock[] {
  const buttons = choices.map((choice, index) => button(choice, `choice:${at}:${index}`));
  const rows = Math.ceil(buttons.length / LIMITS.actions);
  return Array.from({ length: rows }, (_, row) => ({
    type: 'actions',
    elements: buttons.slice(row * LIMITS.actions, (row + 1) * LIMITS.actions),
  }));
}

const button = ({ label, token, style, spoken }: Choice, actionId: string): Button => ({
  type: 'button',
  text: plainText(clip(clean(label), LIMITS.button.text).trim() || '…'),
  action_id: actionId,
  value: encodeToken(token),
  ...(style === 'plain' ? {} : { style }),
  ...(spoken === undefined ? {} : { accessibility_label: clip(clean(spoken), LIMITS.button.spoken) }),
});

/** Without `emoji: false` a text like ":house:" would be drawn as a picture. */
const plainText = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;

const lines = (groups: readonly RichTextElement[][]): RichTextElement[] =>
  groups.flatMap((group, at) => (at === 0 ? group : [plain('\n', 1), ...group]));

/** As Slack seems to count: every text of every block. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, part]) => sum + (key === 'text' && typeof part === 'string' ? part.length : textLength(part)),
    0,
  );
}
