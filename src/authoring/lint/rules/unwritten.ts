import { isUnwritten } from '../../format/unwritten.ts';
import { findInTexts } from '../our-texts.ts';
import type { Rule } from '../rule.ts';

export const unwritten = {
  id: 'unwritten',
  severity: 'error',
  says: 'A proposal is a list of names and numbers until somebody has written a sentence.',
  check: (pack) =>
    findInTexts(pack, ({ field, text }) =>
      SENTENCES.has(field) && isUnwritten(text)
        ? { expected: 'a sentence of your own: this is a proposal as the program made it', words: text }
        : undefined,
    ),
} satisfies Rule;

/** An option or a name may well be “Richmond, Virginia”. */
const SENTENCES: ReadonlySet<string> = new Set(['text', 'prompt', 'payoff']);
