/** Who may not use a PostgreSQL, and why, is told in a sentence of its own; what may pass by itself is waited for. */
import { randomUUID } from 'node:crypto';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/postgres/address.ts';
import { refusalOf } from '../../src/postgres/refusals.ts';
import { openSharedQueue } from '../../src/queue/shared.ts';
import { checkStore } from '../../src/store/check.ts';
import { look } from '../../src/store/look.ts';
import { migrations } from '../../src/store/migrations/list.ts';
import { openBotStore, openStore } from '../../src/store/open.ts';
import { postgresDialect } from '../../src/store/postgres.ts';
import { systemClock } from '../../src/system.ts';
import { TEST } from '../contracts/queue.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createRecordingLogger } from '../fakes/logger.ts';
import { cuttingFront } from '../fakes/postgres-fronts.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';
import { daily } from './contract/samples.ts';

const server = sharedPostgres();

async function query(statement: string, url = server.url('postgres')): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const changed = (url: string, change: (address: URL) => void): string => {
  const address = new URL(url);
  change(address);
  return address.href;
};

const failure = async (url: string): Promise<string> =>
  openStore(url).then(
    () => 'opened',
    (error: unknown) => String(error),
  );

describe('a refused connection', () => {
  it.each<[string, () => Promise<string> | string, string]>([
    [
      'wrong password',
      () =>
        changed(server.url('postgres'), (url) => {
          url.password = 'wrong';
        }),
      'Check the user and the password',
    ],
    [
      'no password',
      () =>
        changed(server.url('postgres'), (url) => {
          url.password = '';
        }),
      'It wants a password, and none was given',
    ],
    [
      'unknown user',
      () =>
        changed(server.url('postgres'), (url) => {
          url.username = 'nobody';
        }),
      'Check the user and the password',
    ],
    ['unknown database', () => server.url('no-such-database'), 'Make the database, or check its name'],
    ['unknown host', () => 'postgres://me:secret@no-such-host.invalid/x', 'the host'],
    ['refused port', () => 'postgres://me:secret@127.0.0.1:1/x', 'Nothing listens at that host and port'],
    ['missing socket', () => 'postgres://me:secret@/x?host=/no/such/folder', 'There is no such file'],
    ['no TLS there', () => `${server.url('postgres')}?sslmode=require`, 'It speaks no TLS'],
    [
      'missing CA file',
      () => `${server.url('postgres')}?sslmode=verify-full&sslrootcert=/no/such/ca.pem`,
      'There is no such file',
    ],
    [
      'malformed address',
      () => 'postgres://me:secret@[/x',
      'does not look like postgres://user:password@host:5432/database',
    ],
    [
      'several hosts',
      () => 'postgres://me:secret@one:5432,two:5432/x?target_session_attrs=read-write',
      'names several hosts',
    ],
  ])('for %s says what to do', async (_, address, sentence) => {
    const said = await failure(await address());
    expect(said).toContain(sentence);
    expect(said).not.toContain('secret');
  });

  it('for a database that is not in UTF-8 says how to make one', async () => {
    const name = `latin_${randomUUID().slice(0, 8)}`;
    await query(`create database ${name} encoding 'LATIN1' locale 'C' template template0`);
    expect(await failure(server.url(name))).toContain('is encoded in LATIN1');
  });

  it('for a user who may not make tables says which right is missing', async () => {
    const url = await server.createDatabase();
    const user = `weak_${randomUUID().slice(0, 8)}`;
    await query(`create user ${user} password 'weak-word'`);
    const theirs = changed(url, (address) => {
      address.username = user;
      address.password = 'weak-word';
    });
    expect(await failure(theirs)).toContain('grant it create on the schema');
    await expect(checkStore(theirs)).rejects.toThrow('may not make tables there');
  });

  it.each([
    [
      Object.assign(new Error('sorry, too many clients already'), { code: '53300' }),
      'All its connections',
      true,
    ],
    [
      Object.assign(new Error('the database system is starting up'), { code: '57P03' }),
      'starting or stopping',
      true,
    ],
    [new Error('timeout expired'), 'It did not answer', true],
    [
      Object.assign(new Error('self-signed certificate'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }),
      'sslrootcert=FILE',
      false,
    ],
    [
      Object.assign(new Error('altnames'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
      'for another name',
      false,
    ],
    [Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' }), 'is over', false],
    [
      new Error('no pg_hba.conf entry for host "10.0.0.1", user "me", no encryption'),
      'with TLS alone',
      false,
    ],
    [new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' })]), 'Nothing listens', true],
  ])('that cannot be made here (%s) has its sentence too', (error, sentence, mayPass) => {
    expect(refusalOf(error)).toEqual({ help: expect.stringContaining(sentence), mayPass });
  });
});

describe('a database that is away at the start', () => {
  const rewriting = { begins: () => undefined, done: () => undefined, failed: () => undefined };
  const start = (url: string) => {
    const clock = createFakeClock('2026-11-23T08:00:00Z');
    const away = Promise.withResolvers<string>();
    const waiting = { clock, onAway: ({ message }: Error) => away.resolve(message) };
    let outcome: unknown;
    const opening = openBotStore(url, { onWait: () => undefined, rewriting, waiting }).then(
      (store) => {
        outcome = 'open';
        return store.close();
      },
      (error: unknown) => {
        outcome = String(error);
      },
    );
    return {
      away: away.promise,
      opening,
      later: () =>
        expect.poll(async () => {
          await clock.advance(1_000);
          return outcome;
        }),
    };
  };

  it('is waited for, until it is there', async () => {
    const url = await server.createDatabase();
    const name = new URL(url).pathname.slice(1);
    await query(`alter database ${name} allow_connections false`);
    const { away, later, opening } = start(url);
    expect(await away).toContain('It takes no connections now');
    await query(`alter database ${name} allow_connections true`);
    await later().toBe('open');
    await opening;
  });

  it.each(['show server_encoding', 'pg_stat_activity'])(
    'is waited for as well where it is cut off in the middle of the start, at %s',
    async (question) => {
      const url = await server.createDatabase();
      const front = await cuttingFront(url, question);
      const { away, later, opening } = start(front.through(url));
      expect(await away).toContain('It hung up');
      await later().toContain('It hung up');
      await opening;
      await front.close();
    },
  );

  it('is given up after a minute', async () => {
    const { away, later, opening } = start('postgres://me:secret@127.0.0.1:1/x');
    await away;
    await later().toContain('Nothing listens at that host and port');
    await opening;
  });
});

describe('a database on which an older release runs', () => {
  it('is left as it is, and says what to stop; then it is brought up to date', async () => {
    const url = await server.createDatabase();
    const db = new Kysely({ dialect: await postgresDialect(url) });
    const before = Object.keys(migrations).at(-2) ?? '';
    await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(before);
    await db.destroy();
    // What this release sees of a process of the one before is its queue.
    const older = await openSharedQueue({
      ...{ url, platforms: [TEST], clock: systemClock, logger: createRecordingLogger() },
    });
    expect(await failure(url)).toContain('An older release runs on this database');
    expect(await checkStore(url)).toContain('of an older release');
    await older.stop();
    await expect.poll(() => failure(url)).toBe('opened');
    expect(await checkStore(url)).toContain('of this release');
  });
});

describe('two bots in two schemas of one database', () => {
  it('do not see each other, nor the tables of a third', async () => {
    const url = await server.createDatabase();
    const [one, two] = [`${url}?schema=bot_one`, `${url}?schema=bot_two`];
    const [first, second] = [await openStore(one), await openStore(two)];
    await first.saveDaily(daily());
    expect(await second.findDailyById(daily().id)).toBeUndefined();
    await query('create schema another; create table another.kysely_migration (name text)', url);
    const third = await openStore(url);
    expect(await third.findDailyById(daily().id)).toBeUndefined();
    const queues = await Promise.all(
      [one, two, url].map((each) =>
        openSharedQueue({
          ...{ url: each, platforms: [TEST], clock: systemClock, logger: createRecordingLogger() },
        }),
      ),
    );
    expect(await look(one)).toMatchObject({
      age: 'this',
      bot: expect.stringMatching(/^a bot at 127\.0\.0\.1$/),
    });
    expect(await look(`${url}?schema=bot_three`)).toMatchObject({ age: 'new', bot: undefined });
    const done: string[] = [];
    for (const [at, queue] of queues.entries())
      queue.start(async (job) => void done.push(`${at} ${JSON.stringify(job)}`));
    queues[0]?.enqueue({ do: 'run-daily', platform: TEST, daily: 'of-one' }, 0);
    queues[1]?.enqueue({ do: 'run-daily', platform: TEST, daily: 'of-two' }, 0);
    await expect.poll(() => done.length).toBe(2);
    expect(done.toSorted().map((line) => line.replace(/^(\d).*of-(\w+).*$/, '$1 $2'))).toEqual([
      '0 one',
      '1 two',
    ]);
    await Promise.all([...queues.map((queue) => queue.stop()), first.close(), second.close(), third.close()]);
  });
});

describe('an address', () => {
  it.each([
    ['postgres://me:word@/x?host=/tmp', 'postgres://me:word@localhost/x?host=/tmp'],
    ['postgres:///x?host=/tmp&user=me', 'postgres:///x?host=/tmp&user=me'],
    ['postgres://me:word@%2Ftmp/x', 'postgres://me:word@%2Ftmp/x'],
    ['postgres://me:word@host/x?sslmode=require', 'postgres://me:word@host/x?sslmode=verify-full'],
    ['postgres://me:word@host/x?sslmode=no-verify', 'postgres://me:word@host/x?sslmode=no-verify'],
  ])('%s is taken as %s', (given, url) => {
    const read = readAddress(given);
    expect(read).toEqual({ ok: true, url: expect.anything() });
    if (read.ok) expect(decodeURIComponent(read.url)).toBe(decodeURIComponent(url));
  });

  it.each([
    ['postgres://me:word@/x', 'names no host'],
    ['postgres://me:word@/x?host=/a,/b', 'names several hosts'],
    ['postgres://me:word@host/x?target_session_attrs=any', 'target_session_attrs'],
    ['postgres://me:word@host/x?options=-csearch_path%3Da', 'write schema=NAME instead'],
    ['postgres://me:word@host/x?schema=a-b', 'small letters'],
    ['mysql://me:word@host/x', 'does not look like'],
  ])('%s is refused with a sentence', (given, problem) => {
    expect(readAddress(given)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
  });
});
