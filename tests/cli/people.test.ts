/** `npm run people`, as an operator runs it, also while the bot has the same database open. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf, playerOf } from '../../src/core/ids.ts';
import type { Store } from '../../src/core/ports/store.ts';
import { migrations } from '../../src/store/migrations/list.ts';
import { openStore } from '../../src/store/open.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { runCli } from '../program.ts';
import { playRound } from '../store/contract/samples.ts';

let folder: string;
let path: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipts-people-'));
  path = join(folder, 'receipts.sqlite');
  store = await openStore(path);
  const play = async (platform: string, workspace: string, user: string) => {
    const id = `${platform}-${workspace}-${user}`;
    const place = placeOf(platform, workspace, 'c1');
    await playRound(store, id, [[playerOf(platform, workspace, user), true]], place);
    await store.markRevealed(id);
  };
  await play('discord', '1', '11');
  await play('discord', '2', '11');
  await play('slack', 'T1', 'U1');
  await play('slack', 'T1', 'U2');
  await play('slack', 'T2', 'U2');
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const people = (...args: readonly string[]) =>
  runCli('people', args, { cwd: folder, env: { DATABASE_PATH: path } });

describe('npm run people -- show', () => {
  it('shows what is stored about somebody in every workspace, to read', async () => {
    const { code, out } = await people('show', 'discord', '11');
    expect(code).toBe(0);
    expect(out).toContain('What Receipts stores about user 11 on discord');
    expect(out.match(/You answered: None \(right\)/g)).toHaveLength(2);
  });

  it('shows it as JSON', async () => {
    const { out } = await people('show', 'slack', 'U1', '--json');
    expect(JSON.parse(out)).toMatchObject({
      about: { workspace: 'T1', user: 'U1' },
      answers: [{ outcome: 'right' }],
    });
  });

  it('says where there is nothing', async () => {
    expect(await people('show', 'slack', 'U9')).toMatchObject({
      code: 0,
      out: 'Nothing is stored about U9 on slack.\n',
    });
  });

  it('asks which workspace where an id may be two people', async () => {
    const { code, err } = await people('show', 'slack', 'U2');
    expect(code).toBe(1);
    expect(err).toContain('--workspace with one of T1, T2');
    expect((await people('show', 'slack', 'U2', '--workspace', 'T2')).out).toContain('channel c1 of T2');
  });
});

describe('npm run people -- delete', () => {
  it('deletes nothing where nobody can be asked, and everything with --yes', async () => {
    expect(await people('delete', 'discord', '11')).toMatchObject({
      code: 1,
      err: 'Nobody is there to be asked: add --yes.\n',
    });
    const { code, out } = await people('delete', 'discord', '11', '--yes');
    expect(code).toBe(0);
    expect(out).toContain('Done: 2 answers are deleted, with points and streaks, in ');
    expect((await people('show', 'discord', '11')).out).toContain('Nothing is stored');
    expect(await store.exportPlayer(playerOf('discord', '1', '11'))).toEqual([]);
  });
});

describe('npm run people', () => {
  it('changes nothing of a database that an older bot may run on', async () => {
    const older = join(folder, 'older.sqlite');
    const db = new Kysely({ dialect: await sqliteDialect(older) });
    const before = Object.keys(migrations).at(-2) ?? '';
    await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(before);
    await db.destroy();
    const bytes = await readFile(older);
    const env = { DATABASE_PATH: older };
    const { code, err } = await runCli('people', ['show', 'discord', '11'], { cwd: folder, env });
    expect(err).toMatch(
      /^The database is of an older release.* Start the bot of this release on it first\.\n$/,
    );
    expect(code).toBe(1);
    expect(bytes.equals(await readFile(older))).toBe(true);
  });

  it.each([
    [[], 'Say what to do: show or delete.'],
    [['shwo', 'discord', '11'], 'not “shwo”'],
    [['show', 'teams', '11'], 'There is no platform “teams”: it is one of discord, slack, web.'],
    [['show', 'discord'], 'Give the person'],
    [['show', 'discord', '11', '12'], '“12” is too much'],
    [['show', 'discord', '11', '--workspace', '1'], 'leave --workspace out'],
    [['show', 'discord', '11', '--force'], '--force'],
    [['delete', 'discord', '11', '--json'], '--json is for show'],
  ] as const)('tells what is wrong with %j', async (args, problem) => {
    const { code, err, out } = await people(...args);
    expect(code).toBe(1);
    expect(err).toContain(problem);
    expect(out).toBe('');
  });
});
