/** Moving from a file to PostgreSQL, as an operator who outgrows one machine does it. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/ports/store.ts';
import { copyDatabase } from '../../src/store/copy.ts';
import { openStore } from '../../src/store/open.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';
import { runCli } from '../program.ts';
import {
  allTime,
  ana,
  answer,
  ben,
  channel,
  cleo,
  crowd,
  daily,
  delivery,
  NOON,
  ODD_TEXTS,
  playRound,
  round,
  secondChannel,
  startRound,
  takeUnseen,
} from './contract/samples.ts';

const server = sharedPostgres();
let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipts-copy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const freshFile = (): string => {
  files += 1;
  return join(folder, `store-${files}.sqlite`);
};

describe('copying a database', () => {
  it('brings everything over, however it is written, and counts it', async () => {
    const [file, url] = [freshFile(), await server.createDatabase()];
    const before = await filled(file);
    const copied = await copyDatabase(file, url);
    expect(Object.fromEntries(copied.map(({ table, rows }) => [table, rows]))).toEqual({
      ...{ quizzes: 66, dailies: 2, deliveries: 1, rounds: 62, answers: 1_201, standings: 120, ranks: 366 },
      ...{ answer_marks: 1, question_counts: 1, shelves: 3, seen: 10 },
      ...{ plans: 1, settings: 1, left_out: 1 },
      ...{ transcript: 3, requests: 1, installations: 0, hidden: 0, left_workspaces: 0, chores: 0 },
    });
    const after = await openStore(url);
    expect(await everythingIn(after)).toEqual(before);
    expect(await after.recordAnswer(answer({ round: 'open', player: ben }))).toEqual({
      status: 'already',
      option: 1,
    });
    expect(await after.recordAnswer(answer({ round: 'open', player: cleo }))).toEqual({ status: 'deleted' });
    await after.close();
  });

  it('goes back to a file in the same way, with nothing changed on the round trip', async () => {
    const [file, url, back] = [freshFile(), await server.createDatabase(), freshFile()];
    const before = await filled(file);
    await copyDatabase(file, url);
    await copyDatabase(url, back);
    const after = await openStore(back);
    expect(await everythingIn(after)).toEqual(before);
    await after.close();
    expect(rowsOf(back)).toEqual(rowsOf(file));
  });

  it('leaves a target alone that holds anything, and says what is in it', async () => {
    const [file, url] = [freshFile(), await server.createDatabase()];
    await filled(file);
    const store = await openStore(url);
    await store.saveDaily(daily({ topic: 'already here' }));
    await expect(copyDatabase(file, url)).rejects.toThrow(/not empty: its table dailies has 1 rows/);
    expect(await store.findDaily(channel)).toMatchObject({ topic: 'already here' });
    expect(await store.findQuiz('quiz-of-open')).toBeUndefined();
    await store.close();
  });

  it('does not make a source that is not there, nor touch the target', async () => {
    const url = await server.createDatabase();
    const missing = join(folder, 'no-such', 'receipts.sqlite');
    await expect(copyDatabase(missing, url)).rejects.toThrow(/There is no database .*no-such/);
    expect(existsSync(missing)).toBe(false);
    expect(await tablesIn(url)).toEqual([]);
  });

  it.each(['source', 'target'] as const)('refuses a %s of a newer release', async (which) => {
    const [file, url] = [freshFile(), await server.createDatabase()];
    await filled(file);
    await (await openStore(url)).close();
    const later = `insert into kysely_migration values ('0099-later', '2030-01-01T00:00:00.000Z')`;
    if (which === 'source') write(file, later);
    else await query(url, later);
    await expect(copyDatabase(file, url)).rejects.toThrow(/newer release.*0099-later/);
    expect((await query(url, 'select count(*)::int as rows from dailies')).rows).toEqual([{ rows: 0 }]);
  });

  it('leaves nothing half-copied where it fails in the middle, and works once that is put right', async () => {
    const [file, url] = [freshFile(), await server.createDatabase()];
    const before = await filled(file);
    await (await openStore(url)).close();
    await query(url, `alter table transcript add constraint no_cards check (card = '')`);
    await expect(copyDatabase(file, url)).rejects.toThrow(/no_cards/);
    expect((await query(url, 'select count(*)::int as rows from answers')).rows).toEqual([{ rows: 0 }]);
    await query(url, 'alter table transcript drop constraint no_cards');
    await copyDatabase(file, url);
    const after = await openStore(url);
    expect(await everythingIn(after)).toEqual(before);
    await after.close();
  });
});

describe('npm run db:copy', () => {
  it('prints what it copied, counted, and what to do next', async () => {
    const [file, url] = [freshFile(), await server.createDatabase()];
    await filled(file);
    const { code, out } = await run([file, 'DATABASE_URL'], { DATABASE_URL: url });
    expect(code).toBe(0);
    expect(out).toContain('answers: 1201\n');
    expect(out).toMatch(/set DATABASE_URL .* in \.env and start the bot/);
    expect(out).not.toContain(new URL(url).password);
  });

  it('says what is wrong without the password, and fails', async () => {
    const env = { OTHER: 'postgres://me:secret-word@127.0.0.1:1/x' };
    const refused = await run([freshFile(), 'OTHER'], env);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('There is no database');
    const file = freshFile();
    await filled(file);
    const unreachable = await run([file, 'OTHER'], env);
    expect(unreachable.code).toBe(1);
    expect(unreachable.err).toContain('127.0.0.1:1/x cannot be used');
    expect(unreachable.out + unreachable.err).not.toContain('secret-word');
  });

  it.each([
    'postgres://me:secret-word@127.0.0.1/x',
    'postgresql://me:secret/word@127.0.0.1/x',
    'postgres:///x?host=/run&password=secret-word',
  ])(
    'takes no password on its line, where others could read it, and says what to do instead: %s',
    async (url) => {
      const file = freshFile();
      for (const line of [
        [file, url],
        [url, file],
      ]) {
        const { code, err, out } = await run(line);
        expect(code).toBe(1);
        expect(err).toContain('npm run -s db:copy -- .receipts/receipts.sqlite DATABASE_URL');
        expect(err + out).not.toContain('secret');
      }
      expect(existsSync(file)).toBe(false);
    },
  );

  it('takes an address without a password, which then is where PostgreSQL looks for it', async () => {
    const [file, url] = [freshFile(), new URL(await server.createDatabase())];
    await filled(file);
    const PGPASSWORD = decodeURIComponent(url.password);
    url.password = '';
    const { code, out } = await run([file, url.href], { PGPASSWORD });
    expect(out).toContain('answers: 1201\n');
    expect(code).toBe(0);
  });

  it('explains itself where it is not told from where to where, or by the name of a setting that is empty', async () => {
    const { code, err } = await run([]);
    expect(code).toBe(1);
    expect(err).toContain('npm run -s db:copy -- ');
    const empty = await run([freshFile(), 'DATABASE_URL'], { DATABASE_URL: '' });
    expect(empty).toMatchObject({ code: 1, err: expect.stringContaining('DATABASE_URL is not set') });
  });
});

/** A store with something in every table, more than one batch of answers, and every odd text. */
async function filled(file: string) {
  const store = await openStore(file);
  for (let count = 0; count < 60; count += 1)
    await playRound(
      store,
      `round-${count}`,
      crowd.map((player, at) => [player, at % 3 === 0]),
    );
  await startRound(store, 'open');
  await store.recordAnswer(answer({ round: 'open', player: ben }));
  await store.recordAnswer(answer({ round: 'open', player: cleo }));
  await store.deletePlayer(cleo);
  for (const [at, text] of ODD_TEXTS.slice(0, 5).entries())
    await store.createQuiz({ ...(await quizOf(store)), id: `odd-${at}`, topic: text });
  await store.saveDaily(daily());
  await store.saveDaily(
    daily({ id: 'odd', place: secondChannel, topic: ODD_TEXTS.join('\n'), nextRun: NOON }),
  );
  await store.claimDelivery(delivery());
  await store.openRound(round({ id: 'of-the-day', belongsTo: { delivery: 'delivery' } }));
  for (let count = 0; count < 10; count += 1)
    await takeUnseen(
      store,
      channel,
      Array.from({ length: 10 }, (_, at) => `fact-${at}`),
    );
  for (const [at, card] of ODD_TEXTS.slice(4, 7).entries())
    await store.saveTranscript({ message: { place: channel, id: `message-${at}` }, card, at: NOON });
  await store.takeRequest(channel.platform, 'request', NOON);
  await store.choosePacks(channel, [...ODD_TEXTS.slice(0, 3)]);
  await store.leaveOut(channel, 'question', 'moon/landing', NOON);
  await store.changePlan(channel, () => ['moon/b', 'moon/a']);
  const everything = await everythingIn(store);
  await store.close();
  return everything;
}

