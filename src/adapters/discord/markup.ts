/** Blocks and rich text as Discord's markdown. `longest` is how many characters of one text are kept. */
import type { Inline, RichText, ShownOption, ShownReceipt } from '../../core/cards/card.ts';
import { receiptSource } from '../../core/cards/card-text.ts';
import { clip } from '../../core/cards/clip.ts';
import { asLabel, clean, escapeInline, escapeLineStarts, onOneLine } from './escape.ts';

const TIME_STYLE = { relative: 'R', time: 't', 'date-time': 'f' } as const;

/** A longer address would not leave room for the text; it is left out and its label stays. */
const LONGEST_ADDRESS = 1_000;

export const richToMarkdown = (text: RichText, longest: number): string =>
  escapeLineStarts(text.map((inline) => inlineToMarkdown(inline, longest)).join(''));

/** Small print; each line needs its own sign. */
export const noteToMarkdown = (text: RichText, longest: number): string =>
  richToMarkdown(text, longest)
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `-# ${line}`))
    .join('\n');

export function titleToMarkdown(text: string, longest: number): string {
  const line = escapeInline(onOneLine(clip(text, longest)));
  return line === '' ? '' : `### ${line}`;
}

export const publisherToMarkdown = (name: string): string =>
  escapeInline(onOneLine(clip(name, LONGEST_NAME)));

const LONGEST_NAME = 60;

export const headingToMarkdown = (text: string, longest: number): string =>
  wrap('**', onOneLine(clip(text, longest)));

/** Right and wrong by sign and word; how many chose it as a bar and as a number before it, so that a result is short. */
export function optionToMarkdown({ letter, text, mark, share }: ShownOption, longest: number): string {
  const named = letter === undefined ? '' : `${wrap('**', onOneLine(`${clip(letter, longest)}.`))} `;
  const shown = onOneLine(clip(text, longest));
  const marked = mark === 'right' ? `✅ ${named}${wrap('**', shown)}` : `${named}${escapeInline(shown)}`;
  return share === undefined ? marked : `${shareToMarkdown(share)} · ${marked}`;
}

function shareToMarkdown({ count, percent }: { readonly count: number; readonly percent: number }): string {
  const full = Math.min(10, Math.max(0, Math.round(percent / 10)));
  return `\`${'█'.repeat(full)}${'░'.repeat(10 - full)}\` ${count}`;
}

/** "🧾 [Title](address) — Publisher, Author, November 2023, ¶ 7, quoting a magazine", and below it what is quoted. */
export function receiptToMarkdown(receipt: ShownReceipt, longest: number): string {
  const source = escapeInline(onOneLine(clip(receiptSource(receipt), longest)));
  const line = `🧾 ${link(clip(receipt.title, longest), receipt.url)} — ${source}`;
  const { quotation = '' } = receipt;
  const quoted = escapeLineStarts(escapeInline(onOneLine(clip(quotation, longest))));
  return quoted === '' ? line : `${line}\n> ${quoted}`;
}

function inlineToMarkdown(inline: Inline, longest: number): string {
  const short = (text: string) => clip(clean(text), longest);
  if (typeof inline === 'string') return escapeInline(short(inline));
  if ('bold' in inline) return wrap('**', short(inline.bold));
  if ('italic' in inline) return wrap('_', short(inline.italic));
  if ('code' in inline) return code(short(inline.code));
  if ('link' in inline) return link(short(inline.link), inline.href);
  if ('time' in inline) return `<t:${Math.floor(inline.time / 1_000)}:${TIME_STYLE[inline.as]}>`;
  if ('player' in inline) return `<@${inline.player.replace(/\W/g, '')}>`;
  if ('channel' in inline) return `<#${inline.channel.replace(/\W/g, '')}>`;
  return inline satisfies never;
}

/** The signs stand at the text itself: Discord does not see `_word _` as emphasis, nor an empty pair. */
function wrap(sign: '**' | '_', text: string): string {
  const inner = text.trim();
  if (inner === '') return text;
  const [before = '', after = ''] = text.split(inner, 2);
  return `${before}${sign}${escapeInline(inner)}${sign}${after}`;
}

/** Nothing can be escaped within code, so what would end it becomes an apostrophe. */
function code(text: string): string {
  const inner = onOneLine(text).replaceAll('`', "'");
  return inner === '' ? '' : `\`${inner}\``;
}

/** In angle brackets, so that Discord does not show a preview of each article below. */
function link(label: string, href: string | undefined): string {
  const shown = onOneLine(label);
  const address = href === undefined ? undefined : safeAddress(href);
  return address === undefined || shown === '' ? escapeInline(shown) : `[${asLabel(shown)}](<${address}>)`;
}

function safeAddress(href: string): string | undefined {
  const url = URL.parse(href);
  if (url?.protocol !== 'https:') return undefined;
  const address = url.href.replace(
    /[()<>\\`|*\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return address.length > LONGEST_ADDRESS ? undefined : address;
}
