import { commonIn, ownWords } from '../masks.ts';
import { findInTexts } from '../our-texts.ts';
import type { Rule } from '../rule.ts';

const SPANS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|night|weekend|week|month|year|decade|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december';

/**
 * "the last week of his term" is counted from something named, "last week" from the day of writing; "now wanted"
 * belongs to a story told, "now wants" to the day of writing.
 */
const LOOSE = [
  /\b(?:yesterday|today|tonight|tomorrow|nowadays|recently|currently|lately|these days|at the moment|at present|to date|so far)\b/iu,
  new RegExp(
    String.raw`(?<!\b(?:the|that|her|his|its|their|very) )\b(?:last|next|this)\s+(?:${SPANS})\b`,
    'iu',
  ),
  /\b(?:days?|weeks?|months?|years?|decades?|hours?|minutes?|long)\s+ago\b/iu,
  /\b(?:(?:is|are|has|have|does|do|can|until|till|by) now|now (?:is|are|has|have|does|do|can|\p{L}+s))\b/iu,
  // "The current flows" and "the current in the wire" are electricity.
  /\b(?:the|its|their|her|his|\p{L}+’s) (?:current|incumbent|reigning|present-day)(?= \p{L})(?! (?:in|of|at|on|from|through|and|or|to|that|which|is|was|were|has|had|flow\w*|carr\w+|r[au]ns?)\b)/iu,
];

export const looseDate = {
  id: 'loose-date',
  severity: 'warning',
  says: 'A fact is read for years: words that hold on the day of writing only will be wrong.',
  languages: ['en'],
  check: (pack) =>
    findInTexts(pack, ({ text }) => {
      const own = ownWords(pack, text);
      const loose = LOOSE.map((pattern) => commonIn(own, pattern)).find(Boolean);
      if (!loose) return undefined;
      const expected = `the date in place of “${loose}”, or how it stands to a date that is named (“the month before”)`;
      return { expected, words: loose };
    }),
} satisfies Rule;
