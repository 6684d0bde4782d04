/** What a write comes to: files as they are to be, before anybody has touched them. */
import { isDeepStrictEqual } from 'node:util';
import { type Listed, listedIn } from '../listed/listed.ts';
import { hashOf, type Placed, placedIn } from '../placed.ts';
import { plainly } from '../plain-words.ts';
import { Refused } from '../refused.ts';
import { type Snapshot, within } from '../snapshot.ts';
import type { Fields, FileProblem, Kind, Ref } from '../wire.ts';
import type { ListedRef } from '../wire-listed.ts';

export interface Change {
  /** By their path in the pack; null takes the file away. */
  readonly files: ReadonlyMap<string, string | null>;
  /** What was done, in a sentence. */
  readonly said: string;
  /** Entries that keep their id though they get another text. */
  readonly keeps?: readonly KeptId[];
  /** Where the entry in question stands afterwards. */
  readonly entryAt?: { readonly file: string; readonly index: number } | undefined;
  /** What was listed, as it is called afterwards. */
  readonly listedAs?: Pick<Listed, 'kind' | 'fields'> | undefined;
  /** It was not there before: what stands below it moves down by one. */
  readonly isNew?: true;
  /** What is kept so that a question can be asked again: see `journal.ts`. */
  readonly never?: NeverAsked | undefined;
  /** The id of the question that this one was kept for. */
  readonly again?: string | undefined;
}

export interface KeptId {
  readonly kind: Kind;
  readonly id: string;
  /** By which the lock knows it from now on. */
  readonly text: string;
}

/** A question as it stood when it was taken out. */
export interface NeverAsked {
  readonly id: string;
  readonly question: string;
  readonly topic: string;
  readonly under: string | undefined;
  /** Its lines. */
  readonly source: string;
}

export const toFileProblem = (
  now: Pick<Snapshot, 'folder'>,
  {
    file,
    position,
    record,
    field,
    expected,
  }: {
    readonly file: string;
    readonly position?: { readonly line: number; readonly column: number } | undefined;
    readonly record: string;
    readonly field: string;
    readonly expected: string;
  },
): FileProblem => ({
  file: within(now, file),
  line: position?.line,
  column: position?.column,
  ...{ record, field, expected: plainly(expected) },
});

/** Its text, which may be changed; undefined where there is no such file. */
export function textToChange(now: Snapshot, file: string): string | undefined {
  const problems = now.broken.get(file);
  if (problems === undefined) return now.disk.pack.files.get(file);
  const [first] = problems;
  const where = first?.position ? ` at line ${first.position.line}` : '';
  throw new Refused(422, {
    error: `${file} cannot be read just now, so nothing is written over it: mend it${where} first (expected there: ${plainly(first?.expected ?? '')}).`,
    problems: problems.map((problem) => toFileProblem(now, problem)),
  });
}

export function existing(now: Snapshot, file: string): string {
  const text = textToChange(now, file);
  if (text === undefined) throw new Refused(404, { error: `There is no ${file} any more. Reload the page.` });
  return text;
}

/**
 * The entry that a page means. Where it says something else by now, that is a conflict: `mine` is what the page wanted
 * it to say.
 */
export const entryFor = (now: Snapshot, ref: Ref, mine?: Fields): Placed =>
  meant(now, placedIn(now), ref, mine);

/** The same for what is listed. */
export const listedFor = (now: Snapshot, ref: ListedRef, mine?: Fields): Listed =>
  meant(now, listedIn(now), ref, mine);

type Standing = Placed | Listed;

function meant<One extends Standing>(
  now: Snapshot,
  those: readonly One[],
  ref: Pick<One, 'kind' | 'id' | 'hash'>,
  mine: Fields | undefined,
): One {
  const all = those.filter(({ kind }) => kind === ref.kind);
  const same = all.filter(({ hash }) => hash === ref.hash);
  const found = same.find(({ id }) => id === ref.id) ?? (same.length === 1 ? same[0] : undefined);
  if (found) return found;
  const theirs = all.find(({ id }) => id === ref.id) ?? standingFor(now, ref, all);
  if (theirs !== undefined && mine !== undefined && isDeepStrictEqual(theirs.fields, mine)) return theirs;
  throw new Refused(409, {
    error: theirs
      ? `Somebody changed this ${ref.kind} in the file since you opened it. Both versions are below: keep one of them.`
      : `This ${ref.kind} is gone: somebody took it out of the file since you opened it.`,
    conflict: {
      mine,
      theirs: theirs?.fields,
      entry: theirs && { kind: theirs.kind, id: theirs.id, hash: theirs.hash },
    },
  });
}

/** What stands now where it stood, and was not there then: the same entry in so different words that its id is another. */
function standingFor<One extends Standing>(
  { seen }: Snapshot,
  { hash }: Pick<One, 'hash'>,
  all: readonly One[],
): One | undefined {
  const then = seen.get(hash);
  const there = all.find(({ file, index }) => file === then?.file && index === then.index);
  return there && !then?.beside.has(there.hash) ? there : undefined;
}

/** The same for what is no entry. */
export function sameAs(content: unknown, hash: string, what: string): void {
  const now = hashOf(content);
  if (now === hash) return;
  throw new Refused(409, {
    error: `Somebody changed ${what} in the file since you opened it. Look at it again, then write.`,
    conflict: { theirs: content as Fields, hash: now },
  });
}
