/** Rules that look at a part of a pack take what holds for all of it, such as how most of its dates are written, from the whole. */
import type { Pack } from '../../core/dataset/pack.ts';

interface Part {
  readonly whole: Pack;
  readonly about: Pack['claims'][number] | Pack['questions'][number] | undefined;
}

const parts = new WeakMap<Pack, Part>();

/** The part, known from now on as one of that pack; `about`: the one record that somebody wants to hear of. */
export function partOf(whole: Pack, part: Pack, about?: Part['about']): Pack {
  parts.set(part, { whole, about });
  return part;
}

export const wholeOf = (pack: Pack): Pack => parts.get(pack)?.whole ?? pack;

/** The one record that somebody wants to hear of; undefined where all of them count. */
export const aboutIn = (pack: Pack): Part['about'] => parts.get(pack)?.about;
