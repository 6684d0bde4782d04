/** A backup that was put back: nothing that stands in a channel is asked or shown a second time. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { backUp, restore } from '../../src/store/backup.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';
import { type Outside, outsideDiscord, outsideSlack } from './outside.ts';
import { startBot } from './start-bot.ts';

const server = sharedPostgres();

/** How an operator backs up and restores there; `restore` resolves to where the database then is. */
interface Kind {
  readonly settings: (location: string) => Readonly<Record<string, string>>;
  readonly create: (folder: string) => Promise<string>;
  readonly backUp: (location: string, folder: string) => Promise<string>;
  readonly restore: (backup: string, location: string) => Promise<string>;
  /** Whether the operator has to say so at the start. */
  readonly isTold: boolean;
}

const KINDS: Readonly<Record<string, Kind>> = {
  SQLite: {
    settings: (location) => ({ DATABASE_PATH: location }),
    create: async (folder) => join(folder, 'bot.sqlite'),
    backUp: async (location, folder) => {
      const file = join(folder, 'backup.sqlite');
      await backUp(location, file);
      return file;
    },
    restore: async (backup, location) => {
      await restore(backup, location, new Date());
      return location;
    },
    isTold: false,
  },
  PostgreSQL: {
    settings: (location) => ({ DATABASE_URL: location }),
    create: () => server.createDatabase(),
    backUp: async (location) => {
      const backup = `${new URL(location).pathname.slice(1)}_backup`;
      await query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(location).pathname.slice(1)}'`,
      );
      await query(`create database ${backup} template ${new URL(location).pathname.slice(1)}`);
      return server.url(backup);
    },
    restore: async (backup) => backup,
    isTold: true,
  },
};

