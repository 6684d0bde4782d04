/** The program on PostgreSQL, as an operator meets it. */
import { readdir } from 'node:fs/promises';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { SMALL, withLock } from './authoring/format/small-pack.ts';
import { packsForEachTest } from './fakes/packs-on-disk.ts';
import { sharedPostgres } from './fakes/shared-postgres.ts';
import { programsForEachTest, ready, readyz } from './program.ts';

const own = programsForEachTest();
const { run } = own;
const disk = packsForEachTest();
const harbour = withLock(SMALL);

describe('the program on PostgreSQL', () => {
  const server = sharedPostgres();

  it('runs as often as wanted on one database, keeps no file, and each ends with 0 when told to', async () => {
    const url = await server.createDatabase();
    const programs = ['a', 'b', 'c'].map(() => run({ DATABASE_URL: url, LOG_LEVEL: 'debug' }));
    const addresses = await Promise.all(programs.map(({ printed }) => printed(ready)));
    expect(new Set(addresses).size).toBe(3);
    for (const { child } of programs) child.kill('SIGTERM');
    for (const { code, output } of await Promise.all(programs.map(({ exited }) => exited))) {
      expect(code).toBe(0);
      expect(output).not.toContain(new URL(url).password);
    }
    expect(await readdir(own.folder)).toEqual([]);
  });

  it('lives on while the database cuts its connections, and says nothing of the password', async () => {
    const url = await server.createDatabase();
    const { child, exited, printed } = run({ DATABASE_URL: url });
    const address = await printed(ready);
    await cutConnections(url);
    await printed(/(queue-trouble)/);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    const { code, output } = await exited;
    expect(code).toBe(0);
    expect(output).not.toContain(new URL(url).password);
  });

  it('is not ready while the database takes nobody, and says so', async () => {
    const url = await server.createDatabase();
    const name = new URL(url).pathname.slice(1);
    const { printed } = run({ DATABASE_URL: url });
    const address = await printed(ready);
    expect(await printed(/"store":"([^"]*)"/)).toBe(`postgres ${new URL(url).host}/${name}`);
    expect((await readyz(address)).status).toBe(200);
    await query(server.url('postgres'), `alter database ${name} allow_connections false`);
    await cutConnections(server.url('postgres'), name);
    expect(await readyz(address)).toMatchObject({ status: 503, report: { store: false, queue: false } });
    await query(server.url('postgres'), `alter database ${name} allow_connections true`);
    await expect.poll(async () => (await readyz(address)).status).toBe(200);
  });

  it('reads packs again in each process that is told to, and says in each which ones it has', async () => {
    await disk.put(harbour);
    const settings = { DATABASE_URL: await server.createDatabase(), DATA_PATH: disk.root };
    const programs = [run(settings), run(settings)];
    const versions = () =>
      Promise.all(
        programs.map(async ({ printed }) => {
          const told = await (await fetch(`${await printed(ready)}/healthz`)).json();
          return told.version as string;
        }),
      );
    const [before, same] = await versions();
    expect(same).toBe(before);
    await disk.put({ ...harbour, 'pack.yaml': 'format: 1\ntitle: The island\n' }, 'island');
    for (const [at, { child, printed }] of programs.entries()) {
      child.kill('SIGHUP');
      await printed(/("event":"packs-reloaded")/);
      const [first, second] = await versions();
      expect(first).not.toBe(before);
      expect(second === first).toBe(at === 1);
    }
  });

  it('waits where no database answers, names it without the password, and ends with 0 when told to', async () => {
    const { child, exited, printed } = run({ DATABASE_URL: 'postgres://me:hidden-word@127.0.0.1:1/x' });
    await printed(/(It is tried again for a minute)/);
    child.kill('SIGTERM');
    const { code, output } = await exited;
    expect(code).toBe(0);
    expect(output).toContain('PostgreSQL at 127.0.0.1:1/x cannot be used');
    expect(output).toContain('database-awaited');
    expect(output).not.toContain('hidden-word');
  });

  it('does not wait for what needs a person', async () => {
    const address = new URL(server.url('postgres'));
    address.password = 'hidden-word';
    const { code, output } = await run({ DATABASE_URL: address.href }).exited;
    expect(code).toBe(1);
    expect(output).toContain('Check the user and the password');
    expect(output).not.toContain('hidden-word');
  });

  it('checks the database, and leaves it as it is', async () => {
    const url = await server.createDatabase();
    const { code, output } = await run({ DATABASE_URL: url }, '--check').exited;
    expect(code).toBe(0);
    expect(output).toContain('empty: the first start makes its tables');
    const again = await run({ DATABASE_URL: url }, '--check').exited;
    expect(again.output).toContain('empty: the first start makes its tables');
    const wrong = await run({ DATABASE_URL: 'postgres://me:hidden-word@127.0.0.1:1/x' }, '--check').exited;
    expect(wrong.code).toBe(1);
    expect(wrong.output).toContain('Nothing listens at that host and port');
    expect(wrong.output).not.toContain('hidden-word');
  });
});

const cutConnections = (url: string, name = new URL(url).pathname.slice(1)) =>
  query(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
  );

async function query(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
