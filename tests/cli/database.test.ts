/** Backing up a bot that is played with, and putting the backup back, as an operator does it. */
import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { playerOf } from '../../src/core/ids.ts';
import { backUp, restore } from '../../src/store/backup.ts';
import { openBotStore, openStore } from '../../src/store/open.ts';
import { buttonsOf } from '../fakes/slack/check-message.ts';
import { startSlackServer } from '../fakes/slack-server.ts';
import { programsForEachTest, ready } from '../program.ts';
import { answer, ben, channel, daily, startRound } from '../store/contract/samples.ts';

const programs = programsForEachTest();
const at = (name: string) => join(programs.folder, name);

function run(program: 'backup' | 'restore', file: string | undefined, env: Record<string, string> = {}) {
  const line = ['--disable-warning=ExperimentalWarning', `src/cli/${program}-database.ts`];
  return programs.start(env, process.execPath, ...line, ...(file === undefined ? [] : [file])).exited;
}

const ignore = () => undefined;
const quiet = { onWait: ignore, rewriting: { begins: ignore, done: ignore, failed: ignore } };

/** The database that the programs are told of, with something in it. */
async function filled() {
  const store = await openStore(at('bot.sqlite'));
  await store.saveDaily(daily());
  await startRound(store, 'round');
  await store.recordAnswer(answer());
  return store;
}

describe('a bot that is played with', () => {
  it('is backed up while it runs, and started from the backup has every answer given before', async () => {
    const slack = await startSlackServer();
    const env = {
      SLACK_BOT_TOKEN: slack.settings.botToken,
      SLACK_APP_TOKEN: slack.settings.appToken,
      SLACK_API_URL: slack.settings.apiUrl,
    };
    const bot = programs.run(env);
    await bot.printed(ready);
    await slack.command({ channel: 'C1', user: 'U0', command: '/quiz', text: 'questions: 1 seconds: 300' });
    await expect.poll(() => slack.messages('C1').length).toBe(1);
    const [question] = slack.messages('C1');
    const ts = question?.ts ?? '';
    const [one, another] = buttonsOf(question?.blocks ?? []).map((button) => ({ value: button.value ?? '' }));
    let users = 0;
    const answered: string[] = [];
    const press = async (user: string) => {
      await slack.press({ channel: 'C1', ts, user, ...one });
      await expect.poll(() => slack.whispers(user).length, { interval: 5 }).toBeGreaterThan(0);
      answered.push(user);
    };
    let isPlaying = true;
    const play = async () => {
      while (isPlaying) await press(`U${++users}`);
    };
    const playing = [play(), play(), play()];
    await expect.poll(() => answered.length).toBeGreaterThan(20);
    const before = [...answered];
    const { code, output } = await run('backup', at('backup.sqlite'));
    expect(output).toMatch(
      /backup\.sqlite holds all of .*bot\.sqlite as of 2\d+-.*: [\d.]+ MB, whole, counted/,
    );
    expect(code).toBe(0);
    isPlaying = false;
    await Promise.all(playing);
    expect(answered.length).toBeGreaterThan(before.length);

    const refused = await run('restore', at('backup.sqlite'));
    expect(refused.output).toContain(`in use by process ${bot.child.pid} on `);
    expect(refused.code).toBe(1);
    bot.child.kill('SIGKILL');
    await bot.exited;
    const restored = await run('restore', at('backup.sqlite'));
    expect(restored.output).toMatch(/is now what .*backup\.sqlite holds[\s\S]*kept as (\S+\.replaced-\S+)\./);
    expect(restored.code).toBe(0);

    const again = programs.run(env);
    await again.printed(ready);
    const store = await openStore(at('bot.sqlite'));
    for (const user of before)
      expect(await store.exportPlayer(playerOf('slack', slack.team, user))).toHaveLength(1);
    await store.close();
    await slack.press({ channel: 'C1', ts, user: 'U1', ...another });
    await expect.poll(() => JSON.stringify(slack.whispers('U1'))).toContain('This question is closed');
    const kept = /kept as (\S+)\. /.exec(restored.output)?.[1] ?? '';
    expect(answersIn(kept)).toBe(answered.length);
    await slack.close();
  });
});

function answersIn(file: string): number {
  const database = new DatabaseSync(file);
  const [row] = database.prepare('select count(*) as rows from answers').all();
  database.close();
  return Number(row?.rows);
}

