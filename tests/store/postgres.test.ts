import { Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { say } from '../../src/core/cards/card.ts';
import { cardToText } from '../../src/core/cards/card-text.ts';
import { runDaily } from '../../src/core/daily/run-daily.ts';
import type { Store } from '../../src/core/ports/store.ts';
import { drawUnseen } from '../../src/core/quiz/draw.ts';
import { runJob } from '../../src/core/work.ts';
import { openStore } from '../../src/store/open.ts';
import { postgresDialect } from '../../src/store/postgres.ts';
import { createStore } from '../../src/store/store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { storeContract } from '../contracts/store.ts';
import { busyHarbour } from '../core/quiz/harbour.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';
import { createWorld, tokensOf } from '../fakes/world.ts';
import {
  ana,
  answer,
  channel,
  crowd,
  daily,
  delivery,
  NOON,
  startRound,
  takeUnseen,
} from './contract/samples.ts';

const server = sharedPostgres();

/** Emptied before each test: a database or only its tables for each would write a gigabyte and take minutes. */
let emptied: string | undefined;
storeContract('PostgreSQL', async () => {
  emptied ??= await migratedDatabase();
  const db = new Kysely<Tables>({ dialect: await postgresDialect(emptied) });
  await sql.raw(EMPTY_ALL_TABLES).execute(db);
  return createStore(db);
});

async function migratedDatabase(): Promise<string> {
  const url = await server.createDatabase();
  await (await openStore(url)).close();
  return url;
}

/** All but the notes of the migrator, in any order: what refers to what is not checked meanwhile. */
const EMPTY_ALL_TABLES = `do $$
  declare name text;
  begin
    set local session_replication_role = replica;
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
      execute format('delete from %I', name);
    end loop;
  end $$`;

describe('two processes on one PostgreSQL', () => {
  const both = async (run: (first: Store, second: Store, url: string) => Promise<void>) => {
    const url = await server.createDatabase();
    const [first, second] = await Promise.all([openStore(url), openStore(url)]);
    try {
      await run(first, second, url);
    } finally {
      await Promise.all([first.close(), second.close()]);
    }
  };

  it('start at the same time on an empty database', async () => {
    const url = await server.createDatabase();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(url)));
    await stores[0]?.saveDaily(daily());
    expect(await stores[5]?.findDaily(channel)).toEqual(daily());
    await Promise.all(stores.map((store) => store.close()));
  });

  it('wait for another that migrates, as long as it takes, and say so', async () => {
    const url = await server.createDatabase();
    const migrating = new Client({ connectionString: url });
    await migrating.connect();
    await migrating.query('select pg_advisory_lock(3853314791062309107)');
    const said = Promise.withResolvers<void>();
    const opening = openStore(url, said.resolve);
    await said.promise;
    await migrating.query('select pg_advisory_unlock(3853314791062309107)');
    const store = await opening;
    expect(await store.findQuiz('quiz')).toBeUndefined();
    await store.close();
    await migrating.end();
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

  it('ask a quiz’s next question once, where its time is up in one as somebody presses for it in the other', () =>
    both(async (store, second) => {
      const world = await createWorld({ store });
      const { clock, platform } = world;
      const other = await createWorld({ store: second, clock, platform, seed: 2 });
      await world.type('/quiz 2');
      const [reveal] = tokensOf(platform.shown[0]?.card ?? say('neutral', '')).filter(
        (token) => token.do === 'reveal',
      );
      await world.press(reveal ?? '');
      const [quiz] = await store.openQuizzes();
      const next = { quiz: quiz?.id ?? '', number: 2 };
      await Promise.all([
        runJob(world.services, { do: 'ask-next', ...next }),
        other.press({ do: 'go-on', ...next }),
      ]);
      expect(platform.shown.map(({ card }) => cardToText(card).split('\n')[0])).toEqual([
        'a player’s quiz · question 1 of 2',
        'a player’s quiz · question 2 of 2',
      ]);
      expect(await store.roundsOfQuiz(next.quiz)).toHaveLength(2);
      await Promise.all([world.services.queue.stop(), other.services.queue.stop()]);
    }));

  it('plan a daily between them: one list, in which nothing stands that was skipped or drawn meanwhile', () =>
    both(async (store, second) => {
      const library = busyHarbour(20);
      const world = await createWorld({ store, library });
      const { clock, platform, place } = world;
      const other = await createWorld({ store: second, library, clock, platform, seed: 2 });
      const mod = { user: 'mod', manages: true };
      await world.type('/daily set 09:00 UTC reveal: 1', mod);
      const lists = await Promise.all([world, other].map((one) => one.type('/daily next 7', mod)));
      const [tokens = [], same] = lists.map(({ card }) => tokensOf(card));
      expect(same).toEqual(tokens);
      const planned = await store.planOf(place);
      expect(new Set(planned).size).toBe(7);
      const [skipFirst = '', skipSecond = '', ...more] = tokens;
      const all = [...world.library.questions.values()];
      const drawn = await Promise.all([
        world.press(skipFirst, mod),
        other.press(skipFirst, mod),
        other.press(skipSecond, mod),
        world.press(more.at(-1) ?? '', mod),
        ...[world, other, world, other].map(({ services }) => drawUnseen(services, place, all)),
      ]);
      const taken = drawn.flatMap((one) => (one && 'prompt' in one ? [one.id] : []));
      expect(new Set(taken).size).toBe(4);
      const skipped = planned.slice(0, 2);
      expect((await store.settingsOf(place)).questions.toSorted()).toEqual(skipped.toSorted());
      const left = await second.planOf(place);
      expect(left.toSorted()).toEqual(expect.arrayContaining(planned.slice(2)));
      for (const id of [...skipped, ...taken]) expect(left).not.toContain(id);
      for (const { services } of [other, world, other]) {
        const daily = await store.findDaily(place);
        clock.jumpTo(daily?.nextRun ?? 0);
        await runDaily(services, daily?.id ?? '');
      }
      const asked = await store.dailiesAsked(place, 9);
      expect(asked.map(({ questionId }) => questionId).toReversed()).toEqual(left.slice(0, 3));
      await Promise.all([world.services.queue.stop(), other.services.queue.stop()]);
    }));

  it('show a place different things', () =>
    both(async (first, second) => {
      const facts = crowd.map((_, at) => `fact-${at}`);
      const take = (at: number) => takeUnseen(at % 2 ? first : second, channel, facts);
      const taken = await Promise.all(facts.map((_, at) => take(at)));
      expect(new Set(taken).size).toBe(facts.length);
    }));

  it('go on after the server has cut their connections, idle or in the middle of a transaction', () =>
    both(async (first, second, url) => {
      await startRound(first, 'round');
      const answers = crowd.flatMap((player) => [first, second].map((store) => ({ store, player })));
      const work = answers.map(({ store, player }) => store.recordAnswer(answer({ player })));
      const settled = Promise.allSettled(work);
      await query(url, CUT_CONNECTIONS);
      await settled;
      await query(url, CUT_CONNECTIONS);
      for (const store of [first, second])
        await expect.poll(() => store.recordAnswer(answer()).catch(() => undefined)).toBeDefined();
      expect(await first.answersOf('round')).toEqual(await second.answersOf('round'));
    }));
});

const CUT_CONNECTIONS = `select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = 'receipts' and datname = current_database()`;

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
    expect(await failure('postgres://me:secret@[/x')).toMatch(/does not look like postgres/);
  });

  it('is refused with what to do about it', async () => {
    const failure = async (url: string) => String(await openStore(url).catch((error: unknown) => error));
    const address = new URL(server.url('no-such-database'));
    expect(await failure(address.href)).toContain('Make the database');
    expect(await failure('postgres://me:secret@127.0.0.1:1/x')).toContain('that the server runs');
    expect(await failure(`${await server.createDatabase()}?sslmode=no-verify`)).toContain('It speaks no TLS');
    address.password = 'wrong';
    expect(await failure(address.href)).toContain('Check the user and the password');
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
