import { quotedIn } from '../masks.ts';
import { findInTexts } from '../our-texts.ts';
import { quotableNames } from '../quotable-names.ts';
import type { Rule } from '../rule.ts';

const LONGEST = 5;

export const quotation = {
  id: 'quotation',
  severity: 'error',
  says: 'A quoted phrase is at most five words: the rest is told in our own.',
  check(pack) {
    const isName = quotableNames(pack);
    return findInTexts(pack, ({ text }) => {
      const words = quotedIn(text).find((phrase) => phrase.split(/\s+/u).length > LONGEST && !isName(phrase));
      if (words === undefined) return undefined;
      const expected = `at most ${LONGEST} quoted words, but it quotes “${words}”: say the rest in our own words`;
      return { expected, words };
    });
  },
} satisfies Rule;
