/** Rules that look at a part of a pack take what holds for all of it, such as how most of its dates are written, from the whole. */
import type { Pack } from '../../core/dataset/pack.ts';

const wholes = new WeakMap<Pack, Pack>();

/** The part, known from now on as one of that pack. */
export function partOf(whole: Pack, part: Pack): Pack {
  wholes.set(part, whole);
  return part;
}

export const wholeOf = (pack: Pack): Pack => wholes.get(pack) ?? pack;