describe('npm run db:backup', () => {
  it('overwrites nothing, and lets nobody else read what it makes', async () => {
    await (await filled()).close();
    await chmod(programs.folder, 0o755);
    const first = await run('backup', at('backup.sqlite'));
    expect(first.output).toMatch(/^answers: 1$/m);
    expect((await stat(at('backup.sqlite'))).mode & 0o777).toBe(0o600);
    const before = await readFile(at('backup.sqlite'));
    const second = await run('backup', at('backup.sqlite'));
    expect(second.output).toContain('There is a file');
    expect(second.code).toBe(1);
    expect(before.equals(await readFile(at('backup.sqlite')))).toBe(true);
    expect((await readdir(programs.folder)).toSorted()).toEqual(['backup.sqlite', 'bot.sqlite']);
  });

  it('makes nothing of nothing, nor of somebody else’s database', async () => {
    const missing = await run('backup', at('backup.sqlite'));
    expect(missing.output).toContain('There is no database');
    expect(missing.code).toBe(1);
    new DatabaseSync(at('bot.sqlite')).exec('create table theirs (id)');
    expect((await run('backup', at('backup.sqlite'))).output).toContain('not one of Receipts');
    expect(await readdir(programs.folder)).toEqual(['bot.sqlite']);
  });

  it('says, like db:restore, which tool of PostgreSQL does it, without the password', async () => {
    const DATABASE_URL = 'postgres://me:secret-word@db.example.org:5433/receipts?sslmode=require';
    const backup = await run('backup', 'it is.dump', { DATABASE_URL });
    expect(backup.output).toContain(
      "pg_dump --format=custom --exclude-schema=receipts_queue --file='it is.dump' 'postgres://me@db.example.org:5433/receipts?sslmode=require'",
    );
    const restore = await run('restore', 'a.dump', { DATABASE_URL });
    expect(restore.output).toContain(
      "pg_restore --no-owner --exit-on-error --single-transaction --dbname='postgres://me@db.example.org:5433/receipts?sslmode=require' a.dump",
    );
    const apart = { DATABASE_URL: 'postgres://me:secret-word@/receipts?host=/tmp&schema=bot_one' };
    const ofSchema = await run('backup', 'a.dump', apart);
    expect(ofSchema.output).toContain(
      "pg_dump --format=custom --schema=bot_one --file=a.dump 'postgres://me@/receipts?host=%2Ftmp'",
    );
    for (const { code, output } of [backup, restore, ofSchema]) {
      expect(code).toBe(1);
      expect(output).not.toContain('secret-word');
    }
    expect((await run('backup', undefined)).output).toContain('npm run -s db:backup -- ');
    expect((await run('restore', undefined)).output).toContain('npm run -s db:restore -- ');
  });
});

describe('putting a backup back', () => {
  const aBackup = async () => {
    await (await filled()).close();
    await backUp(at('bot.sqlite'), at('backup.sqlite'));
    const store = await openStore(at('bot.sqlite'));
    await store.deletePlayer(ben);
    await store.saveDaily(daily({ topic: 'set after the backup' }));
    await store.close();
  };
  const putBack = (database = at('bot.sqlite')) => restore(at('backup.sqlite'), database, new Date());
  const topic = async () => {
    const store = await openBotStore(at('bot.sqlite'), quiet);
    const found = await store.findDaily(channel);
    await store.close();
    return found?.topic;
  };

  it.each([
    ['is not there', (file: string) => rm(file), 'There is no file'],
    [
      'is not a database',
      (file: string) => writeFile(file, 'no database '.repeat(999)),
      'a file of another kind',
    ],
    ['is somebody else’s', (file: string) => foreign(file), 'not one of Receipts'],
    ['is of a newer release', (file: string) => newer(file), 'newer release (it has 0099-later)'],
    ['is damaged', (file: string) => damage(file), 'damaged'],
  ])('changes nothing where the backup %s', async (_, spoil, words) => {
    await aBackup();
    await spoil(at('backup.sqlite'));
    await expect(putBack()).rejects.toThrow(words);
    expect(await topic()).toBe('set after the backup');
    expect((await readdir(programs.folder)).filter((name) => /restoring|replaced/.test(name))).toEqual([]);
  });

  it('changes nothing while another program has the database open', async () => {
    await aBackup();
    const other = await openStore(at('bot.sqlite'));
    await expect(putBack()).rejects.toThrow('in use by another program');
    await other.close();
    expect(await topic()).toBe('set after the backup');
  });

  it('takes the place of a database that is damaged, whose log is not read into it, and of none', async () => {
    await aBackup();
    const log = `${at('bot.sqlite')}-wal`;
    await damage(at('bot.sqlite'));
    const damaged = await readFile(at('bot.sqlite'));
    await writeFile(log, 'what was left of a log');
    const { kept } = await putBack();
    expect(await readFile(kept ?? '')).toEqual(damaged);
    expect(await topic()).toBe(daily().topic);
    expect(await putBack(at('new/place.sqlite'))).toMatchObject({ kept: undefined });
    expect((await stat(at('new/place.sqlite'))).mode & 0o777).toBe(0o600);
  });
});

async function foreign(file: string): Promise<void> {
  await rm(file);
  const database = new DatabaseSync(file);
  database.exec('create table theirs (id)');
  database.close();
}

async function newer(file: string): Promise<void> {
  const database = new DatabaseSync(file);
  database.exec("insert into kysely_migration values ('0099-later', '2030-01-01T00:00:00.000Z')");
  database.close();
}

/** As after a disk that lost some blocks. */
async function damage(file: string): Promise<void> {
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(0x5a, 4_096, bytes.length - 4_096));
}
