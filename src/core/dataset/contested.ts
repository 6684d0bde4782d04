/** Sources that a pack knows to be denied as a whole. What one pack says of a source holds in no other. */
import { oncePer } from '../once-per.ts';
import type { Library } from './library.ts';
import type { Claim } from './schema.ts';
import { packOf } from './scope.ts';

/** As receipts name them under `attribution`. */
export const contestedSources = (library: Library, { id }: Claim): ReadonlySet<string> =>
  byPack(library).get(packOf(id) ?? '') ?? NONE;

const NONE: ReadonlySet<string> = new Set();

const byPack = oncePer(
  ({ packs }: Library) =>
    new Map(packs.map(({ info }) => [info.id, new Set(info.contested.map(({ source }) => source))])),
);
