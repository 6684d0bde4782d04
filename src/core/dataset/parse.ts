/** From the raw records of the packs to checked packs, or to one list of everything that is wrong with them. */
import { z } from 'zod';
import type { Pack, Place, Problem } from './pack.ts';
import { checkReferences, type Loaded } from './references.ts';
import { checkQuestions } from './rules.ts';
import { PackInfo, packRecords } from './schema.ts';

/** A record before anybody has looked at it, and where it was written. */
export interface RawRecord {
  readonly value: unknown;
  readonly place: Place;
  /**
   * Each of its fields was checked as the record’s schema does, so that it is taken as it is: of a large pack, checking
   * all texts a second time is a third of reading it.
   */
  readonly isChecked?: boolean;
}

export type Kind = keyof typeof packRecords;

export interface RawPack {
  readonly info: RawRecord;
  readonly records: Readonly<Record<Kind, readonly RawRecord[]>>;
  /** Kinds of which not every record could be read: nobody is told that one of them is missing. */
  readonly incomplete?: ReadonlySet<Kind>;
}

export type Parsed =
  | { readonly ok: true; readonly packs: readonly Pack[] }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** What could be read all the same, for who wants to say more about it; nothing in it is sure to fit together. */
      readonly packs: readonly Pack[];
    };

/** `unread`: what could not even be read as a record. All that is wrong is reported together. */
export function parsePacks(raw: readonly RawPack[], unread: readonly Problem[] = []): Parsed {
  const problems: Problem[] = [...unread];
  const parsed: Loaded[] = [];
  for (const pack of raw) {
    const loaded = parsePack(pack, problems);
    if (loaded) parsed.push(loaded);
  }
  const packs = parsed.map(({ pack }) => pack);
  problems.push(...checkReferences(parsed));
  problems.push(...packs.flatMap(checkQuestions));
  return problems.length > 0 ? { ok: false, problems, packs } : { ok: true, packs };
}

function parsePack({ info, records, incomplete }: RawPack, problems: Problem[]): Loaded | undefined {
  const origin = new Map<object, Place>();
  const lost = new Set(incomplete);
  function list<Schema extends z.ZodType<object>>(kind: Kind, schema: Schema): z.infer<Schema>[] {
    const taken: z.infer<Schema>[] = [];
    for (const [at, record] of records[kind].entries()) {
      const parsed = record.isChecked ? asItIs<Schema>(record.value) : schema.safeParse(record.value);
      if (parsed.success) {
        origin.set(parsed.data, record.place);
        taken.push(parsed.data);
        continue;
      }
      lost.add(kind);
      problems.push(...issuesToProblems(record, nameOf(record.value) ?? `record ${at + 1}`, parsed.error));
    }
    return taken;
  }
  const parsed = PackInfo.safeParse(info.value);
  if (parsed.success) origin.set(parsed.data, info.place);
  else problems.push(...issuesToProblems(info, '', parsed.error));
  const pack = {
    topics: list('topics', packRecords.topics),
    articles: list('articles', packRecords.articles),
    entities: list('entities', packRecords.entities),
    events: list('events', packRecords.events),
    claims: list('claims', packRecords.claims),
    disagreements: list('disagreements', packRecords.disagreements),
    questions: list('questions', packRecords.questions),
    leftOut: list('leftOut', packRecords.leftOut),
    released: list('released', packRecords.released),
  };
  return parsed.success ? { pack: { info: parsed.data, ...pack, origin }, incomplete: lost } : undefined;
}

const asItIs = <Schema extends z.ZodType<object>>(value: unknown) => ({
  success: true as const,
  data: value as z.infer<Schema>,
});

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
