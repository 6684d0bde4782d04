import { findInTexts } from '../our-texts.ts';
import type { Rule } from '../rule.ts';

/** HTML, bold text, links of Markdown and mentions are refused at the start already. */
const MARKUP = [
  { what: 'a footnote', signs: /\[(?:\d+|[a-z]|edit|citation needed|note \d+)\]/iu },
  { what: 'code', signs: /`[^`]+`|\{\{[^}]*\}\}/u },
  { what: 'a link', signs: /\[\[[^\]]*\]\]|\bhttps?:\/\/\S+|\bwww\.\S+\.\S+/iu },
  {
    what: 'emphasis',
    signs: /(?<![\p{L}\p{N}_*~])(_{1,2}|\*|~~)(?=\S)[^_*~]*[^\s_*~]\1(?![\p{L}\p{N}_*~])/u,
  },
  { what: 'a heading or a list', signs: /^(?:#{1,6}|[-*•>]|\d+[.)]) \S+/u },
  {
    what: 'a mention or an emoji of a chat',
    signs: /<[@#!][^>]*>|(?<![\p{L}\p{N}]):[a-z0-9_+-]+:(?![\p{L}\p{N}])/u,
  },
] as const;

export const markup = {
  id: 'markup',
  severity: 'warning',
  says: 'Whatever a text is made with elsewhere, people here read its signs as they stand.',
  check: (pack) =>
    findInTexts(pack, ({ text }) => {
      const [found] = MARKUP.flatMap(({ what, signs }) =>
        (signs.exec(text) ?? []).slice(0, 1).map((words) => ({ what, words })),
      );
      if (found === undefined) return undefined;
      return { expected: `plain words: “${found.words}” is ${found.what} elsewhere`, words: found.words };
    }),
} satisfies Rule;
