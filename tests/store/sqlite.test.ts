import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../src/store/backup.ts';
import { checkStore } from '../../src/store/check.ts';
import { placeColumns } from '../../src/store/columns.ts';
import { openDatabase, openStore } from '../../src/store/open.ts';
import { storeContract } from '../contracts/store.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { answer, ben, channel, daily, NOON, startRound } from './contract/samples.ts';
import { openers } from './openers.ts';

const start = openers();

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipts-sqlite-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const freshFile = (): string => {
  files += 1;
  return join(folder, `store-${files}`, 'receipts.sqlite');
};

storeContract('SQLite in memory', openMemoryStore);

/** Copied for each test: to migrate each would take longer than what is tested. */
let migrated: string | undefined;
storeContract('SQLite in a file', async () => {
  migrated ??= await migratedFile();
  const file = freshFile();
  await cp(migrated, file);
  return openStore(file);
});

async function migratedFile(): Promise<string> {
  const file = freshFile();
  await (await openStore(file)).close();
  return file;
}

describe('a SQLite file', () => {
  it('has everything after a restart, and takes answers where it stopped', async () => {
    const file = freshFile();
    const before = await openStore(file);
    await startRound(before, 'round');
    await before.recordAnswer(answer());
    await before.saveDaily(daily());
    await before.close();

    const after = await openStore(file);
    expect(await after.answersOf('round')).toMatchObject([{ player: ben }]);
    expect(await after.findDaily(channel)).toEqual(daily());
    expect(await after.recordAnswer(answer({ option: 2 }))).toEqual({ status: 'already', option: 1 });
    expect(await after.closeRound('round', NOON)).toBe(true);
    await after.close();
  });

  it('keeps of an answer that was deleted a mark that names nobody, until its round is revealed', async () => {
    const file = freshFile();
    const store = await openStore(file);
    await startRound(store, 'round');
    await startRound(store, 'unposted');
    for (const id of ['round', 'unposted']) await store.recordAnswer(answer({ round: id }));
    await store.deletePlayer(ben);
    const left = marksIn(file);
    expect(left.map(({ round_id }) => round_id)).toEqual(['round', 'unposted']);
    for (const { mark } of left) expect(mark).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(left.map(({ mark }) => mark)).size).toBe(2);
    await store.discardRound('unposted');
    await store.closeRound('round', NOON);
    expect(marksIn(file)).toHaveLength(1);
    await store.markRevealed('round');
    expect(marksIn(file)).toEqual([]);
    await store.close();
  });

  it('says that the disk is full, not what failed because of that, and goes on once there is room', async () => {
    const file = freshFile();
    const db = await openDatabase(file);
    const pages = (count: number) => sql`pragma max_page_count = ${sql.lit(count)}`.execute(db);
    await pages(1);
    const write = (id: number) =>
      db.transaction().execute((on) =>
        on
          .insertInto('transcript')
          .values({
            ...placeColumns(channel),
            message_id: `${id}`,
            position: id,
            card: 'x'.repeat(9_000),
            posted_at: 0,
          })
          .execute(),
      );
    const fill = async () => {
      for (let id = 0; id < 1_000; id += 1) await write(id);
    };
    await expect(fill()).rejects.toThrow('database or disk is full');
    await pages(1_000_000);
    await expect(write(2_000)).resolves.toBeDefined();
    await db.destroy();
  });

  it('may be opened by several programs for operators at once, also a new one: each gets its turn, one claims the day', async () => {
    const file = freshFile();
    const programs = ['a', 'b', 'c', 'd'].map((name) => start('program', file, name));
    await Promise.all(programs.map(({ said }) => said('ready')));
    for (const { go } of programs) go();
    const claimed = await Promise.all(programs.map(({ said }) => said('claimed')));
    expect(claimed.filter(Boolean)).toHaveLength(1);
    expect(programs.filter(({ output }) => output().endsWith('late'))).toHaveLength(3);

    const store = await openStore(file);
    expect((await store.unrevealedRounds()).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    await store.close();
  });

  it('is refused, and left alone, where a newer release has written it', async () => {
    const file = freshFile();
    await (await openStore(file)).close();
    write(file, `insert into kysely_migration values ('0099-later', '2030-01-01T00:00:00.000Z')`);
    await expect(openStore(file)).rejects.toMatchObject({
      code: 'STORE',
      message: expect.stringMatching(/newer release.*0099-later.*Start that release/),
    });
  });

  it('is refused, and left alone, where it is not a database', async () => {
    const file = join(folder, 'notes.txt');
    await writeFile(file, 'Notes, not a database. '.repeat(100));
    await expect(openStore(file)).rejects.toMatchObject({
      code: 'STORE',
      message: `The database ${file} is a file of another kind, not a database. Choose another file, or move this one away.`,
    });
    expect(await readFile(file, 'utf8')).toContain('Notes, not a database.');
  });

  it('knows that it is a copy, by whatever way it came there, until what was posted since is taken up', async () => {
    const [file, backup] = [freshFile(), freshFile()];
    const store = await openStore(file);
    await backUp(file, backup);
    expect(await store.isRestored()).toBe(false);
    await store.close();
    await cp(backup, file);
    const restored = await openStore(file);
    expect(await restored.isRestored()).toBe(true);
    await restored.noteTakenUp();
    await restored.close();
    const next = await openStore(file);
    expect(await next.isRestored()).toBe(false);
    await next.close();
  });

  it('says so where its folder cannot be made, or where it is a folder itself', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await expect(openStore(join(file, 'receipts.sqlite'))).rejects.toThrow(
      /a-file.*cannot be made\. Choose a place/,
    );
    await expect(openStore(folder)).rejects.toThrow(/cannot be opened\. Check that it is a file/);
  });

  it.each([
    'create table songs (id integer)',
    "create table kysely_migration (name text, timestamp text); insert into kysely_migration values ('0001-songs', '')",
  ])('is refused, and left alone, where it is another program’s: %s', async (theirs) => {
    const file = join(folder, 'foreign.sqlite');
    write(file, theirs);
    const before = await readFile(file);
    await expect(openStore(file)).rejects.toThrow(/is another program’s\. Set DATABASE_PATH to a file/);
    await expect(checkStore(file)).rejects.toThrow(/is of another program\. Check/);
    expect(await readFile(file)).toEqual(before);
  });

  it('is as good as new where the first start was cut short', async () => {
    const file = join(folder, 'begun.sqlite');
    write(file, 'create table kysely_migration (name text not null primary key, timestamp text not null)');
    expect(await checkStore(file)).toContain('empty: the first start makes its tables');
    await (await openStore(file)).close();
    expect(await checkStore(file)).toContain('of this release');
  });

  it.each(['', '  ', 'mysql://localhost/receipts'])('is not what “%s” means', async (location) => {
    await expect(openStore(location)).rejects.toThrow(/neither a file path nor an address/);
  });
});

function write(file: string, statement: string): void {
  const database = new DatabaseSync(file);
  database.exec(statement);
  database.close();
}

function marksIn(file: string) {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('select * from answer_marks order by round_id').all();
  database.close();
  return rows;
}
