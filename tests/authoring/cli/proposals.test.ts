import { beforeEach, describe, expect, it } from 'vitest';
import { loadPacks } from '../../../src/packs/read.ts';
import { authorForEachTest, HANDBOOK, PAGE } from './author.ts';

const author = authorForEachTest();

beforeEach(async () => {
  await author.types('new @/club');
  await author.puts('ferry.html', PAGE);
  await author.puts('leave.md', HANDBOOK);
  await author.types('add @/ferry.html');
  await author.types('add @/leave.md --ours');
});

const live = async () =>
  (await loadPacks(author.club())).flatMap(({ claims, questions }) => [...claims, ...questions]);

describe('proposals', () => {
  it('from our own text stand as they are, are drafts, and play once the line “draft: true” is gone', async () => {
    const before = await live();
    const { out } = await author.types('draft leave');
    expect(out).toMatch(/proposals?: .*topics\/leave\.yaml/);
    const drafts = await author.reads('club/topics/leave.yaml');
    expect(drafts).toContain(
      '  - fact: Everybody at Finch & Daughters has 27 days of leave a year.\n    receipt: leave#1\n',
    );
    expect(await live()).toEqual(before);
    await author.puts('club/topics/leave.yaml', drafts.replaceAll(/^ +draft: true\n/gm, ''));
    const { code, out: found } = await author.types('check');
    expect(found).not.toMatch(/^error/m);
    expect(code).toBe(0);
    expect((await live()).length).toBeGreaterThan(before.length);
  });

  it('from somebody else’s text are no sentence of theirs, and refused until they are written', async () => {
    await author.types('draft ferry');
    const drafts = await author.reads('club/topics/ferry.yaml');
    expect(drafts).not.toContain('The first real boat was a herring boat with twelve seats, and it smelled');
    await author.puts('club/topics/ferry.yaml', drafts.replaceAll(/^ +draft: true\n/gm, ''));
    const { code, out } = await author.types('check');
    expect(code).toBe(1);
    expect(out).toMatch(/error .*ferry\.yaml:\d+/);
  });

  it('are not made twice', async () => {
    await author.types('draft leave');
    const drafts = await author.reads('club/topics/leave.yaml');
    await author.types('draft leave');
    expect(await author.reads('club/topics/leave.yaml')).toBe(drafts);
  });
});

const REPLY = `Gladly! Here are some:

\`\`\`yaml
topic: The ferry
entries:
  - fact: The pilot cutter Kestrel has sailed to Gull Island since 1950.
    receipt: ferry#3
  - question: Which boat came to Gull Island in 1950?
    right: A pilot cutter
    wrong: [A tug, A lifeboat]
    payoff: It still sails on Sundays.
  - fact: The first ferry to Gull Island had fifty seats.
    receipt: ferry#9
  - fact: Gull Island has had a ferry since 3 May 1931, when Nora Finch rowed the postman across for the first time.
    receipt: ferry#1
  - question: What?
\`\`\`
Tell me if you want more.
`;

