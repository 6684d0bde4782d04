/**
 * The desk: a pack that is read, previewed and written by one author at a page while others may edit the same files.
 * What it writes is what a person would have typed; what stands on disk has the last word.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packText } from '../format/folder.ts';
import { LOCK_FILE } from '../format/lock.ts';
import type { Verdict } from '../lint/lint.ts';
import { put, remove } from '../put-file.ts';
import { createBackgroundLint } from './background-lint.ts';
import { tried } from './carry-out.ts';
import type { Change, KeptId } from './changes/change.ts';
import { planned } from './changes/planned.ts';
import { synced } from './changes/reread.ts';
import { undone } from './changes/undo.ts';
import { createDiskReader, isSameDisk } from './disk.ts';
import { createJournal } from './journal.ts';
import { listedIn } from './listed/listed.ts';
import { LISTED_KINDS } from './listed-kinds.ts';
import { type Placed, placedIn, refOf } from './placed.ts';
import { listedPreviewOf } from './previews/listed-preview.ts';
import { previewOf } from './previews/preview.ts';
import type { Showing } from './previews/show.ts';
import { createRereading } from './read-again.ts';
import { Refused } from './refused.ts';
import { createReader, type Snapshot } from './snapshot.ts';
import { stateOf } from './state.ts';
import type { Preview, PreviewRequest, State, WriteRequest, Written } from './wire.ts';
import type { ListedPreviewRequest } from './wire-listed.ts';

export interface Desk {
  readonly folder: string;
  state(): Promise<State>;
  preview(request: PreviewRequest | ListedPreviewRequest): Preview;
  /** Throws a `Refused` where it cannot be done; then nothing was written. */
  write(request: WriteRequest): Promise<Written>;
  undo(name: string): Promise<Written>;
  /** Runs what changes files in its turn, on what stands on disk at that moment. */
  inTurn<Result>(run: (hands: Hands) => Promise<Result>): Promise<Result>;
  now(): Snapshot;
  revision(): number;
  /** Reads the folder again. */
  refresh(): Promise<void>;
  /** Returns how to stop listening. */
  onChange(listener: (revision: number) => void): () => void;
}

/** What a change that is in its turn may do. */
export interface Hands {
  now(): Snapshot;
  carryOut(change: Change): Promise<Written>;
  /** Writes without trying it first, and reads again; how it can be undone. */
  putAll(files: ReadonlyMap<string, string | null>, said: string): Promise<string>;
}

export interface DeskDeps extends Showing {
  readonly folder: string;
}

/** Somebody saved the file in the moment between reading and writing it. */
class Overtaken extends Error {}

const TRIES = 4;

