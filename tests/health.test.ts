/** What `/readyz` finds out about the store: by writing to it, and not too often. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { Client } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../src/core/ports/store.ts';
import { createHealth } from '../src/health.ts';
import { createInProcessQueue } from '../src/queue/in-process.ts';
import { openDatabase, openStore } from '../src/store/open.ts';
import { createStore } from '../src/store/store.ts';
import type { Db } from '../src/store/tables.ts';
import { createFakeClock } from './fakes/clock.ts';
import { createRecordingLogger } from './fakes/logger.ts';
import { openMemoryStore } from './fakes/memory-store.ts';
import { createRecordingPlatform } from './fakes/recording-platform.ts';
import { sharedPostgres } from './fakes/shared-postgres.ts';
import { createWorld, textOf } from './fakes/world.ts';

async function healthOf(store: Store) {
  const clock = createFakeClock('2026-11-23T08:00:00Z');
  const logger = createRecordingLogger();
  const platform = createRecordingPlatform();
  const roster = { isUsable: () => true, lost: () => new Map(), lose: () => undefined };
  const health = createHealth({
    ...{ platforms: [platform], store, clock, logger },
    roster: { ...roster, prove: async () => undefined, start: async () => undefined },
    queue: createInProcessQueue({ clock, logger }),
  });
  await health.ticked();
  return { clock, report: health.report };
}

async function freshFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'receipts-health-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'receipts.sqlite');
}

describe('a full disk', () => {
  it('is called so by /readyz and in every line of the log, people are told kindly, and all goes on once there is room', async () => {
    const db = await openDatabase(await freshFile());
    const store = createStore(db);
    const { clock, report } = await healthOf(store);
    const world = await createWorld({ store });
    const pages = (count: number) => sql`pragma max_page_count = ${sql.lit(count)}`.execute(db);
    expect(await report()).toMatchObject({ status: 'ready', store: true });
    await needRoom(db);
    await pages(1);
    await clock.advance(3_000);
    expect(await report()).toMatchObject({ status: 'not-ready', store: false, storeTrouble: 'full' });
    const replies = [
      await world.type('/quiz'),
      await world.type('/quiz'),
      await world.type('/daily set 09:00', { manages: true }),
    ];
    for (const reply of replies) expect(textOf(reply)).toContain('Something broke on our side');
    const failed = world.log.lines.filter(({ event }) => event === 'request-failed');
    expect(failed).toHaveLength(3);
    for (const { fields } of failed) expect(String(fields.error)).toContain('the disk is full');
    await pages(1_000_000);
    await clock.advance(2_000);
    expect(await report()).toMatchObject({ status: 'ready', store: true });
    expect(await report()).not.toHaveProperty('storeTrouble');
    expect(textOf(await world.type('/quiz'))).not.toContain('Something broke');
    await world.close();
  });
});

/** The next pages are needed at once, as they are on a disk, and not when those that are there are full. */
async function needRoom(db: Db): Promise<void> {
  await sql`create table ballast (bytes)`.execute(db);
  await sql`create trigger room before insert on requests begin insert into ballast values (zeroblob(9000)); end`.execute(
    db,
  );
}

describe('/readyz', () => {
  it('writes at most once in two seconds, however often it is asked, also while that fails', async () => {
    const memory = await openMemoryStore();
    let tries = 0;
    let isBroken = false;
    const tryWrite = async (at: number) => {
      tries += 1;
      if (isBroken) throw new Error('disk I/O error');
      await memory.tryWrite(at);
    };
    const { clock, report } = await healthOf({ ...memory, tryWrite });
    for (let second = 0; second < 60; second += 1) {
      await Promise.all([report(), report(), report()]);
      await clock.advance(1_000);
    }
    expect(tries).toBe(30);
    isBroken = true;
    await clock.advance(2_000);
    for (const _ of [1, 2, 3]) expect(await report()).toMatchObject({ status: 'not-ready', store: false });
    expect(await report()).not.toHaveProperty('storeTrouble');
    expect(tries).toBe(31);
    isBroken = false;
    await clock.advance(2_000);
    expect(await report()).toMatchObject({ status: 'ready', store: true });
  });

  it('says within two seconds that a store is away that does not answer', async () => {
    const memory = await openMemoryStore();
    const { clock, report } = await healthOf({ ...memory, tryWrite: () => new Promise(() => undefined) });
    const said = report();
    await clock.advance(2_000);
    expect(await said).toMatchObject({ status: 'not-ready', store: false, storeTrouble: 'away' });
  });

  it('says of a SQLite file that another program holds it', async () => {
    const file = await freshFile();
    const store = await openStore(file);
    const { clock, report } = await healthOf(store);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    expect(await report()).toMatchObject({ store: false, storeTrouble: 'locked' });
    other.exec('rollback');
    other.close();
    await clock.advance(2_000);
    expect(await report()).toMatchObject({ store: true });
    await store.close();
  });

  const server = sharedPostgres();

  it('says of a PostgreSQL that it can only be read, and that it is away', async () => {
    const url = await server.createDatabase();
    const name = new URL(url).pathname.slice(1);
    const store = await openStore(url);
    const { clock, report } = await healthOf(store);
    const later = async () => {
      await clock.advance(2_000);
      return report();
    };
    expect(await report()).toMatchObject({ status: 'ready', store: true });
    const admin = new Client({ connectionString: server.url('postgres') });
    await admin.connect();
    const cut = () =>
      admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await admin.query(`alter database ${name} set default_transaction_read_only = on`);
    await cut();
    await expect.poll(later).toMatchObject({ status: 'not-ready', store: false, storeTrouble: 'read-only' });
    await admin.query(`alter database ${name} with allow_connections false`);
    await cut();
    await expect.poll(later).toMatchObject({ store: false });
    await admin.query(`alter database ${name} with allow_connections true`);
    await admin.query(`alter database ${name} reset default_transaction_read_only`);
    await cut();
    await expect.poll(later).toMatchObject({ status: 'ready', store: true });
    await admin.end();
    await store.close();
  });
});
