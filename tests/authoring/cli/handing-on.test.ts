import { readFile, writeFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../../src/packs/read.ts';
import { authorForEachTest, PAGE } from './author.ts';

const author = authorForEachTest();

const FERRY = `topic: The ferry
entries:
  - fact: It was Nora Finch who first took the postman over to Gull Island.
    receipt: ferry#2
`;

describe('a pack that is shared', () => {
  it('is one file without the texts that are not ours, and plays where it is installed', async () => {
    await author.types('new @/club');
    await author.puts('ferry.html', PAGE);
    await author.types('add @/ferry.html');
    await author.puts('club/topics/ferry.yaml', FERRY);
    await author.types('check');
    expect((await author.types('share --out @/club.pack.zip')).code).toBe(0);
    const bytes = await readFile(author.path('club.pack.zip'));
    expect(bytes.toString('latin1')).toContain('articles/example.md');
    expect(bytes.toString('latin1')).not.toContain('articles/ferry');
    expect((await author.types('install @/club.pack.zip @/taken')).code).toBe(0);
    expect(await author.reads('taken/.gitignore')).toContain('articles/*\n.schema/\n!articles/example.md\n');
    const [mine] = await loadPacks(author.club());
    const [theirs] = await loadPacks(author.path('taken'));
    expect(theirs?.claims).toEqual(mine?.claims);
    expect(theirs?.released.map(({ id }) => id)).toEqual(['what-comes-with-each-answer-of-receipts']);
  });

  it('is not shared while something in it is wrong', async () => {
    await author.types('new @/club');
    await author.puts('club/topics/ferry.yaml', FERRY);
    const { code, out } = await author.types('share --out @/club.pack.zip');
    expect(code).toBe(1);
    expect(out).toContain('Mend these first');
    await expect(readFile(author.path('club.pack.zip'))).rejects.toThrow('ENOENT');
  });

  it('never writes over a pack that is there, unless that is said', async () => {
    await author.types('new @/club');
    await author.types('share --out @/club.pack.zip');
    await author.types('install @/club.pack.zip @/taken');
    expect((await author.types('install @/club.pack.zip @/taken')).said).toContain('add --replace');
    expect((await author.types('install @/club.pack.zip @/taken --replace')).code).toBe(0);
  });
});

describe('a file from a stranger', () => {
  it.each([
    ['that leads out of the folder', { '../../escape.yaml': 'x' }, 'which no pack has'],
    ['with a program in it', { 'topics/run.js': 'x' }, 'which no pack has'],
    ['with no pack in it', {}, 'this file is missing'],
    ['far larger than a pack', { 'topics/big.yaml': ' '.repeat(31_000_000) }, 'far larger than a pack'],
    [
      'that is broken',
      { 'pack.yaml': 'format: 1\ntitle: T\n', 'topics/a.yaml': 'topic: [' },
      'Nothing was installed',
    ],
  ])('%s installs nothing', async (_, files, part) => {
    const zipped = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    await writeFile(author.path('x.pack.zip'), zipped);
    const { code, out, said } = await author.types('install @/x.pack.zip @/taken');
    expect(code).toBeGreaterThan(0);
    expect(out + said).toContain(part);
    await expect(readFile(author.path('taken/pack.yaml'))).rejects.toThrow('ENOENT');
  });

  it('that is no archive at all is told so', async () => {
    await writeFile(author.path('x.pack.zip'), 'hello');
    expect((await author.types('install @/x.pack.zip')).said).toContain(
      'no file that `npm run pack -- share` made',
    );
  });
});
