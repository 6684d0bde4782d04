/** A connection that goes silent without closing, as behind a firewall that forgets it. */
import { Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { connectionLimits } from '../../src/postgres/connections.ts';
import { postgresDialect } from '../../src/store/postgres.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';
import { throughSilentLine } from '../fakes/silent-line.ts';

const server = sharedPostgres();

const open = async (url: string) =>
  new Kysely<Record<never, never>>({ dialect: await postgresDialect(url, connectionLimits(500)) });

it('fails the query after a while, and those after it have a connection that works', async () => {
  const line = await throughSilentLine(await server.createDatabase());
  const db = await open(line.url);
  const ask = () => sql`select 1 as one`.execute(db);
  await ask();
  line.silence();
  await expect(ask()).rejects.toThrow();
  const again = () =>
    ask().then(
      ({ rows }) => rows,
      () => undefined,
    );
  await expect.poll(again).toEqual([{ one: 1 }]);
  await db.destroy();
  line.close();
});

it('leaves nothing waiting in the server for a lock that somebody holds', async () => {
  const url = await server.createDatabase();
  const holder = new Client({ connectionString: url });
  await holder.connect();
  for (const statement of ['create table held (one int)', 'begin', 'lock table held'])
    await holder.query(statement);
  const db = await open(url);
  await expect(sql`select * from held`.execute(db)).rejects.toThrow('lock timeout');
  const { rows } = await holder.query(
    `select count(*)::int as waiting from pg_stat_activity where application_name = 'receipts' and wait_event_type = 'Lock'`,
  );
  expect(rows).toEqual([{ waiting: 0 }]);
  await db.destroy();
  await holder.end();
});

it('is set up by statements, so that a pooler that takes no parameters at the start can stand in between', async () => {
  const db = await open(await server.createDatabase());
  const { rows } = await sql`
    select name, setting, source from pg_settings
    where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')
    order by name`.execute(db);
  expect(rows).toEqual([
    { name: 'idle_in_transaction_session_timeout', setting: '30000', source: 'session' },
    { name: 'lock_timeout', setting: '400', source: 'session' },
    { name: 'statement_timeout', setting: '450', source: 'session' },
  ]);
  await db.destroy();
});
