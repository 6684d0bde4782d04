/** From the raw JSON of the packs to checked packs, or to one list of everything that is wrong with them. */
import { z } from 'zod';
import type { Pack, Problem } from './pack.ts';
import { checkReferences } from './references.ts';
import { checkQuestions } from './rules.ts';
import {
  type Article,
  type Claim,
  type Disagreement,
  type Entity,
  type Event,
  type LeftOut,
  PackInfo,
  packFiles,
  type Question,
  type Released,
} from './schema.ts';

/** A file of a pack as it was read: its path for messages, its kind, its JSON. */
export interface RawFile {
  readonly path: string;
  readonly kind: 'pack' | keyof typeof packFiles;
  readonly json: unknown;
}

export interface RawPack {
  readonly folder: string;
  readonly files: readonly RawFile[];
}

export type Parsed =
  | { readonly ok: true; readonly packs: readonly Pack[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** `unread`: what could not even be read as JSON; it is reported together with the rest. */
export function parsePacks(raw: readonly RawPack[], unread: readonly Problem[] = []): Parsed {
  const problems: Problem[] = [...unread];
  const packs = raw.flatMap((pack) => parsePack(pack, problems) ?? []);
  if (problems.length > 0) return { ok: false, problems };
  const broken = [...checkReferences(packs), ...packs.flatMap(checkQuestions)];
  return broken.length > 0 ? { ok: false, problems: broken } : { ok: true, packs };
}

function parsePack({ folder, files }: RawPack, problems: Problem[]): Pack | undefined {
  const origin = new Map<object, string>();
  const info = parseInfo(folder, files, problems, origin);
  const records = <Kind extends keyof typeof packFiles>(kind: Kind, list: string): unknown[] =>
    files
      .filter((file) => file.kind === kind)
      .flatMap((file) => parseRecords(file, packFiles[kind], list, problems, origin));
  // Each list was parsed by the schema of its kind on the line that fills it; zod's union of them is lost here.
  const pack = {
    articles: records('articles', 'articles') as Article[],
    entities: records('entities', 'entities') as Entity[],
    events: records('events', 'events') as Event[],
    claims: records('claims', 'claims') as Claim[],
    disagreements: records('disagreements', 'disagreements') as Disagreement[],
    questions: records('questions', 'questions') as Question[],
    leftOut: records('left-out', 'leftOut') as LeftOut[],
    released: records('released', 'released') as Released[],
  };
  problems.push(...missingFiles(folder, files));
  return info === undefined ? undefined : { info, ...pack, origin };
}

/** Said once, in place of a line for each record that refers to what should stand there. */
const missingFiles = (folder: string, files: readonly RawFile[]): readonly Problem[] =>
  (['articles', 'entities'] as const)
    .filter((kind) => files.some(hasClaims) && !files.some((file) => file.kind === kind))
    .map((kind) => ({
      file: `${folder}/${kind}.json`,
      record: '',
      field: '',
      expected: `this file is missing; claims name ${kind} that must stand in it: { "${kind}": [ … ] }`,
    }));

const SomeClaims = z.looseObject({ claims: z.array(z.unknown()).min(1) });

const hasClaims = ({ kind, json }: RawFile): boolean =>
  kind === 'claims' && SomeClaims.safeParse(json).success;

const InfoFile = PackInfo.extend({ $schema: z.string().optional() });

function parseInfo(
  folder: string,
  files: readonly RawFile[],
  problems: Problem[],
  origin: Map<object, string>,
): PackInfo | undefined {
  const file = files.find(({ kind }) => kind === 'pack');
  if (!file) {
    problems.push({
      file: `${folder}/pack.json`,
      record: '',
      field: '',
      expected: 'this file is missing; every pack needs it',
    });
    return undefined;
  }
  const info = InfoFile.safeParse(file.json);
  if (!info.success) problems.push(...issuesToProblems(file, '', info.error));
  for (const topic of info.data?.topics ?? []) origin.set(topic, file.path);
  return info.data;
}

function parseRecords(
  file: RawFile,
  schema: z.ZodType,
  list: string,
  problems: Problem[],
  origin: Map<object, string>,
): unknown[] {
  const parsed = schema.safeParse(file.json);
  if (!parsed.success) {
    problems.push(...issuesToProblems(file, list, parsed.error));
    return [];
  }
  const items = z.record(z.string(), z.unknown()).parse(parsed.data)[list];
  const records = z.array(z.looseObject({})).parse(items);
  for (const record of records) origin.set(record, file.path);
  return records;
}

function issuesToProblems(file: RawFile, list: string, error: z.ZodError): Problem[] {
  return error.issues.map((issue) => {
    const [head, at, ...rest] = issue.path;
    const inList = head === list && typeof at === 'number';
    return {
      file: file.path,
      record: inList ? recordName(file.json, list, at) : '',
      field: (inList ? rest : issue.path).join('.'),
      expected: issue.message,
    };
  });
}

function recordName(json: unknown, list: string, at: number): string {
  const items = z
    .looseObject({ [list]: z.array(z.looseObject({ id: z.string() }).or(z.unknown())) })
    .safeParse(json);
  const record = items.success ? items.data[list] : undefined;
  const item = Array.isArray(record) ? record[at] : undefined;
  const named = z.looseObject({ id: z.string() }).safeParse(item);
  return named.success ? named.data.id : `record ${at + 1}`;
}
