import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openNodeSqlite } from '../../src/store/node-sqlite.ts';

async function freshFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'receipts-node-sqlite-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'things.sqlite');
}

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
    const file = await freshFile();
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
    const file = await freshFile();
    const database = openNodeSqlite(file);
    const setting = (name: string) => database.prepare(`pragma ${name}`).all([]);
    expect(setting('journal_mode')).toMatchObject([{ journal_mode: 'wal' }]);
    expect(setting('synchronous')).toMatchObject([{ synchronous: 1 }]);
    expect(setting('foreign_keys')).toMatchObject([{ foreign_keys: 1 }]);
    expect(setting('busy_timeout')).toMatchObject([{ timeout: 5_000 }]);
    database.close();
  });
});
