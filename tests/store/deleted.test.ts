/** What is deleted is gone from the disk: whoever reads the files byte by byte finds nothing of it. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { playerOf, workspaceOf } from '../../src/core/ids.ts';
import { openBotStore, openDatabase, openStore } from '../../src/store/open.ts';
import { tellRewriting } from '../../src/store/tell-rewriting.ts';
import { deleteAndWipe, rewriteWhereOwed } from '../../src/store/wipe.ts';
import { createRecordingLogger } from '../fakes/logger.ts';
import { createWorld, tokensOf } from '../fakes/world.ts';
import { NOON, playRound } from './contract/samples.ts';

const ERIN = 'U0ERIN-7Q2';

const ignore = () => undefined;
const quiet = { onWait: ignore, rewriting: { begins: ignore, done: ignore, failed: ignore } };

async function freshFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'receipts-deleted-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'receipts.sqlite');
}

/** How often it stands in the file and in what SQLite keeps beside it. */
function copiesOf(id: string, file: string): number {
  const files = ['', '-wal', '-shm', '-journal'].map((end) => file + end).filter(existsSync);
  return files.reduce((sum, name) => sum + readFileSync(name, 'latin1').split(id).length - 1, 0);
}

/** As rows leave them that SQLite moved from page to page, or that were deleted before this release. */
async function leaveTraces(file: string, id: string): Promise<void> {
  await (await openStore(file)).close();
  const before = new DatabaseSync(file);
  before.exec('pragma secure_delete = off; pragma user_version = 0');
  const insert = before.prepare("insert into transcript values ('web', 'w', 'c', ?, ?, ?, 0)");
  for (let at = 0; at < 100; at += 1) insert.run(`${at}`, at, `${id} ${'x'.repeat(500)}`);
  before.exec('delete from transcript');
  before.close();
}

describe('a person who deletes their data', () => {
  it('stands in no file any more, while the bot runs, once it has stopped, and after its next start', async () => {
    const file = await freshFile();
    const store = await openBotStore(file, quiet);
    const world = await createWorld({ store });
    const erin = { user: ERIN, manages: true };
    await world.type('/daily set 09:00', erin);
    for (let quiz = 0; quiz < 3; quiz += 1) {
      await world.type('/quiz questions: 1', erin);
      const card = world.platform.shown.at(-1)?.card;
      const token = card && tokensOf(card).find((candidate) => candidate.do === 'answer');
      if (!token) throw new Error('nothing to press');
      for (const user of [ERIN, 'somebody-else']) await world.press(token, { user });
      await world.minutes(3);
    }
    expect(copiesOf(ERIN, file)).toBeGreaterThan(0);
    await world.type('/mydata delete confirm', erin);
    expect(copiesOf(ERIN, file)).toBe(0);
    expect(copiesOf('somebody-else', file)).toBeGreaterThan(0);
    await world.close();
    expect(copiesOf(ERIN, file)).toBe(0);
    await (await openBotStore(file, quiet)).close();
    expect(copiesOf(ERIN, file)).toBe(0);
  });

  it('leaves nothing in bytes that no row uses either', async () => {
    const file = await freshFile();
    await leaveTraces(file, ERIN);
    const store = await openStore(file);
    const erin = playerOf('chat', 'team', ERIN);
    await playRound(store, 'round', [[erin, true]]);
    expect(copiesOf(ERIN, file)).toBeGreaterThan(50);
    await store.deletePlayer(erin);
    expect(copiesOf(ERIN, file)).toBe(0);
    await store.close();
  });

  it('holds up nobody again and again: a file is rewritten once a minute, also for those who go meanwhile', async () => {
    const file = await freshFile();
    await leaveTraces(file, ERIN);
    const store = await openBotStore(file, quiet);
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const owes = () => readFileSync(file).readUInt32BE(60) === 0;
    for (const [name, isOwed] of [
      [ERIN, false],
      ['ben', true],
      ['cleo', true],
    ] as const) {
      await store.deletePlayer(playerOf('chat', 'team', name));
      expect(owes()).toBe(isOwed);
    }
    vi.advanceTimersByTime(60_000);
    await expect.poll(owes).toBe(false);
    await store.close();
  });

  it('leaves the file owing a rewriting to a start after a crash, where one for somebody else was done meanwhile', async () => {
    const file = await freshFile();
    const db = await openDatabase(file);
    const others = Promise.withResolvers<void>();
    const slow = deleteAndWipe(db, () => others.promise);
    await deleteAndWipe(db, async () => undefined);
    others.resolve();
    await slow;
    expect(readFileSync(file).readUInt32BE(60)).toBe(0);
    await db.destroy();
  });

  it('holds the others up for one rewriting of the file, however often it is done, and leaves nothing when the bot stops', async () => {
    const file = await freshFile();
    await leaveTraces(file, ERIN);
    const store = await openStore(file);
    const erin = playerOf('chat', 'team', ERIN);
    /** Counts up each time. */
    const rewritten = () => readFileSync(file).readUInt32BE(40);
    const before = rewritten();
    for (let times = 0; times < 20; times += 1) {
      await store.hide(erin, times);
      await store.deletePlayer(erin);
    }
    expect(rewritten()).toBe(before + 1);
    expect(copiesOf(ERIN, file)).toBe(0);
    await store.close();
    expect(rewritten()).toBe(before + 2);
    expect(copiesOf(ERIN, file)).toBe(0);
  });

  it('is gone from the log once whoever read the file at that moment has done', async () => {
    const file = await freshFile();
    const store = await openBotStore(file, quiet);
    const erin = playerOf('chat', 'team', ERIN);
    await playRound(store, 'round', [[erin, true]]);
    const backup = new DatabaseSync(file);
    const reading = backup.prepare('select * from answers').iterate();
    reading.next();
    await store.deletePlayer(erin);
    expect(copiesOf(ERIN, file)).toBeGreaterThan(0);
    reading.return?.();
    await expect.poll(() => copiesOf(ERIN, file)).toBe(0);
    backup.close();
    await store.close();
  });
});

