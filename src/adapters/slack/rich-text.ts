/**
 * The pieces of a rich_text block. Their texts are never read for markup or mentions, so nothing needs escaping
 * and nothing that a person or a pack wrote can become a link, a mention or bold text.
 */
import type {
  RichTextBlock,
  RichTextElement,
  RichTextQuote,
  RichTextSection,
  RichTextText,
} from '@slack/types';
import type { Inline, RichText } from '../../core/cards/card.ts';
import { richToText } from '../../core/cards/card-text.ts';
import { clip } from '../../core/cards/clip.ts';
import { LIMITS } from './limits.ts';
import { clean } from './text.ts';

type Style = NonNullable<RichTextText['style']>;

/** One paragraph, or nothing where it would be blank: Slack refuses empty texts. */
export const richBlock = (elements: readonly RichTextElement[]): RichTextBlock[] =>
  partsBlock(part('rich_text_section', elements));

/** The parts of a text one under another. */
export const partsBlock = (parts: readonly Part[]): RichTextBlock[] =>
  parts.length === 0 ? [] : [{ type: 'rich_text', elements: [...parts] }];

export type Part = RichTextSection | RichTextQuote;

export function part(type: Part['type'], elements: readonly RichTextElement[]): Part[] {
  const shown = elements.filter((element) => element.type !== 'text' || element.text !== '');
  const blank = shown.every((element) => element.type === 'text' && element.text.trim() === '');
  return blank ? [] : [{ type, elements: shown }];
}

/** `room` is the most characters that one piece may have. */
export const richElements = (text: RichText, room: number): RichTextElement[] =>
  text.map((inline) => inlineElement(inline, room));

export const plain = (text: string, room: number, style?: Style): RichTextText => ({
  type: 'text',
  text: clip(clean(text), room),
  ...(style === undefined ? {} : { style }),
});

/** The label alone where there is no address, or it is not one that people may be sent to. */
export function link(label: string, href: string | undefined, room: number): RichTextElement {
  const url = href === undefined ? undefined : safeUrl(href);
  const text = clip(clean(label), room);
  if (url === undefined) return plain(label, room);
  return { type: 'link', url, text: text.trim() === '' ? clip(url, room) : text };
}

function inlineElement(inline: Inline, room: number): RichTextElement {
  if (typeof inline === 'string') return plain(inline, room);
  if ('bold' in inline) return plain(inline.bold, room, { bold: true });
  if ('italic' in inline) return plain(inline.italic, room, { italic: true });
  if ('code' in inline) return plain(inline.code, room, { code: true });
  if ('link' in inline) return link(inline.link, inline.href, room);
  if ('time' in inline) return date(inline.time, inline.as);
  if ('player' in inline) return plain(richToText([inline]), room);
  if ('channel' in inline) return { type: 'channel', channel_id: inline.channel };
  return inline satisfies never;
}

/**
 * A relative time is written as "today at 14:05": Slack's `{ago}` is documented for the past only and never
 * moves on while the message stands.
 */
function date(time: number, as: 'relative' | 'time' | 'date-time'): RichTextElement {
  const format = {
    relative: '{date_short_pretty} at {time}',
    time: '{time}',
    'date-time': '{date_long} at {time}',
  }[as];
  return { type: 'date', timestamp: Math.floor(time / 1_000), format, fallback: richToText([{ time, as }]) };
}

function safeUrl(href: string): string | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  return url.href.length <= LIMITS.url ? url.href : undefined;
}
