/** A pack as everything reads it, and what may be wrong with one. */
import type {
  Article,
  Claim,
  Disagreement,
  Entity,
  Event,
  LeftOut,
  PackInfo,
  Question,
  Released,
} from './schema.ts';

/** One thing wrong with a pack: where, and what was expected there. */
export interface Problem {
  readonly file: string;
  /** The record's id, or its number where it has none. */
  readonly record: string;
  readonly field: string;
  readonly expected: string;
}

export interface Pack {
  readonly info: PackInfo;
  readonly articles: readonly Article[];
  readonly entities: readonly Entity[];
  readonly events: readonly Event[];
  readonly claims: readonly Claim[];
  readonly disagreements: readonly Disagreement[];
  readonly questions: readonly Question[];
  readonly leftOut: readonly LeftOut[];
  readonly released: readonly Released[];
  /** Which file each record and topic came from; by the record itself, because not every kind has ids. */
  readonly origin: ReadonlyMap<object, string>;
}

/** "data/x/claims/y.json: claim-id: receipts.0.paragraph: expected number" */
export const problemToText = ({ file, record, field, expected }: Problem): string =>
  [file, record, field, expected].filter(Boolean).join(': ');
