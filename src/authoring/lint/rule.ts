/**
 * What a pack is held to before strangers see it. Harder than what the bot demands at its start: a pack that is turned
 * down there cannot work at all; what a rule finds would embarrass whoever runs it, or make a duller quiz.
 */
import type { Pack } from '../../core/dataset/pack.ts';
import type { ArticleText } from '../format/reading.ts';

/**
 * `error`: it would embarrass whoever runs the pack, or break the trust in it. `warning`: style and statistics, and what
 * a list of words only guesses at. `note`: good to know.
 */
export const SEVERITIES = ['error', 'warning', 'note'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What one may tell the author about; the program decides how. */
export interface Finding {
  /** The record that is meant; its place in what the author wrote is known by it. */
  readonly on: object;
  /** What the record is called. */
  readonly record: string;
  /** `wrong.1.because` */
  readonly field: string;
  /** What to do: "the date in place of “recently”". */
  readonly expected: string;
  /** The words of the field that it is about, as they stand there. */
  readonly words?: string;
}

export interface Rule {
  /** Stable, in kebab-case: packs name it where they set its severity or accept what it finds. */
  readonly id: string;
  readonly severity: Severity;
  /** Why it exists, in a sentence. */
  readonly says: string;
  /** It knows words of these languages only, and is left out for packs in others. */
  readonly languages?: readonly string[];
  /** It is left out where no texts of articles are at hand. */
  readonly needs?: 'texts';
  /** Somebody who lives would pay for an exception, and was not asked: it stays an error, and nothing is accepted. */
  readonly protects?: 'people';
  check(pack: Pack, texts: readonly ArticleText[]): readonly Finding[];
}

/** `expected` says what to do: "the source in the prompt, such as “According to Best Life, …”". */
export const finding = (
  on: object & { readonly id: string },
  field: string,
  expected: string,
  words?: string,
): Finding => ({ on, record: on.id, field, expected, ...(words === undefined ? {} : { words }) });
