/** What every reader of a foreign format gives: texts as the file has them, each with the line where it stands. */

/** What an author has to know or to do; `line` begins at 1, as editors count. */
export interface ImportProblem {
  readonly line?: number | undefined;
  readonly says: string;
}

/**
 * A text of the file and how it is to be read: `html` has tags and entities, `markdown` its marks, `plain` says what
 * it says.
 */
export interface Text {
  readonly text: string;
  readonly form: 'html' | 'markdown' | 'plain';
}

interface Read {
  readonly line?: number | undefined;
  /** Undefined where the format knows no topics: the file's name stands for it. */
  readonly topic?: Text | undefined;
  /** Any words: an id is made of them. */
  readonly id?: string | undefined;
  /** What of it has no place in a draft, in a sentence for its author. */
  readonly note?: string | undefined;
}

export interface ReadQuestion extends Read {
  readonly question: Text;
  readonly right: Text;
  readonly wrong: readonly { readonly text: Text; readonly because?: Text | undefined }[];
  readonly payoff?: Text | undefined;
  readonly difficulty?: '1' | '2' | '3' | undefined;
}

export interface ReadFact extends Read {
  readonly fact: Text;
}

/** A file of a format that we read. Without `items` it is broken, and `problems` says where and what to do. */
export interface Reading {
  /** As people call it. */
  readonly format: string;
  readonly items: readonly (ReadQuestion | ReadFact)[];
  readonly problems: readonly ImportProblem[];
  /** Said once where questions come without wrong options by the nature of the format, in place of once for each. */
  readonly rightOnly?: string;
}

export const html = (text: string): Text => ({ text, form: 'html' });
export const plain = (text: string): Text => ({ text, form: 'plain' });
