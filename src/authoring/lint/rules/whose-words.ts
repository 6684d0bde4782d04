import type { Pack } from '../../../core/dataset/pack.ts';
import { tellsWhose } from '../attribution.ts';
import { quotedIn, stands, withoutQuotes } from '../masks.ts';
import { findInTexts, type OurText } from '../our-texts.ts';
import { quotableNames } from '../quotable-names.ts';
import type { Rule } from '../rule.ts';

export const whoseWords = {
  id: 'whose-words',
  severity: 'error',
  says: 'Whoever reads a quoted phrase is told whose words they are.',
  languages: ['en'],
  check(pack) {
    const isName = quotableNames(pack);
    const sources = sourcesOf(pack);
    return findInTexts(pack, (text) => {
      const words = quotedIn(text.text).find((phrase) => !isName(phrase));
      return words === undefined || isAttributed(text, sources)
        ? undefined
        : { expected: `whose words “${words}” are: name the person or the publisher`, words };
    });
  },
} satisfies Rule;

/** Publishers and works speak wherever they are named; a person named may only be spoken of. */
const sourcesOf = (pack: Pack): readonly string[] => [
  ...pack.articles.map(({ publisher }) => publisher),
  ...pack.entities
    .filter(({ kind }) => kind === 'organisation' || kind === 'work')
    .flatMap(({ name, aliases }) => [name, ...aliases]),
];

function isAttributed({ text, beside }: OurText, sources: readonly string[]): boolean {
  const around = withoutQuotes(`${beside} ${text}`);
  return tellsWhose(around) || sources.some((source) => stands(source, around));
}
