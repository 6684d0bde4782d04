/** Plain text on its way to Slack: made sendable, cut to size, escaped where Slack reads markup. */
import { clip } from '../../core/cards/clip.ts';

/**
 * Half an emoji makes the SDK's form encoder throw, control characters are refused, and an unclosed change of
 * writing direction would turn around the text that follows it.
 */
export const clean = (text: string): string =>
  text.toWellFormed().replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '');

/** In this order, or the ampersands of the other two are escaped again. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Escaped and within the limit; what is cut is cut before it is escaped, so that no `&amp;` is halved. */
export function clipEscaped(text: string, limit: number): string {
  let kept = clip(text, limit);
  let escaped = escapeText(kept);
  while (escaped.length > limit) {
    const longest = '&amp;'.length;
    kept = clip(text, kept.length - Math.ceil((escaped.length - limit) / longest));
    escaped = escapeText(kept);
  }
  return escaped;
}
