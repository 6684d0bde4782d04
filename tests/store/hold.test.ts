/** One bot on one file, and the programs of operators beside it. */
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUp, restore } from '../../src/store/backup.ts';
import { openBotStore, openStore } from '../../src/store/open.ts';
import { channel, daily } from './contract/samples.ts';
import { openers } from './openers.ts';

const quiet = {
  onWait: () => undefined,
  rewriting: { begins: () => undefined, done: () => undefined, failed: () => undefined },
};

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'receipts-lock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const start = openers();
const open = (file: string) => openBotStore(file, quiet);

describe('a second bot on a file', () => {
  it('is refused and told who the first one is and what to do; once that one is killed it starts at once', async () => {
    const file = join(await freshFolder(), 'receipts.sqlite');
    const first = start('bot', file, 'first');
    first.go();
    expect(await first.said('claimed')).toBe(true);
    await expect(open(file)).rejects.toMatchObject({
      code: 'STORE',
      message: expect.stringMatching(
        new RegExp(`in use by process ${first.pid} on ${hostname()}, since 2.*DATABASE_URL`),
      ),
    });
    await first.kill();
    const store = await open(file);
    await store.close();
  });

  it('writes who holds it into no file of ours that somebody linked to that name', async () => {
    const folder = await freshFolder();
    const [file, ours] = [join(folder, 'receipts.sqlite'), join(folder, 'ours')];
    await writeFile(ours, 'ours');
    await symlink(ours, `${file}.owner`);
    const store = await open(file);
    expect(await readFile(ours, 'utf8')).toBe('ours');
    await store.close();
  });

  it('runs as one of several that start at the same instant', async () => {
    const file = join(await freshFolder(), 'receipts.sqlite');
    const bots = ['a', 'b', 'c', 'd'].map((name) => start('bot', file, name));
    await Promise.all(bots.map(({ said }) => said('ready')));
    for (const { go } of bots) go();
    const ran = await Promise.all(bots.map(({ said }) => said('claimed')));
    expect(ran.filter(Boolean)).toHaveLength(1);
    const running = bots[ran.indexOf(true)];
    for (const [at, bot] of bots.entries())
      if (!ran[at]) expect(bot.output()).toContain(`in use by process ${running?.pid} on`);
  });

  it('is refused by any other name of the file as well', async () => {
    const folder = await freshFolder();
    const file = join(folder, 'receipts.sqlite');
    const store = await open(file);
    await mkdir(join(folder, 'elsewhere'));
    const other = join(folder, 'elsewhere', 'bot.sqlite');
    await symlink(file, other);
    await expect(open(other)).rejects.toThrow(`in use by process ${process.pid}`);
    await link(file, join(folder, 'second.sqlite'));
    await expect(open(join(folder, 'second.sqlite'))).rejects.toThrow(/second name \(a hard link\)/);
    await store.close();
  });

  it('does not disturb the first, nor do programs for operators, which may read and write beside it', async () => {
    const file = join(await freshFolder(), 'receipts.sqlite');
    const bot = await open(file);
    await expect(open(file)).rejects.toThrow('in use');
    const program = await openStore(file);
    await program.saveDaily(daily());
    expect(await bot.findDaily(channel)).toEqual(daily());
    await program.close();
    await expect(open(file)).rejects.toThrow('in use');
    await bot.close();
    expect((await readdir(join(file, '..'))).toSorted()).toEqual(['receipts.sqlite', 'receipts.sqlite.lock']);
  });
});

describe('the files', () => {
  it('are their user’s alone, whatever others may do by default: new ones, and those of before', async () => {
    const before = process.umask(0o022);
    onTestFinished(() => void process.umask(before));
    const folder = join(await freshFolder(), 'new', 'receipts');
    const file = join(folder, 'receipts.sqlite');
    const modes = async () => {
      const names = await readdir(folder);
      const found = await Promise.all(
        names.map(async (name) => (await stat(join(folder, name))).mode & 0o777),
      );
      expect(names.length).toBeGreaterThan(3);
      return { folder: (await stat(folder)).mode & 0o777, files: [...new Set(found)] };
    };
    await (await open(file)).close();
    const store = await open(file);
    await store.saveDaily(daily());
    expect(await modes()).toEqual({ folder: 0o700, files: [0o600] });
    await store.close();

    await chmod(folder, 0o755);
    await chmod(file, 0o644);
    await writeFile(`${file}.lock`, '', { mode: 0o644 });
    const again = await open(file);
    await again.saveDaily(daily());
    expect(await modes()).toEqual({ folder: 0o700, files: [0o600] });
    await again.close();
  });

  it.runIf(process.getuid?.() === 0)(
    'belong to whom their folder belongs, where root makes them',
    async () => {
      const bot = 65_534;
      const file = join(await freshFolder(), 'of-the-bot', 'receipts.sqlite');
      await mkdir(dirname(file));
      await chown(dirname(file), bot, bot);
      await (await open(file)).close();
      const backup = join(dirname(file), 'backup.sqlite');
      await backUp(file, backup);
      await restore(backup, file, new Date());
      for (const name of await readdir(dirname(file)))
        expect({ name, uid: (await stat(join(dirname(file), name))).uid }).toEqual({ name, uid: bot });
    },
  );

  it('do not close a folder in which others keep things as well', async () => {
    const folder = await freshFolder();
    await chmod(folder, 0o755);
    await writeFile(join(folder, 'notes.txt'), '');
    await (await open(join(folder, 'receipts.sqlite'))).close();
    expect((await stat(folder)).mode & 0o777).toBe(0o755);
    expect(existsSync(join(folder, 'notes.txt'))).toBe(true);
  });
});
