/** From texts as other programs keep them to words as a pack has them. */
import { parseHTML } from 'linkedom';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as markdownWords } from 'mdast-util-to-string';
import type { Text } from './reading.ts';

/** Tags that end a line, and those that only dress words; any other may be what the text speaks of. */
const BREAKS =
  /<\/?(?:blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul)\b[^<>]*>/gi;
const DRESS =
  /<\/?(?:a|abbr|b|big|center|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u|var)\b[^<>]*>/gi;
const UNSEEN = /<!--.*?-->|<(script|style)\b.*?<\/\1\s*>/gis;
const RAISED = /<sup\b[^<>]*>\s*([\d+-]+)\s*<\/sup\s*>/gi;
const ENTITY = /&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);/gi;

const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'][at] ?? sign]),
);

/** Pictures, sounds and formulas. */
const MEDIA =
  /<(?:img|audio|video|iframe|object|embed|svg|math)\b|\[sound:|\[latex\]|\[\$\$?\]|\\\(|\$\$|https?:\/\/\S+\.(?:gif|jpe?g|mp3|mp4|ogg|png|svg|webp)\b/i;

/** Whether words alone would ask something else than the text does. */
export const hasMedia = ({ text, form }: Text): boolean => form !== 'plain' && MEDIA.test(text);

/**
 * The words, on one line with plain spaces, without tags, entities and signs that nobody sees. Quotes stay as they
 * are, but where straight and curly ones are mixed all become curly. What a pack does not take even so, such as a tag
 * that is no dress of words, stays in: whoever builds the entry names it.
 */
export const plainWords = ({ text, form }: Text): string =>
  evenQuotes(
    (form === 'html' ? withoutHtml(text) : form === 'markdown' ? markdownWords(fromMarkdown(text)) : text)
      .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  );

const withoutHtml = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .replace(RAISED, (_, digits: string) => [...digits].map((sign) => SUPERSCRIPTS[sign]).join(''))
    .replace(BREAKS, ' ')
    .replace(DRESS, '')
    .replace(ENTITY, signOf);

const scratch = parseHTML('<p></p>').document.createElement('p');

/** An entity that HTML does not know stays as it is. */
function signOf(entity: string): string {
  scratch.innerHTML = entity;
  return scratch.textContent ?? entity;
}

const MIXED = /["'][\s\S]*[‘’“”]|[‘’“”][\s\S]*["']/;

function evenQuotes(text: string): string {
  if (!MIXED.test(text)) return text;
  return text
    .replace(/(^|[\s([{\-–—/‘“])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{\-–—/“])'(?!\d\d)/g, '$1‘')
    .replaceAll("'", '’');
}
