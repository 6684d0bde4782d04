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
  Topic,
} from './schema.ts';

/** Both begin at 1, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a record stands in what its author wrote. */
export interface Place {
  readonly file: string;
  /** Of the record's field ("wrong.0.text"), or of the nearest around it that is known; undefined where none is. */
  positionOf(field: string): Position | undefined;
  /** What its author calls the field. */
  fieldOf(field: string): string;
}

/** One thing wrong with a pack: where, and what was expected there. */
export interface Problem {
  readonly file: string;
  readonly position?: Position | undefined;
  /** The record's id, or its number where it has none. */
  readonly record: string;
  readonly field: string;
  readonly expected: string;
}

export interface Pack {
  readonly info: PackInfo;
  readonly topics: readonly Topic[];
  readonly articles: readonly Article[];
  readonly entities: readonly Entity[];
  readonly events: readonly Event[];
  readonly claims: readonly Claim[];
  readonly disagreements: readonly Disagreement[];
  readonly questions: readonly Question[];
  readonly leftOut: readonly LeftOut[];
  readonly released: readonly Released[];
  /** Where each record was written; by the record itself, because not every kind has ids. */
  readonly origin: ReadonlyMap<object, Place>;
}

/** `record` as it is named to its author. */
export function problemAt(
  pack: Pack,
  record: object,
  name: string,
  field: string,
  expected: string,
): Problem {
  const place = pack.origin.get(record);
  return {
    file: place?.file ?? pack.info.id,
    position: place?.positionOf(field),
    record: name,
    field: place?.fieldOf(field) ?? field,
    expected,
  };
}

/** "data/x/lamp.yaml:12:5: claim-id: receipts.0.paragraph: expected number" */
export const problemToText = ({ file, position, record, field, expected }: Problem): string =>
  [position ? `${file}:${position.line}:${position.column}` : file, record, field, expected]
    .filter(Boolean)
    .join(': ');
