import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { openStore } from '../../src/store/open.ts';
import { storeContract } from '../contracts/store.ts';
import { type PostgresServer, startPostgres } from '../fakes/postgres.ts';
import { ana, answer, channel, crowd, daily, delivery, NOON, startRound } from './contract/samples.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 120_000);
afterAll(() => server.stop(), 60_000);

/** One database, emptied before each test: a hundred databases would cost a hundred times the disk. */
let emptied: string | undefined;
storeContract('PostgreSQL', async () => {
  emptied ??= await server.createDatabase();
  await query(emptied, 'drop schema public cascade; create schema public');
  return openStore(emptied);
});

describe('two processes on one PostgreSQL', () => {
  const both = async (run: (first: Store, second: Store, url: string) => Promise<void>) => {
    const url = await server.createDatabase();
    const [first, second] = await Promise.all([openStore(url), openStore(url)]);
    await run(first, second, url);
    await Promise.all([first.close(), second.close()]);
  };

  it('start at the same time on an empty database', async () => {
    const url = await server.createDatabase();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(url)));
    await stores[0]?.saveDaily(daily());
    expect(await stores[5]?.findDaily(channel)).toEqual(daily());
    await Promise.all(stores.map((store) => store.close()));
  });

  it('post a daily once between them', () =>
    both(async (first, second) => {
      const claim = (at: number) =>
        (at % 2 ? first : second).claimDelivery(delivery({ id: `delivery-${at}` }));
      const claims = await Promise.all(Array.from({ length: 20 }, (_, at) => claim(at)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    }));

  it('lose no answer that one of them confirmed while the other closes the round', () =>
    both(async (first, second) => {
      for (let game = 0; game < 20; game += 1) {
        const round = `round-${game}`;
        await startRound(first, round);
        const presses = crowd.map((player) => first.recordAnswer(answer({ round, player })));
        const atClose = second.closeRound(round, NOON + 2).then(() => second.answersOf(round));
        const locked = (await Promise.all(presses)).filter(({ status }) => status === 'locked');
        expect(await atClose).toHaveLength(locked.length);
        expect(await first.answersOf(round)).toEqual(await atClose);
      }
    }));

  it('lock in one answer of a person who presses in both', () =>
    both(async (first, second) => {
      await startRound(first, 'round');
      const presses = crowd.map((_, at) => (at % 2 ? first : second).recordAnswer(answer({ player: ana })));
      const statuses = (await Promise.all(presses)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 'locked')).toHaveLength(1);
    }));

  it('show a place different things', () =>
    both(async (first, second) => {
      const facts = crowd.map((_, at) => `fact-${at}`);
      const take = (at: number) => (at % 2 ? first : second).takeUnseen(channel, 'fact', facts, NOON);
      const taken = await Promise.all(facts.map((_, at) => take(at)));
      expect(new Set(taken).size).toBe(facts.length);
    }));

  it('go on after the server has cut their connections', () =>
    both(async (first, second, url) => {
      await first.saveDaily(daily());
      const operator = new Client({ connectionString: url });
      await operator.connect();
      await operator.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'receipts'`,
      );
      await operator.end();
      await expect.poll(() => first.findDaily(channel).catch(() => undefined)).toEqual(daily());
      await expect.poll(() => second.findDaily(channel).catch(() => undefined)).toEqual(daily());
    }));
});

describe('a PostgreSQL address', () => {
  it('is refused where a newer release has written the database', async () => {
    const url = await server.createDatabase();
    await (await openStore(url)).close();
    await query(url, `insert into kysely_migration values ('0099-later', '2030-01-01T00:00:00.000Z')`);
    await expect(openStore(url)).rejects.toThrow(/newer release.*0099-later/);
  });

  it('is named without its password where nothing answers there, or no such database exists', async () => {
    const failure = async (url: string) => String(await openStore(url).catch((error: unknown) => error));
    const missing = await failure(server.url('no-such-database'));
    expect(missing).toMatch(
      /PostgreSQL at 127\.0\.0\.1:\d+\/no-such-database cannot be used \(.*does not exist/,
    );
    expect(missing).not.toContain(new URL(server.url('x')).password);
    expect(await failure('postgres://me:secret@127.0.0.1:1/x')).toMatch(
      /127\.0\.0\.1:1\/x cannot be used \(.*ECONNREFUSED/,
    );
    expect(await failure('postgres://me:secret@[/x')).toMatch(/cannot be read/);
  });

  it('may begin with postgresql:// too', async () => {
    const store = await openStore((await server.createDatabase()).replace('postgres:', 'postgresql:'));
    expect(await store.findQuiz('quiz')).toBeUndefined();
    await store.close();
  });
});

async function query(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