/** Throws where the folder cannot be read as a pack at all. */
export async function createDesk({ folder, ...showing }: DeskDeps): Promise<Desk> {
  const readDisk = createDiskReader(folder);
  const reader = createReader();
  const journal = createJournal(folder, showing.now);
  const rereading = createRereading();
  const lintInBackground = createBackgroundLint();
  const listeners = new Set<(revision: number) => void>();
  let revision = 0;
  let verdicts: readonly Verdict[] = [];
  let isChecking = false;
  let turn: Promise<unknown> = Promise.resolve();
  let snapshot = reader.read(await readDisk());
  adopt(snapshot);

  function adopt(now: Snapshot): void {
    snapshot = now;
    reader.remember(now, [...placedIn(now), ...listedIn(now)]);
    isChecking = true;
    tell();
    void check(now);
  }

  async function check(now: Snapshot): Promise<void> {
    const found = await lintInBackground(now).catch(() => []);
    if (found === undefined || snapshot !== now) return;
    verdicts = found;
    isChecking = false;
    tell();
  }

  function tell(): void {
    revision += 1;
    for (const listener of listeners) listener(revision);
  }

  async function reread(): Promise<void> {
    const disk = await readDisk();
    if (!isSameDisk(disk, snapshot.disk)) adopt(reader.read(disk));
  }

  function inTurn<Result>(run: (hands: Hands) => Promise<Result>): Promise<Result> {
    const mine = turn.then(() => undisturbed(run));
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function undisturbed<Result>(run: (hands: Hands) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      await reread();
      try {
        return await run(hands);
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        if (attempt === TRIES)
          throw new Refused(409, {
            error:
              'The file keeps being saved by another program. Nothing was written: try again in a moment.',
          });
      }
    }
  }

  const textNow = (path: string): Promise<string | null> =>
    readFile(join(folder, path)).then(packText, () => null);

  async function keep(files: ReadonlyMap<string, string | null>, said: string): Promise<string> {
    const kept = await Promise.all(
      [...files].map(async ([path, after]) => ({ path, before: await textNow(path), after })),
    );
    const texts = kept.filter(({ path }) => path !== LOCK_FILE);
    if (texts.length === 0) return '';
    return journal.keep({
      files: texts,
      said,
      ids: idsIn(snapshot, files),
    });
  }

  /** What others saved since it was read is not written over. */
  async function putOver(before: Snapshot, files: ReadonlyMap<string, string | null>): Promise<void> {
    for (const path of files.keys()) {
      const known = before.disk.pack.files.get(path);
      if (known !== undefined && (await textNow(path)) !== known) throw new Overtaken();
    }
    for (const [path, text] of files)
      if (text === null) await remove(folder, path);
      else await put(folder, path, text);
  }

  async function carryOut(wanted: Change): Promise<Written> {
    const before = snapshot;
    const { after, files, entry, listed } = tried(reader, before, wanted);
    if (wanted.never) await journal.keepNever(wanted.never);
    const undo = await keep(files, wanted.said);
    await putOver(before, files);
    if (wanted.again !== undefined) await journal.forgetNever(wanted.again);
    adopt(after);
    return {
      revision,
      said: wanted.said,
      undo: undo || undefined,
      entry: entry && refOf(entry),
      topic: entry?.topic,
      listed: listed && { kind: listed.kind, id: listed.id, hash: listed.hash },
    };
  }

  const hands: Hands = {
    now: () => snapshot,
    carryOut,
    async putAll(files, said) {
      const undo = await keep(files, said);
      await putOver(snapshot, files);
      await reread();
      return undo;
    },
  };

  /** Where it cannot be noted just now, the facts count as read all the same, as long as the program runs. */
  const noteRead = (): Promise<unknown> =>
    inTurn(async () => {
      if (rereading.waiting(snapshot).length > 0) return;
      const { files, said } = synced(snapshot, { accept: true });
      await hands.putAll(files, said);
    }).catch(() => undefined);

  return {
    folder,
    inTurn,
    now: () => snapshot,
    revision: () => revision,
    async state() {
      const never = await journal.allNever();
      const waiting = rereading.waiting(snapshot);
      return stateOf(snapshot, { revision, verdicts, isChecking, never, waiting });
    },
    preview(request) {
      const began = performance.now();
      const preview = isListed(request)
        ? listedPreviewOf(snapshot, request, { before: verdicts, showing })
        : previewOf(snapshot, request, {
            ...{ placed: placedFor(snapshot, request), before: verdicts, showing },
          });
      return { ...preview, ms: Math.round(performance.now() - began) };
    },
    async write(request) {
      const written = await inTurn(async () => {
        const kept = request.do === 'again' ? await journal.never(request.id) : undefined;
        return carryOut(planned(snapshot, request, kept));
      });
      const isFact = request.do === 'change' && request.entry.kind === 'fact';
      if (isFact && rereading.changed(snapshot, request.entry.id)) await noteRead();
      return written;
    },
    undo: (name) =>
      inTurn(async () => {
        const kept = await journal.find(name);
        if (kept === undefined)
          throw new Refused(404, {
            error: 'The desk does not remember this any more, so it cannot be taken back.',
          });
        const current = new Map<string, string | null>();
        for (const { path } of kept.files) current.set(path, await textNow(path));
        const written = await carryOut(undone(snapshot, kept, current));
        await journal.forget(name);
        return written;
      }),
    refresh: () => inTurn(async () => undefined),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const isListed = (request: PreviewRequest | ListedPreviewRequest): request is ListedPreviewRequest =>
  LISTED_KINDS.some((kind) => kind === request.kind);

/** Where the page’s entry changed meanwhile, it is shown in the place of what has its id. */
function placedFor(now: Snapshot, { entry }: PreviewRequest): Placed | undefined {
  if (entry === undefined) return undefined;
  const all = placedIn(now).filter(({ kind }) => kind === entry.kind);
  return (
    all.find(({ id, hash }) => id === entry.id && hash === entry.hash) ??
    all.find(({ id }) => id === entry.id)
  );
}

/** So that an undo finds the ids again that the program had made. */
function idsIn(now: Snapshot, files: ReadonlyMap<string, unknown>): readonly KeptId[] {
  return placedIn(now).flatMap(({ file, entry, kind, id, fields }) =>
    files.has(file) && entry !== undefined && entry.value.id === undefined && fields.draft !== 'true'
      ? [{ kind, id, text: String(fields[kind]) }]
      : [],
  );
}
