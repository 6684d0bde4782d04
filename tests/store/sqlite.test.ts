import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeSqlite } from '../../src/store/node-sqlite.ts';
import { openStore } from '../../src/store/open.ts';
import { storeContract } from '../contracts/store.ts';
import { answer, ben, channel, daily, NOON, startRound } from './contract/samples.ts';

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

storeContract('SQLite in memory', () => openStore(':memory:'));
storeContract('SQLite in a file', () => openStore(freshFile()));

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

  it('may be opened by several new processes at once: all start, one of them claims the day', async () => {
    const file = freshFile();
    const processes = ['a', 'b', 'c', 'd'].map((name) => startOpener(file, name));
    await Promise.all(processes.map(({ ready }) => ready));
    for (const { go } of processes) go();
    const outcomes = await Promise.all(processes.map(({ outcome }) => outcome));
    expect(outcomes.toSorted()).toEqual(['claimed', 'late', 'late', 'late']);

    const store = await openStore(file);
    expect((await store.unrevealedRounds()).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    await store.close();
  }, 30_000);

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

  it('says so where its folder cannot be made, or where it is a folder itself', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await expect(openStore(join(file, 'receipts.sqlite'))).rejects.toThrow(
      /a-file.*cannot be made\. Choose a place/,
    );
    await expect(openStore(folder)).rejects.toThrow(/cannot be opened\. Check that it is a file/);
  });

  it('says so where the tables in it are someone else’s', async () => {
    const file = join(folder, 'foreign.sqlite');
    write(file, 'create table quizzes (id integer)');
    await expect(openStore(file)).rejects.toThrow(/could not be brought up to date: .*quizzes/);
  });

  it.each(['', '  ', 'mysql://localhost/receipts'])('is not what “%s” means', async (location) => {
    await expect(openStore(location)).rejects.toThrow(/neither a file path nor an address/);
  });
});

describe('node:sqlite under kysely', () => {
  const insert = 'insert into things values (?)';
  const open = () => {
    const database = openNodeSqlite(':memory:');
    database.prepare('create table things (thing)').run([]);
    return database;
  };

  it.each([
    ['a Date', new Date(0)],
    ['a bare object', Object.create(null)],
    ['a Array', [1]],
    ['boolean', true],
    ['undefined', undefined],
    ['NaN', Number.NaN],
  ])('refuses %s, which would be stored as something else', (kind, value) => {
    const database = open();
    expect(() => database.prepare(insert).run([value])).toThrow(`parameter 1 cannot be stored: ${kind};`);
    expect(database.prepare('select * from things').all([])).toEqual([]);
    database.close();
  });

  it('stores text, numbers, bytes and null', () => {
    const database = open();
    const values = ['text', 1.5, 7n, new Uint8Array([1, 2]), null];
    for (const value of values) database.prepare(insert).run([value]);
    const rows = database.prepare('select thing from things').all([]);
    expect(rows).toMatchObject(['text', 1.5, 7, new Uint8Array([1, 2]), null].map((thing) => ({ thing })));
    database.close();
  });

  it('knows which statements give rows, also those that write', () => {
    const database = open();
    expect(database.prepare('select 1').reader).toBe(true);
    expect(database.prepare(`${insert} returning thing`).reader).toBe(true);
    expect(database.prepare(insert).reader).toBe(false);
    database.close();
  });

  it('keeps working through more different statements than it keeps prepared', () => {
    const database = open();
    for (let number = 0; number < 500; number += 1)
      expect(database.prepare(`select ${number} as n`).all([])).toMatchObject([{ n: number }]);
    expect(database.prepare('select 0 as n').all([])).toMatchObject([{ n: 0 }]);
    database.close();
  });

  it('does not disturb someone who reads row by row', () => {
    const database = open();
    for (const thing of ['a', 'b', 'c']) database.prepare(insert).run([thing]);
    const select = 'select thing from things order by thing';
    const read: unknown[] = [];
    for (const row of database.prepare(select).iterate([])) {
      read.push(row);
      expect(database.prepare(select).all([])).toHaveLength(3);
    }
    expect(read).toHaveLength(3);
    database.close();
  });

  it('lets nobody else write while a transaction reads before it writes', async () => {
    const file = freshFile();
    await (await openStore(file)).close();
    const database = openNodeSqlite(file);
    database.prepare('begin').run([]);
    const impatient = new DatabaseSync(file, { timeout: 0 });
    expect(() => impatient.exec('begin immediate')).toThrow('locked');
    database.prepare('commit').run([]);
    impatient.exec('begin immediate; rollback');
    impatient.close();
    database.close();
  });

  it('writes ahead, enforces references and waits for others', async () => {
    const file = freshFile();
    await (await openStore(file)).close();
    const database = openNodeSqlite(file);
    const setting = (name: string) => database.prepare(`pragma ${name}`).all([]);
    expect(setting('journal_mode')).toMatchObject([{ journal_mode: 'wal' }]);
    expect(setting('synchronous')).toMatchObject([{ synchronous: 1 }]);
    expect(setting('foreign_keys')).toMatchObject([{ foreign_keys: 1 }]);
    expect(setting('busy_timeout')).toMatchObject([{ timeout: 5_000 }]);
    database.close();
  });
});

/** `outcome` is what the process says last, or what it complains of. */
function startOpener(file: string, name: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'opener.ts'), file, name]);
  const ready = Promise.withResolvers<void>();
  const lines: string[] = [];
  child.stdout.on('data', (bytes: Buffer) => {
    lines.push(...String(bytes).split('\n').filter(Boolean));
    ready.resolve();
  });
  child.stderr.on('data', (bytes: Buffer) => lines.push(String(bytes)));
  const outcome = once(child, 'close').then(() => {
    ready.resolve();
    return lines.slice(1).join('\n');
  });
  return { ready: ready.promise, go: () => child.stdin.end(), outcome };
}

function write(file: string, statement: string): void {
  const database = new DatabaseSync(file);
  database.exec(statement);
  database.close();
}
