/** From the raw records of the packs to checked packs, or to one list of everything that is wrong with them. */
import { z } from 'zod';
import type { Pack, Place, Problem } from './pack.ts';
import { checkReferences } from './references.ts';
import { checkQuestions } from './rules.ts';
import { PackInfo, packRecords } from './schema.ts';

/** A record before anybody has looked at it, and where it was written. */
export interface RawRecord {
  readonly value: unknown;
  readonly place: Place;
}

type Kind = keyof typeof packRecords;

export interface RawPack {
  readonly info: RawRecord;
  readonly records: Readonly<Record<Kind, readonly RawRecord[]>>;
}

export type Parsed =
  | { readonly ok: true; readonly packs: readonly Pack[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** `unread`: what could not even be read as a record; it is reported together with the rest. */
export function parsePacks(raw: readonly RawPack[], unread: readonly Problem[] = []): Parsed {
  const problems: Problem[] = [...unread];
  const packs = raw.flatMap((pack) => parsePack(pack, problems) ?? []);
  if (problems.length > 0) return { ok: false, problems };
  const broken = [...checkReferences(packs), ...packs.flatMap(checkQuestions)];
  return broken.length > 0 ? { ok: false, problems: broken } : { ok: true, packs };
}

function parsePack({ info, records }: RawPack, problems: Problem[]): Pack | undefined {
  const origin = new Map<object, Place>();
  const list = <Schema extends z.ZodType<object>>(
    schema: Schema,
    raw: readonly RawRecord[],
  ): z.infer<Schema>[] =>
    raw.flatMap((record, at) => {
      const parsed = schema.safeParse(record.value);
      if (!parsed.success) {
        problems.push(...issuesToProblems(record, nameOf(record.value) ?? `record ${at + 1}`, parsed.error));
        return [];
      }
      origin.set(parsed.data, record.place);
      return [parsed.data];
    });
  const parsed = PackInfo.safeParse(info.value);
  if (!parsed.success) problems.push(...issuesToProblems(info, '', parsed.error));
  const pack = {
    topics: list(packRecords.topics, records.topics),
    articles: list(packRecords.articles, records.articles),
    entities: list(packRecords.entities, records.entities),
    events: list(packRecords.events, records.events),
    claims: list(packRecords.claims, records.claims),
    disagreements: list(packRecords.disagreements, records.disagreements),
    questions: list(packRecords.questions, records.questions),
    leftOut: list(packRecords.leftOut, records.leftOut),
    released: list(packRecords.released, records.released),
  };
  return parsed.success ? { info: parsed.data, ...pack, origin } : undefined;
}

const issuesToProblems = ({ place }: RawRecord, record: string, error: z.ZodError): Problem[] =>
  error.issues.map(({ path, message }) => {
    const field = path.join('.');
    return {
      file: place.file,
      position: place.positionOf(field),
      record,
      field: place.fieldOf(field),
      expected: message,
    };
  });

const Named = z.looseObject({ id: z.string() });

function nameOf(value: unknown): string | undefined {
  return Named.safeParse(value).data?.id;
}
