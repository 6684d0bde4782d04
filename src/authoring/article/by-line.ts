/** The line under a title that says who wrote the text and when: "By Nora Finch, 3 May 2021". */
import type { Particulars } from './found.ts';
import { typedDate } from './published.ts';

const LONGEST = 120;

const BETWEEN =
  /\s*(?:[|·•–—]|\s-\s|,\s+(?=\d{1,2}(?:st|nd|rd|th)?\.?\s|\d{1,4}[-./]\d|\p{Lu}\p{Ll}+\.? \d)|(?<!\d),\s+(?=\d{4}$)|\b(?:by|on|published|posted|written|updated)\b:?)\s*/iu;

/** One or several: "Nora Finch", "Ada Marsh and Tom Reed", "Wen de la Caldry". */
const NAMES = /^\p{Lu}[\p{L}.’'-]*(?:,? (?:and|&|de|del?la|la|van|von|der|di|\p{Lu}[\p{L}.’'-]*))+$/u;
const BY = /\bby\b/i;

/** Undefined where it is a sentence, or says anything else: then it is a paragraph like any other. */
export function byLineOf(line: string): Pick<Particulars, 'author' | 'published'> | undefined {
  if (line.length > LONGEST) return undefined;
  const parts = line.replace(/[.]$/, '').split(BETWEEN).filter(Boolean);
  const dates = parts.filter((part) => typedDate(part) !== undefined);
  const names = parts.filter((part) => !dates.includes(part));
  const [author, published] = [names[0], dates[0]];
  if (dates.length > 1 || names.length > 1) return undefined;
  if (author === undefined ? BY.test(line) || !hasMonth(published) : !BY.test(line) || !isName(author))
    return undefined;
  return { author, published };
}

/** A year alone may be the heading of a chronicle. */
const hasMonth = (date: string | undefined): boolean => date !== undefined && !/^\d{4}$/.test(date);

const isName = (part: string): boolean => NAMES.test(part) || /^\p{Lu}[\p{L}’'-]+$/u.test(part);
