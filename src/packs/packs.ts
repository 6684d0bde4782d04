/** The packs of a running bot: read at the start, read again when an operator asks, and told of in plain words. */
import { type Pack, problemToText } from '../core/dataset/pack.ts';
import { searchSteps } from '../core/facts/search.ts';
import { holdKnowledge, type Knowledge, type KnowledgeHolder, knowledgeOf } from '../core/knowledge.ts';
import type { Logger } from '../core/ports/logger.ts';
import { veilSteps } from '../core/quiz/secrets/veil.ts';
import type { Steps } from '../core/steps.ts';
import { type BrokenPack, type Dataset, datasetOf, datasetVersion, type LoadedPack } from './dataset.ts';
import { giveMemoryBack } from './memory.ts';
import { unhurried } from './unhurried.ts';

/** What `/healthz` and the log tell; the same on every process that read the same files. */
export interface PacksReport {
  /** Of all packs together. */
  readonly version: string;
  /** `kept`: its files are broken now, and it goes on as it was read before. */
  readonly packs: readonly { readonly id: string; readonly version: string; readonly kept?: true }[];
  /** Folders that were to be packs. */
  readonly leftOut: readonly string[];
}

export interface Packs {
  readonly knowledge: KnowledgeHolder;
  /** Finds what the first who ask would wait for, between all else there is to do. Never rejects; `left` ends it early. */
  prepare(left: AbortSignal): Promise<void>;
  report(): PacksReport;
  /** What is broken as it lies on disk, whether or not it goes on as it was. */
  broken(): readonly BrokenPack[];
  /**
   * Reads them again, after whatever is being read; all that is asked for meanwhile is one more reading. Never rejects:
   * what cannot be read stays as it is.
   */
  reload(): Promise<void>;
}

export interface PacksParts {
  /** Reads them all, or rejects with a sentence. `known`: what may be given back where it is the same. */
  readonly read: (known: readonly LoadedPack[]) => Promise<readonly (LoadedPack | BrokenPack)[]>;
  readonly logger: Logger;
  /** Tells the operator, who may not read logs. */
  readonly say: (text: string) => void;
}

/** From so many facts on it is worth the time. */
const LARGE = 1_000;

/** Rejects with a DatasetError where no pack is whole. */
export async function openPacks({ read, logger, say }: PacksParts): Promise<Packs> {
  let current = datasetOf(await read([]));
  const knowledge = holdKnowledge(knowledgeOf(packsIn(current)));
  const tidy = () => {
    if (knowledge.library.claims.size >= LARGE) giveMemoryBack();
  };
  const tell = ({ packs, broken }: Dataset) => {
    for (const one of broken) {
      const isKept = packs.some(({ folder }) => folder === one.folder);
      const fields = { name: one.name, folder: one.folder, problems: one.problems.length };
      logger.warn(isKept ? 'pack-kept' : 'pack-left-out', fields);
      say(toldOf(one, isKept));
    }
  };
  const readAgain = async () => {
    try {
      const next = datasetOf(await read(current.packs), current.packs);
      const isSame = datasetVersion(next) === datasetVersion(current);
      if (!isSame) knowledge.replace(await prepared(packsIn(next)));
      current = next;
      if (!isSame) tidy();
      tell(next);
      // Each line has the release under `version`.
      const { version: dataset, ...rest } = reportOf(next);
      logger.info('packs-reloaded', { dataset, ...rest });
    } catch (error) {
      logger.error('packs-not-reloaded', { error });
      say(`The packs could not be read again, and stay as they were: ${messageOf(error)}\n`);
    }
  };
  tell(current);
  let turn = Promise.resolve();
  let next: Promise<void> | undefined;
  const readNext = () => {
    next = undefined;
    return readAgain();
  };
  return {
    knowledge,
    prepare: (left) =>
      unhurried(preparing(knowledge), left).then(tidy, (error) => {
        if (!left.aborted) logger.error('packs-not-prepared', { error });
      }),
    report: () => reportOf(current),
    broken: () => current.broken,
    reload: () => {
      next ??= turn.then(readNext);
      turn = next;
      return next;
    },
  };
}

/** Nobody who asks waits for a replacement. */
async function prepared(packs: readonly Pack[]): Promise<Knowledge> {
  const next = knowledgeOf(packs);
  await unhurried(preparing(next));
  return next;
}

function* preparing({ library, search }: Knowledge): Steps<void> {
  yield* searchSteps(library);
  yield* veilSteps(library, search);
}

const packsIn = ({ packs }: Dataset) => packs.map(({ pack }) => pack);

function reportOf(dataset: Dataset): PacksReport {
  const isBroken = ({ folder }: LoadedPack) => dataset.broken.some((one) => one.folder === folder);
  const loaded = new Set(dataset.packs.map(({ folder }) => folder));
  return {
    version: datasetVersion(dataset),
    packs: dataset.packs.map((one) => ({
      ...{ id: one.pack.info.id, version: one.version },
      ...(isBroken(one) && { kept: true as const }),
    })),
    leftOut: dataset.broken.filter(({ folder }) => !loaded.has(folder)).map(({ folder }) => nameOf(folder)),
  };
}

/** Whoever may ask how the bot is need not know where it lies. */
const nameOf = (folder: string): string => folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder;

const MOST_TOLD = 3;

function toldOf({ name, folder, problems }: BrokenPack, isKept: boolean): string {
  const things =
    problems.length === 1 ? 'one thing is wrong with it' : `${problems.length} things are wrong with it`;
  const more = problems.length - MOST_TOLD;
  return [
    `The pack “${name}” in ${folder} ${isKept ? 'goes on as it was read before' : 'is left out'}: ${things}.`,
    ...problems.slice(0, MOST_TOLD).map((problem) => `  ${problemToText(problem)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    `  To see it all: npm run pack -- check --pack ${/\s/.test(folder) ? `"${folder}"` : folder}`,
    '',
  ].join('\n');
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
