/** Packs on disk: which folders are some, and which files are read. */
import { rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemToText } from '../../../src/core/dataset/pack.ts';
import { DatasetError } from '../../../src/packs/dataset.ts';
import { loadPacks, readPacks } from '../../../src/packs/read.ts';
import { packsForEachTest } from '../../fakes/packs-on-disk.ts';
import { changed, SMALL, withLock } from './small-pack.ts';

const packs = packsForEachTest();
const { put } = packs;

const idsIn = async (folder: string) => (await loadPacks(folder)).map(({ info }) => info.id);

async function problemsIn(folder: string): Promise<string> {
  const error = await loadPacks(folder).catch((thrown: unknown) => thrown);
  if (!(error instanceof DatasetError)) throw new Error('the pack was taken', { cause: error });
  return error.message.replaceAll(packs.root, 'PACKS');
}

const FACT = 'Mara Quill brought a boat in.';

const factsIn = async (folder: string) =>
  (await loadPacks(folder)).flatMap(({ claims }) => claims.map(({ text }) => text));

describe('DATA_PATH', () => {
  it('is a folder that holds packs', async () => {
    await put(withLock(SMALL));
    const island = { ...SMALL, 'pack.yaml': 'format: 1\ntitle: The island\n' };
    await put({ 'pack.yaml': island['pack.yaml'] }, 'island');
    expect(await idsIn(packs.root)).toEqual(['harbour', 'island']);
  });

  it('may be a pack itself', async () => {
    await put(withLock(SMALL));
    expect(await idsIn(join(packs.root, 'harbour'))).toEqual(['harbour']);
    expect(await idsIn(`${join(packs.root, 'harbour')}/`)).toEqual(['harbour']);
  });

  it('that leads nowhere is a clear error with the setting to change', async () => {
    await expect(loadPacks(join(packs.root, 'nowhere'))).rejects.toThrow(
      /nowhere cannot be read: set DATA_PATH, or --pack,/,
    );
  });

  it('that holds nothing is told how a pack is made', async () => {
    expect(await problemsIn(packs.root)).toContain(
      'PACKS: at least one pack: a folder with a pack.yaml; npm run pack -- new NAME makes one',
    );
  });

  it('that holds a pack and its copy has both: each has ids of its own', async () => {
    await put(withLock(SMALL));
    await put(withLock(SMALL), 'harbour-copy');
    expect(await idsIn(packs.root)).toEqual(['harbour', 'harbour-copy']);
  });
});

describe('a folder', () => {
  it.each(['pack.yml', 'articles.yaml', 'topics/boats.yaml'])(
    'with %s and no pack.yaml is reported, and not skipped',
    async (file) => {
      await put({ [file]: 'format: 1\n' });
      expect(await problemsIn(packs.root)).toContain(
        'PACKS/harbour: a pack.yaml: without it nothing in this folder is read',
      );
    },
  );

  it('of a release before 0.2, in JSON, is told so in a sentence', async () => {
    await put({ 'pack.json': '{}', 'claims/boats.json': '{}' });
    const old =
      'PACKS/harbour: a pack in YAML: this one is in JSON, as releases before 0.2 read it, and this';
    expect(await problemsIn(packs.root)).toContain(old);
    expect(await problemsIn(join(packs.root, 'harbour'))).toContain(old);
  });

  it('that is only linked is read, as containers are given their packs', async () => {
    await put(withLock(SMALL), '.kept');
    await symlink(join(packs.root, '.kept'), join(packs.root, 'harbour'));
    expect(await idsIn(packs.root)).toEqual(['harbour']);
  });

  it('whose name begins with a dot, or that holds no pack, is none', async () => {
    await put(withLock(SMALL));
    await put({ 'pack.yaml': 'format: 9\n' }, '.obsidian');
    await put({ 'read.md': '# Notes' }, 'notes');
    expect(await idsIn(packs.root)).toEqual(['harbour']);
  });

  it('that is linked within a pack is read, and a link that leads back ends there', async () => {
    await put(withLock(SMALL));
    await rename(packs.at('harbour/topics'), packs.at('.topics'));
    await symlink(packs.at('.topics'), packs.at('harbour/topics'));
    await symlink(packs.at('harbour'), packs.at('harbour/again'));
    expect(await factsIn(packs.root)).toContain(FACT);
  });

  it('that package managers and editors keep is none of the pack’s, beside it or in it', async () => {
    await put(withLock(SMALL));
    await put({ 'pack.yaml': 'format: 9\n' }, 'node_modules');
    await put({ 'node_modules/tool/settings.yml': 'a: {\n', '.git/boats.yaml': 'a: {\n' });
    expect(await factsIn(packs.root)).toContain(FACT);
  });

  it.each([
    ['nowhere', 'nowhere'],
    ['to itself', 'lost'],
  ])('that is a link %s is named', async (_, target) => {
    await put(withLock(SMALL), 'kept');
    await symlink(packs.at(target), packs.at('lost'));
    const read = await readPacks(packs.root);
    const broken = read.flatMap((one) => ('problems' in one ? [one] : []));
    expect(broken.map(({ folder, problems }) => [folder, problems.map(problemToText)])).toEqual([
      [packs.at('lost'), [`${packs.at('lost')}: a folder: this link leads nowhere`]],
    ]);
  });

  it('of another name gives the pack another id, until its author gives it one', async () => {
    await put(withLock(SMALL), 'Häfen & Boote');
    expect(await idsIn(packs.root)).toEqual(['hafen-boote']);
    await rename(join(packs.root, 'Häfen & Boote'), join(packs.root, 'elsewhere'));
    await put({ 'pack.yaml': `${SMALL['pack.yaml']}id: harbour\n` }, 'elsewhere');
    expect(await idsIn(packs.root)).toEqual(['harbour']);
  });
});

