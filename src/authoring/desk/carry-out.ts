/** A change, tried in memory before it touches a file: whether the pack would still hold together with it. */

import { LOCK_FILE, lockToText, readLock } from '../format/lock.ts';
import type { Verdict } from '../lint/lint.ts';
import type { Change, KeptId } from './changes/change.ts';
import type { Disk } from './disk.ts';
import { calledOf, type Listed, listedIn } from './listed/listed.ts';
import { CALLED } from './listed-kinds.ts';
import { type Placed, placedIn } from './placed.ts';
import { plainly } from './plain-words.ts';
import { Refused } from './refused.ts';
import type { Reader, Snapshot } from './snapshot.ts';

export interface Tried {
  readonly after: Snapshot;
  /** Every file that is to be written, the lock last. */
  readonly files: ReadonlyMap<string, string | null>;
  /** The entry in question. */
  readonly entry: Placed | undefined;
  /** What was listed. */
  readonly listed: Listed | undefined;
}

/** Throws a `Refused` where the pack would be broken by it: nothing was written yet. */
export function tried(reader: Reader, before: Snapshot, change: Change): Tried {
  const plain = reader.read(withFiles(before.disk, change.files));
  const keeps = (change.keeps ?? []).filter((kept) => !isKept(plain, kept));
  const lock = keeps.length > 0 ? lockKeeping(plain, keeps) : undefined;
  const after = lock === undefined ? plain : reader.read(withFiles(plain.disk, new Map([[LOCK_FILE, lock]])));
  const entry = placedIn(after).find(
    ({ file, index }) => file === change.entryAt?.file && index === change.entryAt.index,
  );
  const named = change.listedAs;
  const listed =
    named && listedIn(after).find((one) => one.kind === named.kind && calledOf(one) === calledOf(named));
  refuseBroken(before, after, { entry, listed });
  const newLock = after.newLock ?? lock;
  return {
    after: settled(after, newLock),
    ...{ entry, listed },
    files: newLock === undefined ? change.files : new Map([...change.files, [LOCK_FILE, newLock]]),
  };
}

function withFiles(disk: Disk, files: ReadonlyMap<string, string | null>): Disk {
  const all = new Map(disk.pack.files);
  for (const [path, text] of files) {
    if (path.startsWith('articles/')) continue;
    if (text === null) all.delete(path);
    else all.set(path, text);
  }
  return { ...disk, pack: { ...disk.pack, files: all } };
}

const isKept = (now: Snapshot, { kind, id, text }: KeptId): boolean =>
  placedIn(now).some((one) => one.kind === kind && one.id === id && one.fields[kind] === text) ||
  !placedIn(now).some((one) => one.kind === kind && one.fields[kind] === text);

/** The lock knows an entry without an id of its own by its words: here are the new ones. */
function lockKeeping({ book }: Snapshot, keeps: readonly KeptId[]): string {
  const facts = { ...book.lock.facts };
  const questions = { ...book.lock.questions };
  for (const { kind, id, text } of keeps)
    if (kind === 'fact') facts[id] = { receipts: {}, ...facts[id], fact: text };
    else questions[id] = text;
  return lockToText({ ...book.lock, facts, questions });
}

/** As it will be read once its lock is written too. */
function settled(now: Snapshot, lock: string | undefined): Snapshot {
  if (lock === undefined) return now;
  return {
    ...now,
    disk: withFiles(now.disk, new Map([[LOCK_FILE, lock]])),
    book: { ...now.book, lock: readLock(lock) ?? now.book.lock },
    newLock: undefined,
  };
}

function refuseBroken(
  before: Snapshot,
  after: Snapshot,
  { entry, listed }: Pick<Tried, 'entry' | 'listed'>,
): void {
  const found = newIn(before.records.verdicts, after.records.verdicts);
  const [first, ...others] = found;
  if (first === undefined) return;
  const own = found.filter(
    ({ record }) =>
      (entry && isOf(record, entry)) || (listed && (record === listed.id || record === calledOf(listed))),
  );
  const isAccepted = entry !== undefined && entry.fields.draft !== 'true';
  const more = others.length === 0 ? '' : ` And ${others.length} more.`;
  const where = own.includes(first) ? first.field : [first.record, first.field].filter(Boolean).join(', ');
  throw new Refused(422, {
    error: `Nothing was written, since the bot could not start with it: ${where === '' ? '' : `${where}: `}${plainly(first.expected)}.${more}${isAccepted ? ' Mend it, or keep it as a draft.' : ''}`,
    fields: own.map(({ field, expected }) => ({
      field: field || (listed ? CALLED[listed.kind] : ''),
      expected: plainly(expected),
    })),
  });
}

/** Entries that cannot be read are called by their first words. */
const isOf = (record: string, { id, kind, fields }: Placed): boolean =>
  record === id || String(fields[kind]).startsWith(record.replace(/…$/, ''));

/** Of the same thing said twice, the second is new; lines do not count, since all below moves. */
function newIn(before: readonly Verdict[], after: readonly Verdict[]): readonly Verdict[] {
  const known = new Map<string, number>();
  for (const one of before) known.set(keyOf(one), (known.get(keyOf(one)) ?? 0) + 1);
  return after.filter((one) => {
    const left = known.get(keyOf(one)) ?? 0;
    known.set(keyOf(one), left - 1);
    return left <= 0;
  });
}

const keyOf = ({ record, field, expected }: Verdict): string =>
  [record, field, expected.replaceAll(/:\d+/g, '')].join('|');
