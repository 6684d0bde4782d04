/** A quoted phrase is at most five words, and the reader is told whose they are. */
import type { Pack } from '../../../core/dataset/pack.ts';
import { fold } from '../../../core/facts/fold.ts';
import { tellsWhose } from '../attribution.ts';
import { stands, withoutQuotes } from '../masks.ts';
import { type OurText, problemsInTexts } from '../our-texts.ts';
import type { Gate } from '../rule.ts';

const LONGEST = 5;

export const quotes: Gate = {
  name: 'quoted phrases are short and attributed',
  check(pack) {
    const names = new Set(namesOf(pack).map(bare));
    const sources = sourcesOf(pack);
    return problemsInTexts(pack, (text) => {
      const phrases = quotedIn(text.text).filter((phrase) => !names.has(bare(phrase)));
      const long = phrases.find((phrase) => phrase.split(/\s+/u).length > LONGEST);
      if (long)
        return `at most ${LONGEST} quoted words, but it quotes “${long}”: say the rest in our own words`;
      const [phrase] = phrases;
      return phrase === undefined || isAttributed(text, sources)
        ? undefined
        : `whose words “${phrase}” are: name the person or the publisher`;
    });
  },
};

const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(/“([^”]*)”/gu)].map(([, phrase = '']) => phrase.trim());

/** Titles and names are bibliography, not quotation. */
const namesOf = (pack: Pack): readonly string[] => [
  ...pack.articles.flatMap(({ title, publisher }) => [title, publisher]),
  ...[...pack.entities, ...pack.events].flatMap(({ name, aliases }) => [name, ...aliases]),
];

const bare = (phrase: string): string => fold(phrase).replace(/[.,;:!?…]+$/u, '');

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
