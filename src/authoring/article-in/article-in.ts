/** From a file to an article of the pack: what it is called, what articles.yaml says of it, and how its text is kept. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { typedDate } from '../article/published.ts';
import type { ReadArticle } from '../article/read-article.ts';
import { textOf } from '../article/stored-text.ts';
import type { Book } from '../format/book.ts';
import { freeSlug, slugOf } from '../format/slug.ts';
import { toYaml } from '../format/to-yaml.ts';

/** What articles.yaml comes to say. What nobody knows is left out. */
export interface Particulars {
  readonly title: string;
  readonly publisher: string;
  readonly author?: string | undefined;
  /** `2018`, `2018-05` or `2018-05-30`. */
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  /** Anything but https is left out. */
  readonly url?: string | undefined;
  readonly ours: boolean;
}

/** "summer-fair_2018.html" becomes “Summer fair 2018”; undefined where the name has no words. */
export function titleFromName(name: string | undefined): string | undefined {
  const words = name
    ?.replace(/\.[^.]+$/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : undefined;
}

/** Who can be taken for the publisher where nobody says: the site. */
export const publisherFromUrl = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;

/** Undefined where the words are no date. */
export const publishedFrom = (words: string): string | undefined => typedDate(words);

/**
 * The one that there is with the same title and name or address; else as the file is called where that is short enough
 * to be typed in each receipt, else the title’s first words.
 */
export function idFor(
  { title, url }: { readonly title: string; readonly url?: string | undefined },
  name: string | undefined,
  { folder, book }: { readonly folder: string; readonly book: Book },
): string {
  const ofFile = slugOf(name?.replace(/\.[^.]+$/, '') ?? '');
  const same = book.articles.find(
    ({ id, value }) => value.title === title && (id === ofFile || (url !== undefined && value.url === url)),
  );
  if (same) return same.id;
  const short = ofFile.length <= 20 && !TELLS_NOTHING.test(ofFile) ? ofFile : firstWords(slugOf(title));
  return freeSlug(short, (id) => book.articles.some((one) => one.id === id) || hasText(folder, id));
}

const TELLS_NOTHING = /^(?:index|article|page|download|document|text|untitled|x[0-9a-f]{10})?(?:-?\d+)?$/;

const firstWords = (slug: string): string => slug.split('-').slice(0, 4).join('-');

const ENDINGS = ['md', 'txt'] as const;

/** A text that no line of articles.yaml speaks of is somebody’s work all the same. */
export const hasText = (folder: string, id: string): boolean =>
  ENDINGS.some((ending) => existsSync(join(folder, 'articles', `${id}.${ending}`)));

/** The list of articles with one more; `before` is undefined where there is no list yet. */
export function withArticle(
  before: string | undefined,
  id: string,
  { title, publisher, author, published, language, url, ours }: Particulars,
  packLanguage: string,
): string {
  const particulars = {
    ...{ title, publisher, author, published },
    language: language === packLanguage ? undefined : language,
    url: url?.startsWith('https://') ? url : undefined,
    ours: ours ? 'true' : undefined,
  };
  const known = Object.fromEntries(Object.entries(particulars).filter(([, value]) => value !== undefined));
  const list = before ?? '# yaml-language-server: $schema=.schema/articles.json\n';
  return `${list.trimEnd()}\n\n${toYaml({ [id]: known })}`;
}

export interface KeptText {
  readonly name: string;
  readonly text: string;
  /** What it takes the place of, if it is there. */
  readonly instead: string;
}

/** Markdown stays as it is, so that it can be edited; of everything else the paragraphs are kept. */
export function keptText(id: string, { format, text, paragraphs }: ReadArticle): KeptText {
  const [ending, other] = format === 'markdown' ? ['md', 'txt'] : ['txt', 'md'];
  return {
    name: `articles/${id}.${ending}`,
    text: format === 'markdown' ? text : textOf(paragraphs),
    instead: `articles/${id}.${other}`,
  };
}
