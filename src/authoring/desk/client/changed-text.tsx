/** What a paragraph says now, with the words marked that it did not say before. */
import { changedWords } from './word-changes.ts';

interface ChangedTextProps {
  /** Undefined where the old text is not at hand: then nothing is marked. */
  readonly was: string | undefined;
  readonly says: string;
}

export const ChangedText = ({ was, says }: ChangedTextProps) =>
  was === undefined
    ? says
    : // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no ids
      changedWords(was, says).map(({ text, isNew }, at) => (isNew ? <mark key={at}>{text}</mark> : text));
