/** What makers ask of the wording of a claim. */
import { wordsOf } from '../../core/facts/fold.ts';
import { isStopWord } from '../../core/facts/stop-words.ts';

/** By any word of weight: "Jonathan Karl’s book “Tired of Winning”" is named by "Jonathan Karl writes". */
export function isNamedBy(label: string, text: string): boolean {
  const words = new Set(wordsOf(text));
  return wordsOf(withoutAside(label)).some((word) => !isStopWord(word) && words.has(word));
}

/** "Mic (email)" → "Mic". */
export const withoutAside = (label: string): string => label.replace(/ \([^)]*\)/g, '');
