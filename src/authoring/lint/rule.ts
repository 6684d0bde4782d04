/**
 * What a pack must pass before strangers see it. A gate reads a pack, with the questions made from it, and names
 * each record that is not fit, and what to do. Harder than what the bot demands at its start: a pack that is turned
 * down there cannot work at all, one that fails here would embarrass whoever runs it.
 */
import { type Pack, type Problem, problemAt } from '../../core/dataset/pack.ts';

export interface Gate {
  /** Short, for the report: "no bare surname". */
  readonly name: string;
  check(pack: Pack): readonly Problem[];
}

/** The lines of an article as its publisher printed them; never stored in the project. */
export interface SourceText {
  readonly article: string;
  /** Non-blank lines, trimmed; the first is paragraph 1. */
  readonly paragraphs: readonly string[];
  /** The SHA-256 of each paragraph in lower-case hex; whoever reads the file computes it. */
  readonly hashes: readonly string[];
}

/** A gate that needs local copies of the articles. */
export interface SourceGate {
  readonly name: string;
  check(pack: Pack, texts: readonly SourceText[]): readonly Problem[];
}

/** `expected` says what to do: "the source in the prompt, such as “According to Best Life, …”". */
export const problemWith = (
  pack: Pack,
  record: object & { readonly id: string },
  field: string,
  expected: string,
): Problem => problemAt(pack, record, record.id, field, expected);
