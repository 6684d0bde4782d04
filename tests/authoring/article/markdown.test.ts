import { describe, expect, it } from 'vitest';
import { paragraphsOf, read } from './reading.ts';

const inMarkdown = (text: string) => paragraphsOf(text, 'handbook.md');

describe('a Markdown text', () => {
  it('gives its headings, paragraphs, items, quotations and code, without their marks', async () => {
    const text = `# Leave
Whoever starts on a *Monday*
gets a [key](https://marsh.example/key) and a **lamp**.\\
Ask \`Ida\`!

- Twenty-five days
- On Sundays:

  1. none
  2. ![sun](sun.png)half a day

  and a bun
> A key lost
> is a key found.

\`\`\`
open door

close door
\`\`\`
***
Last&nbsp;words`;
    expect(await inMarkdown(text)).toEqual([
      'Whoever starts on a Monday gets a key and a lamp. Ask Ida!',
      'Twenty-five days',
      'On Sundays:',
      'none',
      'half a day',
      'and a bun',
      'A key lost is a key found.',
      'open door close door',
      'Last words',
    ]);
  });

  it('gives each row of a table, also of one right under a line', async () => {
    expect(await inMarkdown('Keepers:\n| Name | From |\n|:--|--:|\n| **Lund** | 1862 |\n| Moe | |')).toEqual([
      'Keepers:',
      'Name | From',
      'Lund | 1862',
      'Moe',
    ]);
    expect(await inMarkdown('Name | From\n--- | ---\nLund | 1862')).toEqual(['Name | From', 'Lund | 1862']);
  });

  it('loses comments and tags, and keeps the words between them', async () => {
    const text =
      'One<!-- not\nthis --> <kbd>two</kbd><br>three\n\n<!-- nor this -->\n\n<div align="center">\n  <b>Four</b>\n</div>\n\n<style>p{}</style>';
    expect(await inMarkdown(text)).toEqual(['One two three', 'Four']);
  });

  it('is read in the dialects of wikis and notes: footnotes, boxes, struck words, links between pages', async () => {
    const text =
      'A ~~small~~ lamp.[^1] See [[rota|the rota]], [[leave]].\n\n- [x] lit\n\n![[lamp.png]]\n\n[^1]: Of brass.';
    expect(await inMarkdown(text)).toEqual(['A small lamp. See the rota, leave.', 'lit', 'Of brass.']);
  });

  it('has the title of its first great heading', async () => {
    expect((await read('Hello\n\n## No\n\nThe *lamp*\n===\n\n# Nor this', 'a.md')).title).toBe('The lamp');
  });

  it('is kept as it was written, but for the signs that nobody sees', async () => {
    expect((await read('\ufeff# A\u00a0lamp\r\n\r\n*one*\u200b\r\n', 'a.md')).text).toBe(
      '# A lamp\n\n*one*\n',
    );
  });

  it('is told from a plain text by what is in it, where nothing says so', async () => {
    const formatOf = async (text: string) => (await read(text)).format;
    expect(await formatOf('# Leave\n\nTwenty-five days.')).toBe('markdown');
    expect(await formatOf('See [the rota](https://marsh.example).')).toBe('markdown');
    expect(await formatOf('- one\n- two * three\n#4 is missing')).toBe('text');
    expect(await formatOf('<p>One</p>')).toBe('html');
  });

  it.each([
    ['lists in lists in lists', '- '.repeat(5_000)],
    ['nothing but marks', '*a_ '.repeat(10_000)],
    ['a million signs', 'lamp '.repeat(250_000)],
  ])('that would take minutes is turned down: %s', async (_, text) => {
    await expect(read(text, 'a.md')).rejects.toThrow('too long or too tangled to be read as Markdown');
  });
});

describe('the front matter of a Markdown text', () => {
  const particulars = async (yaml: string) => {
    const {
      format: _,
      text: __,
      paragraphs,
      ...rest
    } = await read(`---\n${yaml}\n---\nThe lamp burns.`, 'a.md');
    expect(paragraphs).toEqual(['The lamp burns.']);
    return JSON.parse(JSON.stringify(rest));
  };

  it('says what is known of it, and is no paragraph', async () => {
    const yaml =
      'title: "Lamps: a guide"\nauthor: Ida Marsh\ndate: 2024-03-05\nsite: The Lantern\nlang: en-GB\nurl: https://lantern.example/lamps';
    expect(await particulars(yaml)).toEqual({
      title: 'Lamps: a guide',
      author: 'Ida Marsh',
      published: '2024-03-05',
      publisher: 'The Lantern',
      language: 'en',
      url: 'https://lantern.example/lamps',
      notes: [],
    });
  });

  it('is read as programs for notes and blogs write it', async () => {
    expect(
      await particulars(
        'Title: Lamps\nauthors:\n  - "[[Ida Marsh]]"\n  - name: Tom Reed\npublishDate: 2024-03-05T10:00:00Z\nsource: https://lantern.example/a\ntags: [x]',
      ),
    ).toEqual({
      title: 'Lamps',
      author: 'Ida Marsh, Tom Reed',
      published: '2024-03-05',
      url: 'https://lantern.example/a',
      notes: [],
    });
  });

  it('says nothing where it is broken, which is noted', async () => {
    const { notes } = await particulars('title: &a [*b, *c]\nauthor: x');
    expect(notes).toEqual(['its front matter cannot be read: look at its quotes and colons']);
  });

  it('is none where a text stands between two rules', async () => {
    expect(await inMarkdown('---\nOne lamp.\n\n---\nTwo.')).toEqual(['One lamp.', 'Two.']);
  });

  it.each([
    ['2018', '2018'],
    ['2018-05', '2018-05'],
    ['2018-05-30 08:15', '2018-05-30'],
    ['30 May 2018', '2018-05-30'],
    ['Wed, 30 May 2018 10:00:00 GMT', '2018-05-30'],
    ['May 30th, 2018', '2018-05-30'],
    ['September 2018', '2018-09'],
    ['30.5.2018', '2018-05-30'],
    ['05/30/2018', '2018-05-30'],
  ])('may print the date %s', async (printed, published) => {
    expect(await particulars(`date: "${printed}"`)).toEqual({ published, notes: [] });
  });

  it.each(['05/03/2018', '2018-02-30', 'last week', '{{date}}'])(
    'may print a date that is none: %s',
    async (printed) => {
      const { published, notes } = await particulars(`date: "${printed}"`);
      expect(published).toBeUndefined();
      expect(notes).toEqual([
        `its date, “${printed}”, cannot be read without guessing: write it as 2018-05-30`,
      ]);
    },
  );
});
