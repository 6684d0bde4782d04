import { writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadPacks } from '../../../src/packs/read.ts';
import { authorForEachTest, HANDBOOK } from './author.ts';

const author = authorForEachTest();

const TOPIC = `topic: Days off

entries:
  # Nobody remembers this number.
  - fact: Finch & Daughters give everybody 27 days of leave a year.
    receipt: leave#1

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
    expect(out).toContain('moved: leave#1 is leave#2 now');
    expect(await author.reads('club/topics/days-off.yaml')).toBe(TOPIC.replace('leave#1', 'leave#2'));
    expect(await paragraphsCited()).toEqual([2, 3]);
  });

  it('says something else now: the fact is to be read again, and until then nothing changes', async () => {
    await author.puts('club/articles/leave.md', HANDBOOK.replace('27 days', '29 days'));
    const lock = await author.reads('club/pack.lock.json');
    expect((await author.types('check')).out).toContain('leave#1 to be read again');
    const { code, out } = await author.types('sync');
    expect(code).toBe(1);
    expect(out).toMatch(/changed: .*days-off\.yaml:5: leave#1: does “Finch & Daughters give/);
    expect(out).toContain('has 29 days of leave');
    expect(out).toContain('Asked on it: “How many days of leave does everybody have?”');
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

describe('an article that changed in several places', () => {
  const RULES = `topic: Rules
entries:
  - fact: The garden opens at six.
    receipt: rules#1
  - fact: Nobody may pick the roses, not even their owner.
    receipt: rules#3
  - fact: The gate is locked at dusk by whoever is last.
    receipt: rules#4
`;
  const TEXT = [
    'In summer the garden is open from six in the morning.',
    'Dogs wait outside.',
    'Roses are for looking at, also for those who planted them.',
    'Whoever leaves last locks the gate at dusk, every day of the year.',
  ];
  const add = (paragraphs: readonly string[]) =>
    author
      .puts('rules.txt', `${paragraphs.join('\n\n')}\n`)
      .then(() => author.types('add @/rules.txt --publisher "The Club" --id rules --title "Rules"'));

  beforeEach(async () => {
    await add(TEXT);
    await author.puts('club/topics/rules.yaml', RULES);
    const articles = await author.reads('club/articles.yaml');
    await author.puts(
      'club/articles.yaml',
      `${articles.trimEnd()}\n  left-out:\n    2: { outside-the-story: Dogs. }\n`,
    );
    expect((await author.types('check')).code).toBe(0);
  });

  it('is read with nothing guessed: what stood between its neighbours is shown, also where few words are left', async () => {
    const [opening, dogs, , gate] = TEXT;
    await add(['A new beginning.', opening ?? '', dogs ?? '', 'Nobody picks anything here.', gate ?? '']);
    const { out } = await author.types('sync');
    expect(out).toMatch(
      /changed: .*rules#3: does “Nobody may pick[^\n]*Paragraph 4 says now:\n {2}Nobody picks anything/,
    );
    expect(out).toContain('Until then nothing else in rules is moved');
    expect((await author.types('sync --accept')).code).toBe(0);
    expect(await author.reads('club/topics/rules.yaml')).toBe(
      RULES.replace('rules#4', 'rules#5').replace('rules#3', 'rules#4').replace('rules#1', 'rules#2'),
    );
    expect(await author.reads('club/articles.yaml')).toContain('    3: {');
    expect((await author.types('check')).code).toBe(0);
    const [pack] = await loadPacks(author.club());
    const roses = pack?.claims.find(({ text }) => text.includes('roses'));
    expect(roses?.receipts[0]).toMatchObject({ paragraph: 4, from: 'Nobody picks anything' });
  });

  it('names a paragraph that was taken out as gone, never another in its place', async () => {
    await add(TEXT.filter((_, at) => at !== 2));
    const { code, out } = await author.types('sync --accept');
    expect(code).toBe(1);
    expect(out).toMatch(/gone: .*rules#3.*give “Nobody may pick/);
    expect(out).toContain('moved: rules#4 is rules#3 now');
    await author.puts(
      'club/topics/rules.yaml',
      RULES.replace(/ {2}- fact: Nobody[\s\S]*?rules#3\n/, '').replace('rules#4', 'rules#3'),
    );
    expect((await author.types('check')).code).toBe(0);
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
