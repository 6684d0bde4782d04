import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { DatasetError, loadPacks } from '../../../src/dataset.ts';

const hash = 'a'.repeat(64);
const pack = {
  id: 'harbour',
  title: 'The harbour',
  description: 'An invented story',
  topics: [{ id: 'boats', name: 'Boats' }],
};
const article = {
  id: 'gazette-2020',
  title: 'A boat came in',
  publisher: 'The Gazette',
  author: null,
  published: '2020-02-03',
  precision: 'day',
  language: 'en',
  url: 'https://gazette.example/boat',
  known: 'invented',
};
const entity = { id: 'mara', kind: 'person', name: 'Mara Quill' };
const claim = {
  id: 'boat-came-in',
  text: 'Mara Quill brought a boat in.',
  topic: 'boats',
  entities: [{ entity: 'mara', role: 'actor' }],
  status: 'stated',
  receipts: [{ article: 'gazette-2020', paragraph: 1, sha256: hash }],
  importance: 3,
};

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'receipts-pack-'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(files: Record<string, unknown>) {
  await mkdir(join(root, 'harbour', 'claims'), { recursive: true });
  const whole: Record<string, unknown> = {
    'pack.json': pack,
    'articles.json': { articles: [article] },
    'entities.json': { entities: [entity] },
    'claims/boats.json': { claims: [claim] },
    ...files,
  };
  for (const [name, json] of Object.entries(whole))
    await writeFile(join(root, 'harbour', name), typeof json === 'string' ? json : JSON.stringify(json));
}

async function problems(): Promise<string> {
  const error = await loadPacks(root).catch((thrown: unknown) => thrown);
  if (!(error instanceof DatasetError)) throw new Error('the pack was taken', { cause: error });
  return error.message;
}

describe('a pack', () => {
  it('about any story is read, with nothing wired to the one that ships', async () => {
    await write({});
    const library = buildLibrary(await loadPacks(root));
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
    await expect(loadPacks(join(root, 'nowhere'))).rejects.toThrow('set DATA_PATH');
  });
});
