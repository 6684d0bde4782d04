/** From a file to numbered paragraphs and what is known of the article. */
import { decoded } from './decode.ts';
import type { Found } from './found.ts';
import { readMarkdown } from './read-markdown.ts';
import { readText } from './read-text.ts';

export interface ReadArticle extends Found {
  readonly format: 'html' | 'markdown' | 'text';
  /** The file in Unicode, as Markdown is kept. */
  readonly text: string;
}

/**
 * The same bytes and name give the same article each time, and nothing is fetched. `name` is that of the file, undefined
 * for standard input. Throws an `Error` whose message says what to do where the bytes are no text, too many, or have
 * no words.
 */
export async function readArticle(bytes: Uint8Array, name: string | undefined): Promise<ReadArticle> {
  const { text, notes } = decoded(bytes);
  const { format, ...found } = await read(text, formatOf(text, name));
  if (found.paragraphs.length === 0) throw new Error(NO_WORDS[format]);
  return { ...found, format, text, notes: [...notes, ...found.notes] };
}

const NO_WORDS = {
  html: 'there are no words in this page; a script may write them when it is shown: open it in the browser and save it from there, or copy its text and give that',
  markdown: 'there are no words in this file',
  text: 'there are no words in this file',
} as const;

type Format = ReadArticle['format'];

async function read(text: string, format: Format): Promise<Found & { readonly format: Format }> {
  if (format === 'markdown') return { format, ...readMarkdown(text) };
  if (format === 'text' || !/<[a-z!]/i.test(text)) return { format: 'text', ...readText(text) };
  const { readHtml } = await import('./read-html.ts');
  return { format, ...readHtml(text) };
}

function formatOf(text: string, name: string | undefined): Format {
  const ending = /\.([a-z]+)$/i.exec(name ?? '')?.[1]?.toLowerCase();
  if (/^(?:html?|xhtml)$/.test(ending ?? '') || isPage(text)) return 'html';
  if (/^(?:md|markdown|mdown|mkdn?)$/.test(ending ?? '')) return 'markdown';
  if (/^(?:txt|text)$/.test(ending ?? '')) return 'text';
  if (/^\s*<(?:!--|[a-z][a-z0-9]*[\s>])/i.test(text) && /<\/[a-z]/i.test(text)) return 'html';
  return MARKS.some((mark) => mark.test(text)) ? 'markdown' : 'text';
}

/** Whatever it is called: a whole page of HTML, and no text that only begins by speaking of one. */
const isPage = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)[\s>]/i.test(text) &&
  /<\/html>\s*$/i.test(text.slice(-200));

/** What people write in Markdown and hardly anywhere else: front matter, headings, code, links, bold words. */
const MARKS = [
  /^---\n[\w-]+:/,
  /^#{1,6} \S/m,
  /^(?:```|~~~)/m,
  /\[[^[\]\n]{1,200}\]\((?:https?:|\/|#|\.)/,
  /\*\*[^*\n]{1,200}\*\*/,
] as const;
