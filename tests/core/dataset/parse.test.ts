import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { loadPacks } from '../../../src/dataset.ts';
import { article, claim, entity, pack, question, storyFolder } from './story.ts';

const { path, put, write, problems } = storyFolder();

describe('a pack', () => {
  it('about any story is read, with nothing wired to the one that ships', async () => {
    await write();
    const library = buildLibrary(await loadPacks(path()));
    expect(library.claims.get('boat-came-in')?.text).toBe('Mara Quill brought a boat in.');
  });

  it('that is broken is turned down with file, record, field and what was expected', async () => {
    await write({ 'claims/boats.json': { claims: [{ ...claim, importance: 9 }] } });
    expect(await problems()).toMatch(/claims\/boats\.json: boat-came-in: importance: .*<=3/);
  });

  it('has all its mistakes reported together', async () => {
    await write({
      'claims/boats.json': {
        claims: [
          { ...claim, status: 'sure' },
          { ...claim, id: 'Two Words' },
          { ...claim, receipts: [] },
        ],
      },
      'entities.json': { entities: [{ ...entity, kind: 'boat' }] },
      'articles.json': '{ "articles": [',
    });
    const text = await problems();
    for (const part of ['status', 'record 2|Two Words', 'receipts', 'kind', 'articles.json: JSON'])
      expect(text).toMatch(new RegExp(part));
  });

  it('whose references lead nowhere is turned down by name', async () => {
    await write({
      'claims/boats.json': {
        claims: [
          {
            ...claim,
            topic: 'ships',
            denials: ['nobody-said'],
            entities: [{ entity: 'nora', role: 'actor' }],
          },
        ],
      },
    });
    const text = await problems();
    for (const id of ['ships', 'nobody-said', 'nora']) expect(text).toContain(`“${id}”`);
  });

  it('with one id twice is turned down', async () => {
    await write({ 'claims/boats.json': { claims: [claim, claim] } });
    expect(await problems()).toContain('an id that no other record of claims has');
  });

  it.each([
    ['an HTML entity', 'Mara &amp; a boat'],
    ['a double space', 'Mara  Quill'],
    ['straight quotes beside curly ones', 'Mara’s "boat"'],
  ])('with %s in a text is turned down', async (_, text) => {
    await write({ 'claims/boats.json': { claims: [{ ...claim, text }] } });
    expect(await problems()).toContain('boat-came-in: text');
  });

  it('with a date finer than its precision is turned down', async () => {
    await write({
      'claims/boats.json': {
        claims: [{ ...claim, date: { precision: 'year', basis: 'stated', on: '2020-02' } }],
      },
    });
    expect(await problems()).toContain('needs `on` with 4 characters');
  });

  it('in a folder that is not there is a clear error with the setting to change', async () => {
    await expect(loadPacks(join(path(), 'nowhere'))).rejects.toThrow('set DATA_PATH');
  });

  it('that shares a topic’s id with another pack is turned down: topics are looked up by it alone', async () => {
    await write();
    await put({
      'island/pack.json': { ...pack, id: 'island' },
      'island/claims.json': { claims: [] },
    });
    expect(await problems()).toContain(
      'island/pack.json: boats: id: an id that no other record of topics has',
    );
  });

  it('that leaves out a paragraph of an article it does not have is turned down', async () => {
    const part = { article: 'gazette-1999', paragraph: 4, what: 'An advert.', reason: 'advert' };
    await write({ 'left-out.json': { leftOut: [part] } });
    expect(await problems()).toMatch(/left-out\.json: paragraph 4 of “gazette-1999”: article: .*is none/);
  });

  it('whose pack.json was forgotten is reported, not skipped', async () => {
    await write();
    await put({ 'island/questions/boats.json': { questions: [] } });
    expect(await problems()).toMatch(/island: a pack\.json/);
  });

  it('may stand beside the folder of JSON Schemas and beside folders that hold no JSON', async () => {
    await write();
    await put({ 'schema/pack.schema.json': {}, 'notes/read.md': '# Notes' });
    expect(await loadPacks(path())).toHaveLength(1);
  });
});

describe('a date', () => {
  const dated = (date: unknown) => write({ 'claims/boats.json': { claims: [{ ...claim, date }] } });

  it.each(['2023-99-45', '2018-13-41', '2023-02-30', '2023-02-29'])(
    'that no calendar has, such as %s, is turned down',
    async (on) => {
      await dated({ precision: 'day', basis: 'stated', on });
      expect(await problems()).toContain('boat-came-in: date.on: is a date that the calendar does not have');
      await write({ 'articles.json': { articles: [{ ...article, published: on }] } });
      expect(await problems()).toContain('gazette-2020: published: is a date');
      await write({ 'claims/boats.json': { claims: [{ ...claim, asOf: on }] } });
      expect(await problems()).toContain('boat-came-in: asOf: is a date');
    },
  );

  it('that the calendar has is taken, the 29th of February of a leap year too', async () => {
    await dated({ precision: 'day', basis: 'stated', on: '2024-02-29', until: '2024-03-01' });
    expect(await loadPacks(path())).toHaveLength(1);
  });

  it.each(['2019', '2017-05', '2017-13'])('of 2018 until %s is turned down', async (until) => {
    await dated({ precision: 'month', basis: 'stated', on: '2018-01', until });
    expect(await problems()).toContain('boat-came-in: date');
  });

  it.each([
    ['2020', 'day', 10],
    ['2020-02-03', 'month', 7],
    ['2020-02', 'year', 4],
  ])('of an article, %s, cannot be known to the %s', async (published, precision, length) => {
    await write({ 'articles.json': { articles: [{ ...article, published, precision }] } });
    expect(await problems()).toContain(
      `gazette-2020: published: a date with precision "${precision}" needs \`published\` with ${length} characters`,
    );
  });
});

