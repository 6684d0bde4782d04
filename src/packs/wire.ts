/**
 * What the program that reads packs tells the bot: a line of JSON for each folder, and after that of a pack that is
 * whole a second one with what it says, which the bot need not parse where it knows the version.
 */
import type { Pack, Position } from '../core/dataset/pack.ts';
import { type BrokenPack, type LoadedPack, saidBy, versionOf, type WholePack } from './dataset.ts';

export type Line = { readonly broken: BrokenPack } | { readonly whole: Header } | { readonly failed: string };

interface Header extends Pick<LoadedPack, 'folder' | 'version'> {
  /** Where it says what it is called. */
  readonly file: string;
  readonly position: Position | undefined;
}

export function linesOf(read: WholePack | BrokenPack): readonly (string | Buffer)[] {
  if (!('pack' in read)) return [toLine({ broken: read })];
  const { folder, pack } = read;
  const place = pack.origin.get(pack.info);
  const says = saidBy(pack);
  const where = { file: place?.file ?? folder, position: place?.positionOf('id') };
  return [toLine({ whole: { folder, version: versionOf(says), ...where } }), says];
}

export const toLine = (line: Line): string => JSON.stringify(line);

/** `says`: the line behind the header. */
export function packFrom({ folder, version, file, position }: Header, says: string): LoadedPack {
  const pack: Omit<Pack, 'origin'> = JSON.parse(says);
  const place = { file, positionOf: () => position, fieldOf: (field: string) => field };
  return { folder, version, pack: { ...pack, origin: new Map([[pack.info, place]]) } };
}
