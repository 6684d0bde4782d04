import { writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadPacks } from '../../../src/dataset.ts';
import { authorForEachTest, HANDBOOK } from './author.ts';

const author = authorForEachTest();

const TOPIC = `topic: Days off

entries:
  # Nobody remembers this number.
  - fact: Finch & Daughters give everybody 27 days of leave a year.
    receipt: leave#2

  - question: How many days of leave does everybody have?
    right: 27
    wrong: [22, 25, 30]

  - fact: Work ends at noon where the first snow falls.
    receipt: leave#"On the day of" # by its first words
`;

beforeEach(async () => {
  await author.types('new @/club');
  await author.puts('leave.md', HANDBOOK);
  await author.types('add @/leave.md --ours');
  await author.puts('club/topics/days-off.yaml', TOPIC);
  expect((await author.types('check')).code).toBe(0);
});

const paragraphsCited = async () =>
  (await loadPacks(author.club()))
    .flatMap(({ claims }) => claims)
    .filter(({ topic }) => topic === 'days-off')
    .map(({ receipts: [{ paragraph }] }) => paragraph);

describe('an article that changed', () => {
  it('has its receipts follow, with every comment where it was', async () => {
    await author.puts('leave.md', HANDBOOK.replace('# Days off', '# Days off\n\nPlease read this once.'));
    expect((await author.types('add @/leave.md --ours')).out).toContain('npm run pack -- sync');
    const { code, out } = await author.types('sync');
    expect(code).toBe(0);
    expect(out).toContain('moved: leave#2 is leave#3 now');
    expect(await author.reads('club/topics/days-off.yaml')).toBe(TOPIC.replace('leave#2', 'leave#3'));
    expect(await paragraphsCited()).toEqual([3, 4]);
  });

  it('says something else now: the fact is to be read again, and until then nothing changes', async () => {
    await author.puts('club/articles/leave.md', HANDBOOK.replace('27 days', '29 days'));
    const lock = await author.reads('club/pack.lock.json');
    expect((await author.types('check')).out).toContain('leave#2 to be read again');
    const { code, out } = await author.types('sync');
    expect(code).toBe(1);
    expect(out).toMatch(/changed: .*days-off\.yaml:5: leave#2: does “Finch & Daughters give/);
    expect(out).toContain('has 29 days of leave');
    expect(await author.reads('club/pack.lock.json')).toBe(lock);
    expect((await author.types('sync --accept')).code).toBe(0);
    expect((await author.types('check')).out).not.toContain('read again');
  });

  it('has lost a paragraph: the fact that rests on it is named', async () => {
    await author.puts('club/articles/leave.md', HANDBOOK.slice(0, HANDBOOK.indexOf('On the day')));
    const { code, out } = await author.types('sync');
    expect(code).toBe(1);
    expect(out).toMatch(/gone: .*give “Work ends at noon where the first snow falls\.” another receipt/);
  });
});

describe('a pack whose wording changes', () => {
  it('keeps the ids that rounds in databases refer to', async () => {
    const ids = async () =>
      (await loadPacks(author.club())).flatMap(({ questions }) => questions.map(({ id }) => id));
    const before = await ids();
    await author.puts('club/topics/days-off.yaml', TOPIC.replace('does everybody have', 'has everybody got'));
    await author.types('check');
    expect(await ids()).toEqual(before);
  });

  it('is told by the bot when its lock is behind, and by the check for CI, which writes nothing', async () => {
    const text = `${TOPIC}\n  - fact: The heading of the page is about days off.\n    receipt: leave#1\n`;
    await author.puts('club/topics/days-off.yaml', text);
    await expect(loadPacks(author.club())).rejects.toThrow(
      /which does not know it yet: npm run pack -- check/,
    );
    const lock = await author.reads('club/pack.lock.json');
    const { code, out } = await author.types('check --locked');
    expect([code, await author.reads('club/pack.lock.json')]).toEqual([1, lock]);
    expect(out).toContain('pack.lock.json: to be up to date');
    expect((await author.types('check')).code).toBe(0);
    await loadPacks(author.club());
  });
});

describe('what is mechanical', () => {
  it('is mended by --fix, and nothing else', async () => {
    const broken = TOPIC.replace(
      'Finch & Daughters give everybody',
      'Finch: she and her “daughters" give  everybody',
    )
      .replace('27 days', '27\u00a0days')
      .replaceAll('\n', '\r\n');
    await writeFile(author.path('club/topics/days-off.yaml'), `\ufeff${broken}`);
    expect((await author.types('check')).code).toBe(1);
    const { said } = await author.types('check --fix');
    expect(said).toContain('mended: ');
    expect(await author.reads('club/topics/days-off.yaml')).toBe(
      TOPIC.replace(
        'Finch & Daughters give everybody 27',
        '"Finch: she and her “daughters” give everybody 27',
      ).replace('leave a year.', 'leave a year."'),
    );
  });
});
