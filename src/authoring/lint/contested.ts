/** What a pack says of sources that someone denies as a whole, and what of theirs such a denial can be about. */
import type { Pack } from '../../core/dataset/pack.ts';
import type { Claim } from '../../core/dataset/schema.ts';
import { fold } from '../../core/facts/fold.ts';

/** Source, folded, to the claim that denies all of it. */
export type Contested = ReadonlyMap<string, string>;

export const contestedIn = (pack: Pack): Contested =>
  new Map(pack.info.contested.map(({ source, denial }) => [fold(source), denial]));

/** The denial of the contested source on which a claim rests; undefined where it rests on none. */
export const denialOf = ({ receipts }: Claim, contested: Contested): string | undefined =>
  receipts
    .flatMap(({ attribution }) => attribution)
    .map((source) => contested.get(fold(source)))
    .find((denial) => denial !== undefined);

const BELIEVING = /\b(?:believed|regarded|looked (?:up)?on|felt|(?:moved|driven) by)\b/u;

/** What went on in somebody's mind is no allegation against anyone: whoever dismisses a book does not deny it. */
export const isBelief = ({ text }: Claim): boolean => BELIEVING.test(text);
