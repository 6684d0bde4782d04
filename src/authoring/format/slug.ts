/** Ids for what people gave none: the words themselves, as an id may have them. */
import { createHash } from 'node:crypto';

const LONGEST = 48;

/** "The Lamp & Ledger" becomes "the-lamp-ledger"; a text of no Latin letter gets an id of its hash. */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  if (!words) return `x${createHash('sha256').update(text).digest('hex').slice(0, 10)}`;
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug;
}

/** The slug, or with a number where it is taken. */
export function freeSlug(text: string, isTaken: (id: string) => boolean): string {
  const slug = slugOf(text);
  if (!isTaken(slug)) return slug;
  let number = 2;
  while (isTaken(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