async function quizOf(store: Store) {
  const quiz = await store.findQuiz('quiz-of-open');
  if (!quiz) throw new Error('no quiz');
  return quiz;
}

async function everythingIn(store: Store) {
  return {
    quizzes: await Promise.all([0, 1, 2, 3, 4].map((at) => store.findQuiz(`odd-${at}`))),
    dailies: [await store.findDaily(channel), await store.findDaily(secondChannel)],
    deliveries: await store.deliveriesOf(channel, 10),
    round: await store.findRound('of-the-day'),
    answers: (await store.answersOf('round-7')).toSorted((a, b) => (a.player.user < b.player.user ? -1 : 1)),
    standings: await store.leaderboard({ ...allTime, scope: { workspaceOf: channel } }, ana, 99),
    transcript: await store.transcriptOf(channel, 10),
    settings: await store.settingsOf(channel),
    plan: await store.planOf(channel),
    person: await store.exportPlayer(ana),
  };
}

/** Every row of every table, in one order. */
function rowsOf(file: string) {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'kysely_%' order by name")
    .all();
  expect(tables.length).toBeGreaterThan(15);
  const rows = tables.map(({ name }) =>
    database
      .prepare(`select * from ${name}`)
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted(),
  );
  database.close();
  return rows;
}

function write(file: string, statement: string): void {
  const database = new DatabaseSync(file);
  database.exec(statement);
  database.close();
}

const tablesIn = async (url: string) =>
  (await query(url, `select table_name from information_schema.tables where table_schema = 'public'`)).rows;

async function query(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCli('copy-database', args, { env });
