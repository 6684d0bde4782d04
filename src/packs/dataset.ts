/** The packs that were read, and those that are broken. */
import { createHash } from 'node:crypto';
import { type Pack, type Problem, problemToText } from '../core/dataset/pack.ts';
import { idTaken } from '../core/dataset/references.ts';

/** No pack could be read: all that is wrong with them. */
export class DatasetError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'one thing is' : `${problems.length} things are`;
    super(
      `${count} wrong with the dataset:\n${problems.map((problem) => `  ${problemToText(problem)}`).join('\n')}`,
    );
    this.name = 'DatasetError';
    this.problems = problems;
  }
}

export interface LoadedPack {
  readonly folder: string;
  readonly pack: Pack;
  /** The same wherever the pack says the same. */
  readonly version: string;
}

/** A folder that was to be a pack, and all that is wrong with it. */
export interface BrokenPack {
  readonly folder: string;
  /** What it calls itself, or else its folder’s name. */
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** As it was read, before its version is known. */
export type WholePack = Omit<LoadedPack, 'version'>;

export interface Dataset {
  readonly packs: readonly LoadedPack[];
  readonly broken: readonly BrokenPack[];
}

/** A pack that is broken now is taken as it was in `before`. Throws a DatasetError where no pack is left. */
export function datasetOf(
  all: readonly (LoadedPack | BrokenPack)[],
  before: readonly LoadedPack[] = [],
): Dataset {
  const packs: LoadedPack[] = [];
  const broken: BrokenPack[] = [];
  for (const read of all) {
    const last = before.find(({ folder }) => folder === read.folder);
    if ('problems' in read) broken.push(read);
    const now = 'pack' in read && !(last && last.version === read.version) ? read : last;
    const namesakeOf = (pack: LoadedPack) => packs.find((one) => one.pack.info.id === pack.pack.info.id);
    const namesake = now && namesakeOf(now);
    if (namesake) broken.push(secondOf(now, namesake));
    const pack = namesake ? last : now;
    if (pack && !namesakeOf(pack)) packs.push(pack);
  }
  if (packs.length === 0) throw new DatasetError(broken.flatMap(({ problems }) => problems));
  return { packs, broken };
}

const secondOf = ({ folder, pack }: LoadedPack, other: LoadedPack): BrokenPack => ({
  ...{ folder, name: pack.info.title },
  problems: [idTaken(pack, other.pack)],
});

/** One for all that was read, whatever the order. */
export function datasetVersion({ packs }: Dataset): string {
  const lines = packs.map(({ pack, version }) => `${pack.info.id} ${version}\n`).toSorted();
  return hashOf(lines.join(''));
}

/** All that a pack says as JSON, and neither its comments nor where it lies; in bytes, as it is hashed and sent. */
export function saidBy({ origin: _, ...says }: Pack): Buffer {
  return Buffer.from(JSON.stringify(says));
}

/** Of what `saidBy` gives. */
export const versionOf = (said: Buffer): string => hashOf(said);

const hashOf = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12);