describe('a file', () => {
  it.each([
    ['with a byte-order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['with the line ends of Windows', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['in UTF-16', (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    [
      'in the other UTF-16',
      (text: string) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
    ],
  ])('is read %s, as programs write it', async (_, written) => {
    await put({ ...withLock(SMALL), 'topics/boats.yaml': written(SMALL['topics/boats.yaml'] ?? '') });
    expect(await factsIn(packs.root)).toContain(FACT);
  });

  it('in the encoding of an old Windows is one sentence, whatever else would be wrong with it', async () => {
    const latin = Buffer.from(
      changed('topics/boats.yaml', FACT, 'A café: two à la mode.')['topics/boats.yaml'] ?? '',
      'latin1',
    );
    await put({ ...withLock(SMALL), 'topics/boats.yaml': latin });
    expect(await problemsIn(packs.root)).toBe(
      'one thing is wrong with the dataset:\n  PACKS/harbour/topics/boats.yaml:3:16: a file saved as UTF-8: here a sign was lost (an editor has the encoding under “Save as”)',
    );
  });

  it.each([
    ['topics/tides.yml', 'the ending .yaml: call it topics/tides.yaml'],
    ['article.yaml', 'another name: is “articles.yaml” meant?'],
    ['claims.yaml', 'another name or place: a pack has pack.yaml, articles.yaml, names.yaml'],
    ['topic/tides.yaml', 'another name or place: a pack has'],
    ['topics/sea/tides.yaml', 'another name or place: a pack has'],
  ])('called %s is not left unread without a word', async (name, why) => {
    await put({ ...withLock(SMALL), [name]: 'topic: Tides\n' });
    expect(await problemsIn(packs.root)).toContain(`PACKS/harbour/${name}: ${why}`);
  });

  it('that is not the pack’s own is left alone: texts, notes, what editors and the program keep', async () => {
    await put({
      ...withLock(SMALL),
      ...{ '.gitignore': 'articles/\n', '.schema/topic.json': '{}', '.vscode/settings.yaml': 'a: {\n' },
      ...{
        'articles/gazette.md': '# A boat',
        'notes.txt': 'None.',
        'topics/.boats.yaml': 'a: {\n',
        'sheet.csv': 'a,b',
      },
    });
    expect(await factsIn(packs.root)).toContain(FACT);
  });

  it('that is linked is read, and one that cannot be read is named', async () => {
    await put(withLock(SMALL));
    await rename(join(packs.root, 'harbour/topics/boats.yaml'), join(packs.root, 'kept.yaml'));
    await symlink(join(packs.root, 'kept.yaml'), join(packs.root, 'harbour/topics/boats.yaml'));
    expect(await factsIn(packs.root)).toContain(FACT);
    await rm(join(packs.root, 'kept.yaml'));
    expect(await problemsIn(packs.root)).toBe(
      'one thing is wrong with the dataset:\n  PACKS/harbour/topics/boats.yaml: a file that may be read by whoever runs the bot',
    );
  });
});