describe('a brief', () => {
  it('has the paragraphs, the rules and the shape in one text', async () => {
    const { code, out } = await author.types('brief ferry');
    expect(code).toBe(0);
    for (const part of ['Nora Finch rowed the postman', 'receipt: ', 'entries:']) expect(out).toContain(part);
  });

  it('tells what the article has given already, and no proposal that nobody has written', async () => {
    await author.types('draft ferry');
    expect((await author.types('brief ferry')).out).not.toContain('Do not repeat');
    await author.puts('answer.txt', REPLY);
    await author.types('take @/answer.txt');
    expect((await author.types('brief ferry')).out).toContain(
      'Do not repeat these:\n- The pilot cutter Kestrel has sailed to Gull Island since 1950.\n',
    );
    expect((await author.types('brief leave')).out).not.toContain('The pilot cutter Kestrel');
  });

  it('is answered with drafts, and what is wrong in them is found at its line of the answer', async () => {
    await author.puts('answer.txt', REPLY);
    const before = await live();
    const { code, out } = await author.types('take @/answer.txt');
    expect(code).toBe(1);
    expect(out).toMatch(/answer\.txt:13:\d+: .*a paragraph from 1 to 3/);
    expect(out).toMatch(/answer\.txt:16:\d+: .*right: this is missing/);
    expect(out).toMatch(/4 drafts: .*the-ferry\.yaml/);
    expect(await author.reads('club/topics/the-ferry.yaml')).toContain(
      '  - fact: The pilot cutter Kestrel has sailed to Gull Island since 1950.\n    receipt: ferry#3\n    draft: true\n',
    );
    expect(await live()).toEqual(before);
  });

  it('is answered with words of the article itself: that is found as well', async () => {
    await author.puts('answer.txt', REPLY.replace('ferry#9', 'ferry#2').replace('  - question: What?\n', ''));
    expect((await author.types('take @/answer.txt')).out).toMatch(/answer\.txt:14:\d+: .*our own words/);
  });

  it('is not taken twice, and a colon too many costs no entry', async () => {
    const reply =
      '- fact: "Kestrel" is a cutter\n  receipt: ferry#3\n- fact: The boats were two: Kestrel and a herring boat.\n  receipt: ferry#2\n';
    await author.puts(
      'answer.txt',
      reply.replace('"Kestrel" is a cutter', 'Kestrel is the name of a cutter.'),
    );
    expect((await author.types('take @/answer.txt')).out).toContain('2 drafts');
    expect((await author.types('take @/answer.txt')).out).toContain('2 of them stand in the pack already');
  });

  it('is answered with nothing that can be read', async () => {
    const { code, out } = await author.types('take -', { input: 'I would rather not.' });
    expect(code).toBe(1);
    expect(out).toContain('Nothing to take');
  });
});

describe('questions of another program', () => {
  it('come in as drafts that wait for their receipt, and what cannot be taken is named', async () => {
    await author.puts(
      'quiz.gift',
      '::Q1:: Which boat came first? {=A herring boat ~A tug ~A barge}\n\nName them all. {}\n',
    );
    const { code, out, said } = await author.types('import @/quiz.gift');
    expect(code).toBe(0);
    expect(out).toMatch(/1 draft \(.*GIFT\)/);
    expect(said).toMatch(/quiz\.gift:3: /);
    expect((await author.types('check')).code).toBe(0);
  });

  it('go out for a second reader in the forms that their programs read', async () => {
    expect((await author.types('export')).out).toContain('✓ The paragraph that proves it');
    const asked = JSON.parse((await author.types('export --json')).out);
    expect(asked).toMatchObject([
      { pack: 'club', kind: 'choice', fit: 'daily', options: [{ right: true }, {}, {}, {}] },
    ]);
    expect((await author.types('export --gift')).out).toContain('=The paragraph that proves it');
    await author.types('export --csv --out @/sheet.csv');
    expect(await author.reads('sheet.csv')).toContain('What comes with each answer of Receipts?');
    expect((await author.types('export --csv --gift')).said).toContain('one form at a time');
  });
});

describe('what a pack holds', () => {
  it('is counted, and told paragraph by paragraph', async () => {
    expect(JSON.parse((await author.types('stats --json')).out)).toMatchObject({
      articles: 3,
      claims: 2,
      questions: 1,
    });
    expect((await author.types('coverage')).out).toMatch(/leave: .*\n {4}1 .*unaccounted for/);
    expect((await author.types('panel sheet spring')).out).toContain('1. What comes with each answer');
    expect((await author.types('panel nothing')).said).toContain('none of sheet, key, tricks, marks');
  });

  it('is known to editors, names and ids included', async () => {
    await author.types('schema');
    const schema = await author.reads('club/.schema/topic.json');
    expect(schema).toContain('"each-answer-of-receipts-shows-the-paragraph-that"');
    expect(schema).toContain('"Receipts"');
  });
});
