/** What somebody typed, and what the lock remembers, outlives every mistake. */
import { readFile, rm } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadPacks } from '../../../src/packs/read.ts';
import { authorForEachTest, HANDBOOK, PAGE } from './author.ts';

const author = authorForEachTest();

const TOPIC = `topic: Days off
entries:
  - fact: Finch & Daughters give everybody 27 days of leave a year.
    receipt: leave#1
  - question: How many days of leave does everybody have?
    right: 27
    wrong: [22, 25, 30]
  - fact: Work ends at noon where the first snow falls.
    receipt: leave#2
`;
const BROKEN = TOPIC.replace('give everybody', 'give: everybody');
const REPLY = 'topic: Days off\nentries:\n  - fact: Snow ends the day at noon.\n    receipt: leave#2\n';

beforeEach(async () => {
  await author.types('new @/club');
  await author.puts('leave.md', HANDBOOK);
  await author.types('add @/leave.md --ours');
  await author.puts('club/topics/days-off.yaml', TOPIC);
  expect((await author.types('check')).code).toBe(0);
});

describe('a file with a mistake in it', () => {
  it.each(['take -', 'import -', 'add @/leave.md --ours', 'draft', 'sync'])(
    'is not written over by “%s”, which names the mistake',
    async (line) => {
      await author.puts('club/topics/days-off.yaml', BROKEN);
      const lock = await author.reads('club/pack.lock.json');
      const { code, said } = await author.types(line, { input: REPLY });
      expect(code).toBe(1);
      expect(said).toContain('days-off.yaml:3:');
      expect(await author.reads('club/topics/days-off.yaml')).toBe(BROKEN);
      expect(await author.reads('club/pack.lock.json')).toBe(lock);
    },
  );

  it('costs the lock nothing: after it was mended every id and every receipt is known', async () => {
    const before = await loadPacks(author.club());
    const lock = await author.reads('club/pack.lock.json');
    await author.puts('club/topics/days-off.yaml', BROKEN);
    await author.types('check');
    expect(await author.reads('club/pack.lock.json')).toBe(lock);
    await author.puts('club/topics/days-off.yaml', TOPIC);
    expect((await loadPacks(author.club()))[0]?.claims).toEqual(before[0]?.claims);
  });
});

describe('a lock', () => {
  it('with the marks of a merge is never written over', async () => {
    const merged = `<<<<<<< HEAD\n${await author.reads('club/pack.lock.json')}`;
    await author.puts('club/pack.lock.json', merged);
    for (const line of ['check', 'check', 'sync', 'release']) await author.types(line);
    expect(await author.reads('club/pack.lock.json')).toBe(merged);
  });

  it('in which a merge put the number of one paragraph beside the words of another has somebody look', async () => {
    const lock = await author.reads('club/pack.lock.json');
    const mixed = lock.replace(/"leave#1":\[1,[^\]]*\]/, '"leave#1":[2,"On the day","at noon"]');
    expect(mixed).not.toBe(lock);
    await author.puts('club/pack.lock.json', mixed);
    await expect(loadPacks(author.club())).rejects.toThrow('leave#1');
    const { code, out } = await author.types('check');
    expect([code, out]).toEqual([1, expect.stringContaining('leave#1 to be read again')]);
  });

  it('forgets the paragraphs of a text that is ours no more', async () => {
    await author.puts(
      'club/articles.yaml',
      (await author.reads('club/articles.yaml')).replace(/(leave:[\s\S]*?)\n {2}ours: true/, '$1'),
    );
    await rm(author.path('club/articles/leave.md'));
    await author.types('check');
    expect(await author.reads('club/pack.lock.json')).not.toContain('Everybody at Finch & Daughters has');
  });
});

describe('an article', () => {
  it('with the title of another is another', async () => {
    for (const name of ['may', 'june']) {
      await author.puts(`${name}.md`, `# Newsletter\n\nThe news of ${name}, and what else there was.\n`);
      await author.types(`add @/${name}.md --ours`);
    }
    expect(await author.reads('club/articles/may.md')).toContain('news of may');
    expect(await author.reads('club/articles/june.md')).toContain('news of june');
  });

  it('that is not ours stays out of git also where git was told of other files', async () => {
    await author.puts('club/.gitignore', '.DS_Store\n');
    await author.puts('ferry.html', PAGE);
    await author.types('add @/ferry.html');
    expect(await author.reads('club/.gitignore')).toContain('.DS_Store\n');
    expect(await author.reads('club/.gitignore')).toContain('articles/*\n');
  });
});

describe('a proposal', () => {
  it('that nobody has written is not told, whatever line was taken out', async () => {
    await author.puts('ferry.html', PAGE);
    await author.types('add @/ferry.html');
    await author.types('draft ferry');
    const drafts = await author.reads('club/topics/ferry.yaml');
    await author.puts('club/topics/ferry.yaml', drafts.replaceAll(/^ +draft: true\n/gm, ''));
    await author.types('check');
    await expect(loadPacks(author.club())).rejects.toThrow('a sentence of your own');
  });
});

describe('an installed pack', () => {
  it('that is replaced keeps no file of the one before', async () => {
    await author.types('share --out @/club.pack.zip');
    await author.types('install @/club.pack.zip @/taken');
    await author.puts('taken/topics/renamed.yaml', await author.reads('taken/topics/days-off.yaml'));
    expect((await author.types('install @/club.pack.zip @/taken --replace')).code).toBe(0);
    await expect(readFile(author.path('taken/topics/renamed.yaml'))).rejects.toThrow('ENOENT');
    await loadPacks(author.path('taken'));
  });
});
