import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../../src/packs/read.ts';
import { authorForEachTest, HANDBOOK, PAGE } from './author.ts';

const author = authorForEachTest();

describe('a new pack', () => {
  it('loads, has one example of everything, and passes its own check', async () => {
    expect((await author.types('new @/club')).out).toContain('npm start -- --pack');
    const [pack] = await loadPacks(author.club());
    expect(pack?.info.title).toBe('Club');
    expect(pack?.questions).toHaveLength(1);
    const { code, out } = await author.types('check');
    expect(code).toBe(0);
    expect(out).toContain('2 facts, 1 question: 0 errors');
  });

  it('is never made over one that is there', async () => {
    await author.types('new @/club');
    const { code, said } = await author.types('new @/club');
    expect(code).toBe(2);
    expect(said).toContain('is there already, and not empty');
  });
});

describe('an article', () => {
  it('of the web comes with its particulars, numbered, and stays out of git', async () => {
    await author.types('new @/club');
    await author.puts('ferry.html', PAGE);
    const { code, out } = await author.types('add @/ferry.html');
    expect(code).toBe(0);
    expect(out).toMatch(/\d {2}The first real boat was a herring boat/);
    expect(out).not.toContain('Subscribe');
    const articles = await author.reads('club/articles.yaml');
    expect(articles).toContain(
      'ferry:\n  title: A ferry of its own\n  publisher: Gull Post\n  published: 2021-05-03\n  url: https://gull.example/ferry\n',
    );
    expect(await author.reads('club/.gitignore')).not.toContain('ferry');
  });

  it('of our own is kept as it is and may be shared', async () => {
    await author.types('new @/club');
    await author.puts('leave.md', HANDBOOK);
    expect((await author.types('add @/leave.md --ours')).code).toBe(0);
    expect(await author.reads('club/articles/leave.md')).toBe(HANDBOOK);
    expect(await author.reads('club/.gitignore')).toContain('!articles/leave.md');
    const [pack] = await loadPacks(author.club());
    const leave = pack?.articles.find(({ id }) => id === 'leave');
    expect(leave?.text).toContain('On the day of the first snow, work ends at noon.');
    expect(leave?.publisher).toBe('Club');
  });

  it('that is added again keeps what its author wrote of it, and says so where something else is given', async () => {
    await author.types('new @/club');
    await author.puts('ferry.html', PAGE);
    await author.types('add @/ferry.html');
    const before = await author.reads('club/articles.yaml');
    const { code, said } = await author.types('add @/ferry.html --publisher Nobody');
    expect([code, await author.reads('club/articles.yaml')]).toEqual([0, before]);
    expect(said).toContain('articles.yaml keeps what it says of “ferry”');
  });

  it('from standard input is asked about where somebody is there to answer', async () => {
    await author.types('new @/club');
    const text =
      'The club meets on Mondays, at seven, in the old pump house behind the mill.\n\nIt has 31 members.\n';
    const answers = ['The minutes', 'n', 'The Club', ''];
    expect((await author.types('add -', { input: text, answers })).code).toBe(0);
    expect(await author.reads('club/articles.yaml')).toContain(
      'the-minutes:\n  title: The minutes\n  publisher: The Club\n',
    );
  });

  it('that says nothing of its publisher is turned down with what to type, and nothing is written', async () => {
    await author.types('new @/club');
    await author.puts('notes.txt', 'The club meets on Mondays.\n\nIt has 31 members.\n');
    const before = await author.reads('club/articles.yaml');
    const { code, said } = await author.types('add @/notes.txt');
    expect(code).toBe(2);
    expect(said).toContain('--publisher "…", or --ours');
    expect(await author.reads('club/articles.yaml')).toBe(before);
  });
});

describe('the line that is typed', () => {
  it.each([
    ['', 2, 'new NAME'],
    ['--help', 0, 'take FILE'],
    ['add --help', 0, '--ours'],
  ])('“%s” is answered with what there is', async (line, code, part) => {
    const outcome = await author.types(line);
    expect(outcome.code).toBe(code);
    expect(outcome.out).toContain(part);
  });

  it.each([
    ['frobnicate', 'There is no “frobnicate”'],
    ['add', 'something is missing: npm run pack -- add FILE'],
    ['check --colour', "Unknown option '--colour'"],
    ['add @/nowhere.html', 'cannot be read: is that its name'],
    ['add @/leave.md --id ../../outside', 'is no id: lower-case words'],
    ['take - --topic ../outside', 'is no id: lower-case words'],
    ['draft nowhere', 'there is no article “nowhere”; there are example'],
  ])('“%s” is told what is wrong with it', async (line, part) => {
    await author.types('new @/club');
    await author.puts('leave.md', HANDBOOK);
    const { code, said } = await author.types(line, { input: '- fact: A.\n' });
    expect(code).toBe(2);
    expect(said).toContain(part);
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('is told what to type next with the pack it was told to work on', async () => {
    await author.types('new "@/my club"');
    await author.puts('leave.md', HANDBOOK);
    const { out } = await author.types('add @/leave.md --ours --pack "@/my club"');
    expect(out).toMatch(/npm run pack -- draft --pack "[^"]*my club" leave\n/);
  });

  it('that names no pack says where it looked', async () => {
    const { said } = await author.types('check');
    expect(said).toMatch(/cannot be read: set DATA_PATH, or --pack,/);
  });
});