it('a workspace that is deleted leaves nobody in bytes that no row uses', async () => {
  const file = await freshFile();
  await leaveTraces(file, ERIN);
  const store = await openStore(file);
  await playRound(store, 'round', [[playerOf('chat', 'team', ERIN), true]]);
  expect(copiesOf(ERIN, file)).toBeGreaterThan(50);
  await store.deleteWorkspace(workspaceOf('chat', 'team'));
  expect(copiesOf(ERIN, file)).toBe(0);
  await store.close();
});

describe('what was kept long enough', () => {
  it('leaves nothing in the file either', async () => {
    const file = await freshFile();
    await leaveTraces(file, ERIN);
    const store = await openStore(file);
    const later = { before: NOON + 1e10, seenBefore: NOON + 1e10 };
    await store.retire({ before: 0, seenBefore: 0 });
    expect(copiesOf(ERIN, file)).toBeGreaterThan(50);
    await playRound(store, 'round', [[playerOf('chat', 'team', ERIN), true]]);
    await store.markRevealed('round');
    expect(await store.retire(later)).toMatchObject({ answers: 1 });
    expect(copiesOf(ERIN, file)).toBe(0);
    await store.close();
  });
});

describe('a backup', () => {
  it('holds people all the same, and operators are told so, in both places where they look', async () => {
    const told = (file: string) => readFileSync(file, 'utf8').replaceAll(/\s+/g, ' ');
    expect(told('docs/operations.md')).toMatch(
      /A backup holds people\.\*\* It keeps the ids and answers of those who delete their data after it was made, until it is thrown away/,
    );
    expect(told('src/cli/backup-database.ts')).toContain('it keeps the people who delete their data later');
  });
});

describe('a file of before what is deleted was overwritten', () => {
  async function fileOfBefore(id: string) {
    const file = await freshFile();
    await leaveTraces(file, id);
    return file;
  }

  it('is rewritten once, at the first start', async () => {
    const file = await fileOfBefore(ERIN);
    expect(copiesOf(ERIN, file)).toBeGreaterThan(0);
    const store = await openBotStore(file, quiet);
    expect(copiesOf(ERIN, file)).toBe(0);
    await store.close();
    expect(copiesOf(ERIN, file)).toBe(0);
    const changed = () => readFileSync(file).readUInt32BE(24);
    const [before] = [changed(), await (await openBotStore(file, quiet)).close()];
    expect(changed()).toBe(before);
  });

  it('is left to the next start where it cannot be rewritten, and the operator is told why', async () => {
    const file = await fileOfBefore(ERIN);
    const db = await openDatabase(file);
    await sql`pragma busy_timeout = 0`.execute(db);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const told: string[] = [];
    const say = (text: string) => void told.push(text);
    const logger = createRecordingLogger();
    await rewriteWhereOwed(db, tellRewriting({ say, logger }));
    expect(told).toEqual([
      expect.stringMatching(/could not be rewritten \(.*locked.*next start tries again/),
    ]);
    expect(logger.lines.map(({ event }) => event)).toEqual(['database-not-rewritten']);
    other.exec('rollback');
    other.close();
    await db.destroy();
    expect(copiesOf(ERIN, file)).toBeGreaterThan(0);
    await (await openBotStore(file, quiet)).close();
    expect(copiesOf(ERIN, file)).toBe(0);
  });
});