describe('a question', () => {
  const [first, second, third] = question.wrong;
  const asked = (changes: object) =>
    write({ 'questions.json': { questions: [{ ...question, ...changes }] } });

  it.each([
    ['no', []],
    ['four', [first, second, third, { ...first, text: 'Ida Rook' }]],
  ])('with %s wrong options is turned down', async (_, wrong) => {
    await asked({ wrong });
    expect(await problems()).toContain('who-brought-it: wrong: one to three wrong options');
  });

  it.each([
    ['that is said to be true or false and has other options', { kind: 'true-false' }],
    [
      'that is true or false and is not said to be',
      { right: { ...question.right, text: 'True' }, wrong: [{ ...first, text: 'False' }] },
    ],
  ])('%s is turned down', async (_, changes) => {
    await asked(changes);
    expect(await problems()).toContain('the options True and False where the kind is true-false');
  });

  it('longer than one breath is turned down', async () => {
    await asked({ prompt: `${'Who brought a boat in, '.repeat(7)}and when?` });
    expect(await problems()).toContain('who-brought-it: prompt');
  });

  it.each([
    ['the right one', 'MARA QUILL', 'also the right option'],
    ['another wrong one', 'zoe cafe', 'also wrong option 2'],
  ])('with a wrong option that reads like %s is turned down', async (_, text, answer) => {
    await asked({ wrong: [second, third, { ...first, text }] });
    expect(await problems()).toContain(`“${text}” is ${answer}`);
  });

  it.each(['child', 'hardship'])('about what is reserved as %s is turned down', async (reserved) => {
    await write({ 'claims/boats.json': { claims: [{ ...claim, reserved }] } });
    expect(await problems()).toContain(
      `who-brought-it: right.claims: claims that may be asked about, but “boat-came-in” is reserved as ${reserved}`,
    );
  });

  it('about the article itself is taken', async () => {
    await write({ 'claims/boats.json': { claims: [{ ...claim, reserved: 'about-the-article' }] } });
    expect(await loadPacks(path())).toHaveLength(1);
  });

  it('about a child is turned down, and taken where the child is only mentioned', async () => {
    const minor = { 'entities.json': { entities: [{ ...entity, minor: true }] } };
    await write(minor);
    expect(await problems()).toContain('“boat-came-in” is about “mara”, a child');
    const mentioned = { ...claim, entities: [{ entity: 'mara', role: 'mentioned' }] };
    await write({ ...minor, 'claims/boats.json': { claims: [mentioned] } });
    expect(await loadPacks(path())).toHaveLength(1);
  });
});

describe('a file that some program wrote in its own way', () => {
  it.each([
    ['with a byte-order mark', (text: string) => `\ufeff${text}`],
    ['in UTF-16', (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ])('is read %s', async (_, written) => {
    await write();
    await writeFile(join(path(), 'harbour/claims/boats.json'), written(JSON.stringify({ claims: [claim] })));
    expect(buildLibrary(await loadPacks(path())).claims.has('boat-came-in')).toBe(true);
  });

  it.each([
    ['a hidden sign', 'Mara Quill\u200b brought a boat in.', /invisible character/],
    ['a sign that reverses the words', 'Mara Quill \u202ebrought\u202c a boat in.', /invisible character/],
    ['a space that does not break', 'Mara\u00a0Quill brought a boat in.', /space that is not a plain one/],
    ['words read in the wrong encoding', 'Mara Quill brought a cafÃ© in.', /wrong encoding.*UTF-8/],
    ['a sign that was lost', 'Mara Quill brought a caf\ufffd in.', /wrong encoding/],
    ['markup', 'Mara Quill brought <b>a boat</b> in.', /markup/],
    ['a mention of everyone', 'Mara Quill brought @everyone in.', /mention/],
  ])('is turned down with %s, and told what to do', async (_, text, why) => {
    await write({ 'claims/boats.json': { claims: [{ ...claim, text }] } });
    expect(await problems()).toMatch(why);
  });
});

describe('a pack that lies elsewhere than it should', () => {
  it('is read where it is only linked, and what editors keep beside it is not', async () => {
    await write();
    await rename(join(path(), 'harbour'), join(path(), '.kept'));
    await symlink(join(path(), '.kept'), join(path(), 'linked'));
    await put({ '.vscode/settings.json': {} });
    expect((await loadPacks(path())).map(({ info }) => info.id)).toEqual(['harbour']);
  });

  it('is told to name the folder above where DATA_PATH is the pack itself', async () => {
    await write();
    await expect(loadPacks(join(path(), 'harbour'))).rejects.toThrow(/set DATA_PATH to the folder above/);
  });

  it('without its articles hears of that once, and not for each record', async () => {
    await write();
    await rm(join(path(), 'harbour/articles.json'));
    const text = await problems();
    expect(text).toContain('articles.json: this file is missing');
    expect(text).toContain('one thing is wrong');
  });

  it('with a claim that denies itself is turned down', async () => {
    await write({ 'claims/boats.json': { claims: [{ ...claim, denials: [claim.id] }] } });
    expect(await problems()).toContain('none denies itself');
  });
});
