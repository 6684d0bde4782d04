/** The lines of an article as its publisher printed them; never stored in the project, unless they are the author's own. */
export interface SourceText {
  readonly article: string;
  /** Non-blank lines, trimmed; the first is paragraph 1. */
  readonly paragraphs: readonly string[];
  /** The SHA-256 of each paragraph in lower-case hex; whoever reads the file computes it. */
  readonly hashes: readonly string[];
}
