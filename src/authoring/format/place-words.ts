/** The words by which a link finds the place of a receipt: those of the sentence that proves the fact. */
import { stem, wordsOf } from '../../core/facts/fold.ts';
import { leadsTo, type Reading } from './reading.ts';

/** What a receipt may have. */
const MOST_WORDS = 4;
const LONGEST = 80;

export type PlaceWords = readonly [from: string] | readonly [from: string, to: string];

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Undefined where no words of the paragraph are its own: all of them stand earlier in the article too. `marked` is what
 * the author marked of it: its beginning and end are kept, where a link with them leads there.
 */
export function placeWords(
  fact: string,
  paragraphs: readonly string[],
  paragraph: number,
  reading: Reading,
  marked?: string,
): PlaceWords | undefined {
  const text = paragraphs[paragraph - 1] ?? '';
  const isPassage = marked !== undefined && marked.trim().split(/\s+/).length > MOST_WORDS;
  for (const part of [...(isPassage ? [marked] : []), ...partsOf(text, fact)]) {
    const words = part.split(/\s+/).filter(Boolean);
    for (let start = 0; start < words.length; start += 1) {
      const found = wordsFrom(words.slice(start), reading, paragraph);
      if (found) return found;
    }
  }
  return undefined;
}

/** The sentence that shares most with the fact, then the whole paragraph: where the fact is told in another language, at once. */
function partsOf(text: string, fact: string): readonly string[] {
  const sought = new Set(wordsOf(fact).map(stem));
  const sentences = [...SENTENCES.segment(text)].map(({ segment }) => segment.trim());
  const rated = sentences
    .map((sentence) => ({
      sentence,
      shared: new Set(
        wordsOf(sentence)
          .map(stem)
          .filter((word) => sought.has(word)),
      ).size,
    }))
    .toSorted((a, b) => b.shared - a.shared);
  const [best] = rated;
  return best !== undefined && best.shared >= 2 ? [best.sentence, text] : [text];
}

function wordsFrom(words: readonly string[], reading: Reading, paragraph: number): PlaceWords | undefined {
  for (const count of [3, 2, MOST_WORDS, 1]) {
    const from = trimmed(words.slice(0, count).join(' '));
    if (from === '' || from.length > LONGEST || !leadsTo(reading, paragraph, from, undefined)) continue;
    if (words.length <= MOST_WORDS && count >= words.length) return [from];
    for (const last of [2, 3, MOST_WORDS, 1]) {
      if (count + last > words.length) continue;
      const to = trimmed(words.slice(-last).join(' '));
      if (to !== '' && to.length <= LONGEST && leadsTo(reading, paragraph, from, to)) return [from, to];
    }
    return [from];
  }
  return undefined;
}

/** Signs at the edges are no words, and browsers want whole ones. */
const trimmed = (words: string): string => words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
