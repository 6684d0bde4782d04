/** Several packs on disk, of which some are broken. */
import { rm, symlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { problemToText } from '../../src/core/dataset/pack.ts';
import { readPacksApart } from '../../src/packs/apart.ts';
import { datasetOf, datasetVersion } from '../../src/packs/dataset.ts';
import { changed, SMALL, withLock } from '../authoring/format/small-pack.ts';
import { packsForEachTest } from '../fakes/packs-on-disk.ts';

const packs = packsForEachTest();
const { put, at } = packs;

const small = withLock(SMALL);
const island = { ...small, 'pack.yaml': 'format: 1\ntitle: The island\n' };
const BROKEN = { 'topics/boats.yaml': 'topic: Boats\nentries:\n  - fact: No receipt.\n' };

const read = async () => datasetOf(await readPacksApart({ root: packs.root, environment: process.env }));
const idsOf = async () => (await read()).packs.map(({ pack }) => pack.info.id);
const brokenIn = async () =>
  (await read()).broken.map(({ name, folder, problems }) => ({
    ...{ name, folder: folder.replace(packs.root, 'PACKS') },
    problems: problems.map((one) => problemToText(one).replaceAll(packs.root, 'PACKS')),
  }));

describe('a pack that is broken', () => {
  it('is left out by its name, with all that is wrong with it, and the others are there', async () => {
    await put({ ...small, ...BROKEN });
    await put(island, 'island');
    expect(await idsOf()).toEqual(['island']);
    expect(await brokenIn()).toEqual([
      {
        ...{ name: 'The harbour', folder: 'PACKS/harbour' },
        problems: [expect.stringMatching(/^PACKS\/harbour\/topics\/boats\.yaml:3:5: /)],
      },
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['that cannot be read as YAML', { 'pack.yaml': 'title: [\n' }],
    ['of another format', { 'pack.yaml': 'format: 9\ntitle: Of tomorrow\n' }],
    ['in JSON', { 'pack.json': '{}' }],
    ['without a pack.yaml', { 'articles.yaml': '' }],
    ['that refers to what it does not have', changed('topics/oars.yaml', 'almanac#2', 'atlas#2')],
  ])('is left out where it is one %s', async (_, files) => {
    await put(files, 'broken');
    await put(small);
    expect(await idsOf()).toEqual(['harbour']);
    expect(await brokenIn()).toMatchObject([{ folder: 'PACKS/broken' }]);
  });

  it('with a file that is not there where its link leads is left out, and names the file', async () => {
    await put(small);
    await put(island, 'island');
    await rm(at('island/topics/oars.yaml'));
    await symlink(at('gone.yaml'), at('island/topics/oars.yaml'));
    expect(await idsOf()).toEqual(['harbour']);
    expect(await brokenIn()).toMatchObject([
      { problems: ['PACKS/island/topics/oars.yaml: a file that may be read by whoever runs the bot'] },
    ]);
  });

  it('that is the only one is an error with all that is wrong', async () => {
    await put({ ...small, ...BROKEN });
    await expect(read()).rejects.toMatchObject({ name: 'DatasetError', message: /boats\.yaml:3:5/ });
  });

  it('among only broken ones is named with the others', async () => {
    await put({ ...small, ...BROKEN });
    await put({ ...island, ...BROKEN }, 'island');
    await expect(read()).rejects.toThrow(/harbour\/topics[\s\S]*island\/topics/);
  });
});

describe('a link to a pack beside it', () => {
  it('adds nothing: the pack is taken once, under its own name, and a line says so', async () => {
    await put(small);
    await symlink(at('harbour'), at('again'));
    await symlink('harbour', at('zebra'));
    expect(await idsOf()).toEqual(['harbour']);
    expect(await brokenIn()).toMatchObject(
      ['again', 'zebra'].map((name) => ({
        folder: `PACKS/${name}`,
        problems: [`PACKS/${name}: another pack: this link leads to PACKS/harbour, which is read already`],
      })),
    );
  });

  it('is taken for the pack where that lies elsewhere, and a second link to it is none', async () => {
    await put(small, 'packs/harbour');
    for (const name of ['first', 'second']) await symlink(at('packs/harbour'), at(name));
    expect(await idsOf()).toEqual(['first']);
    expect(await brokenIn()).toMatchObject([{ folder: 'PACKS/second' }]);
  });
});

describe('two packs of one id', () => {
  it('are one: the second, in the order of folders, is left out and told where the first is', async () => {
    await put({ ...island, 'pack.yaml': 'format: 1\nid: harbour\ntitle: The island\n' }, 'island');
    await put(small);
    expect(await idsOf()).toEqual(['harbour']);
    expect(await brokenIn()).toEqual([
      {
        ...{ name: 'The island', folder: 'PACKS/island' },
        problems: [
          'PACKS/island/pack.yaml:2:1: harbour: id: an id of its own: PACKS/harbour/pack.yaml:1 has it too',
        ],
      },
    ]);
  });
});

describe('the version of a pack', () => {
  const versions = async () => {
    const dataset = await read();
    return { all: datasetVersion(dataset), each: dataset.packs.map(({ version }) => version) };
  };

  it('is the same wherever and however often it is read, also with other comments', async () => {
    await put(small);
    const first = await versions();
    expect(first.each).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/)]);
    await put({ 'pack.yaml': `# Ours.\n${SMALL['pack.yaml']}` });
    expect(await versions()).toEqual(first);
  });

  it('is another one where it says something else, and with it that of all', async () => {
    await put(small);
    await put(island, 'island');
    const before = await versions();
    await put({
      'topics/oars.yaml': changed('topics/oars.yaml', 'twelve', 'eleven')['topics/oars.yaml'] ?? '',
    });
    const after = await versions();
    expect(after.all).not.toBe(before.all);
    expect([after.each[0] === before.each[0], after.each[1] === before.each[1]]).toEqual([false, true]);
  });
});