async function query(statement: string): Promise<void> {
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const cases = Object.entries(KINDS).flatMap(([store, kind]) => [
  { store, kind, platform: 'Discord', open: outsideDiscord },
  { store, kind, platform: 'Slack', open: outsideSlack },
]);

describe.each(cases)('a backup in $store, restored, on $platform', ({ kind, open }) => {
  let outside: Outside;
  let clock: FakeClock;
  let folder: string;
  let location: string;
  let app: App;
  let starts = 0;

  const start = async (restored = false) => {
    starts += 1;
    const platforms = outside.config;
    app = await startBot(kind.settings(location), { platforms, clock, seed: starts, restored });
  };
  const pass = async (ms: number) => {
    await clock.advance(ms);
    await app.tick();
    await clock.advance(0);
  };
  const to = (time: string) => pass(Date.parse(`2026-11-${time}:00Z`) - clock.now());
  const eventually = (read: () => unknown) =>
    expect.poll(async () => {
      await pass(5_000);
      return read();
    });
  const place = async () => (await app.services.store.dailiesAfter(0)).find(({ time }) => time === '09:00');
  const delivery = async () => {
    const daily = await place();
    const all = daily ? await app.services.store.deliveriesOf(daily.place, 9) : [];
    return all.find(({ localDate }) => localDate === '2026-11-23');
  };
  const settled = () => eventually(async () => (await delivery())?.state ?? 'claimed').not.toBe('claimed');
  const status = async () => {
    await outside.type('mod', { name: 'daily', sub: 'status' });
    return outside.whispers('mod').at(-1);
  };
  /** The bot ends, its database is the backup, and it starts as the operator is told to: on a SQLite file, as ever. */
  const goBack = async (backup: string) => {
    await app.stop();
    location = await kind.restore(backup, location);
    await start(kind.isTold);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'receipts-restored-'));
    location = await kind.create(folder);
    clock = createFakeClock('2026-11-23T08:00:00Z');
    outside = await open(clock.now);
    await start();
    await outside.type('mod', {
      name: 'daily',
      sub: 'set',
      options: { time: '09:00', zone: 'UTC', reveal: 1 },
    });
  });
  afterEach(async () => {
    await app.stop();
    await outside.close();
    await rm(folder, { recursive: true });
  });

  it('takes the question that was posted since for what it is: once, and open for answers again', async () => {
    const backup = await kind.backUp(location, folder);
    await to('23T09:00');
    await eventually(outside.channel).toHaveLength(1);
    const [asked] = outside.channel();
    await outside.press('bea', 0, 0);
    await goBack(backup);
    await settled();
    expect(outside.channel()).toHaveLength(1);
    expect(await delivery()).toMatchObject({ state: 'posted' });
    await outside.press('bea', 1, 0);
    expect(outside.whispers('bea').at(-1)).toContain(`Locked in: ${outside.labels(0)[1]}`);
    expect(await status()).toContain('was lost when the database was restored');
    await to('23T10:05');
    await eventually(() => outside.channel()[0]).toMatch(/✅|right answer/);
    await to('24T09:00');
    await eventually(() => outside.channel().join()).toContain('Daily question, 24 November 2026');
    expect(outside.channel().at(-1)?.split('\n').at(1)).not.toBe(asked?.split('\n').at(1));
  });

  it('leaves a question alone that was asked and revealed since, and its date counts as done', async () => {
    const backup = await kind.backUp(location, folder);
    await to('23T09:00');
    await eventually(outside.channel).toHaveLength(1);
    await outside.press('bea', 0, 0);
    await to('23T10:00');
    await eventually(outside.channel).toHaveLength(2);
    const before = outside.channel();
    await goBack(backup);
    await settled();
    expect(await delivery()).toMatchObject({ state: 'posted' });
    expect(await status()).toContain('was lost when the database was restored');
    expect(outside.channel()).toEqual(before);
  });

  it('reveals nothing again that was open in the backup and is revealed', async () => {
    await to('23T09:00');
    await eventually(outside.channel).toHaveLength(1);
    await outside.press('bea', 0, 0);
    const backup = await kind.backUp(location, folder);
    await outside.press('cem', 0, 0);
    await to('23T10:00');
    await eventually(outside.channel).toHaveLength(2);
    const before = outside.channel();
    await goBack(backup);
    await pass(60_000);
    expect(await app.services.store.unrevealedRounds()).toEqual([]);
    expect(outside.channel()).toEqual(before);
  });

  it('reveals what is open still, and posts what truly was not posted', async () => {
    await to('23T09:00');
    await eventually(outside.channel).toHaveLength(1);
    const backup = await kind.backUp(location, folder);
    await app.stop();
    await clock.advance(Date.parse('2026-11-24T09:20:00Z') - clock.now());
    location = await kind.restore(backup, location);
    await start(kind.isTold);
    await eventually(() => outside.channel()[0]).toMatch(/✅|right answer/);
    await eventually(() => outside.channel().join()).toContain('Daily question, 24 November 2026');
    expect(outside.channel().filter((text) => text.includes('Daily question, 2'))).toHaveLength(2);
  });

  it('ends a quiz that ran, without a word and without its next question', async () => {
    await outside.type('ada', { name: 'quiz', options: { questions: 2 } });
    await eventually(outside.channel).toHaveLength(1);
    const backup = await kind.backUp(location, folder);
    await app.stop();
    const before = outside.channel();
    location = await kind.restore(backup, location);
    await start(kind.isTold);
    await pass(60_000);
    await pass(60_000);
    expect(await app.services.store.openQuizzes()).toEqual([]);
    expect(await app.services.store.unrevealedRounds()).toEqual([]);
    expect(outside.channel()).toEqual(before);
  });

  it('posts at most once where it may not read the channel, and says so', async () => {
    const backup = await kind.backUp(location, folder);
    await to('23T09:00');
    await eventually(outside.channel).toHaveLength(1);
    outside.hideRecord();
    await goBack(backup);
    await settled();
    expect(outside.channel()).toHaveLength(1);
    expect(await status()).toContain('I cannot look there');
    await to('24T09:00');
    await eventually(outside.channel).toHaveLength(2);
  });
});
