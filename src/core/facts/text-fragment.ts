/**
 * Links that open an article at the cited words, highlighted by the browser (wicg.github.io/scroll-to-text-fragment).
 * One that cannot opens the article at its top.
 */
import type { Receipt } from '../dataset/schema.ts';

/** Some software cuts longer addresses; passages beyond it are found by their paragraph’s number. */
const LONGEST = 600;

/** At the first of the passages, with all of them highlighted. */
export function linkTo(url: string, passages: readonly Pick<Receipt, 'from' | 'to'>[]): string {
  let link = url;
  for (const text of new Set(passages.map(directive))) {
    const next = `${link}${link === url ? start(url) : '&'}${text}`;
    if (next.length <= LONGEST) link = next;
  }
  return link;
}

/** For where it is read and not followed: a screen reader would spell out each of its signs. */
export const withoutFragment = (link: string): string => link.replace(/#?:~:.*$/, '');

const start = (url: string): string => (url.includes('#') ? ':~:' : '#:~:');

const directive = ({ from, to }: Pick<Receipt, 'from' | 'to'>): string =>
  `text=${[from, to].flatMap((words) => (words === undefined ? [] : encode(words))).join(',')}`;

/** All but letters and digits: a comma, dash or ampersand of the article would be read as one of the directive. */
const encode = (words: string): string =>
  encodeURIComponent(words.toWellFormed()).replace(
    /[^A-Za-z0-9%]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
