/** The commands that a pack goes through before it is released, as whoever edits it runs them. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claim, question, storyFolder } from '../core/dataset/story.ts';

const { path, write } = storyFolder();

function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', `src/cli/${command}.ts`, ...args],
    { env: { PATH: process.env.PATH, DATA_PATH: path() }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const releasedIds = async (): Promise<readonly unknown[]> =>
  JSON.parse(await readFile(join(path(), 'harbour/released.json'), 'utf8')).released;

describe('npm run data:release', () => {
  it('lists the ids of new questions, says which, and finds none the second time', async () => {
    await write();
    const first = run('data-release');
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(/^\+ who-brought-it\n/);
    expect(await releasedIds()).toContainEqual({ id: 'who-brought-it' });
    expect(run('data-release').stdout).toMatch(/released\.json: \d+ ids, 0 of them new\n$/);
  });

  it('keeps what is listed, in its order, also what is withdrawn', async () => {
    const before = [{ id: 'q-lighthouse', withdrawn: 'No article names “it”.' }, { id: 'who-brought-it' }];
    await write({
      'released.json': { released: before },
      'questions.json': { questions: [{ ...question, id: 'a-new-one' }, question] },
    });
    run('data-release');
    const after = await releasedIds();
    expect(after.slice(0, 2)).toEqual(before);
    expect(after.slice(2)).toContainEqual({ id: 'a-new-one' });
  });
});

describe('npm run data:check', () => {
  it('names what every rule finds, how grave it is and what to do, and fails where it is an error', async () => {
    await write({ 'questions.json': { questions: [{ ...question, prompt: 'What did Mara Quill do?' }] } });
    const { status, stdout } = run('data-check');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error, answer-in-prompt: .*questions\.json: who-brought-it: prompt: /m);
    expect(stdout).toMatch(/^note, unreleased: .*questions\.json: who-brought-it: id: /m);
    expect(stdout).toMatch(
      /^harbour: \d+ errors?, \d+ warnings?, \d+ notes?; \d+ more rules need the articles: /m,
    );
  });

  it('is content where there are warnings and notes only', async () => {
    await write();
    expect(run('data-check')).toMatchObject({ status: 0 });
  });

  it('tells in a sentence that the articles are not where they were said to be', async () => {
    await write();
    const { status, stderr } = run('data-check', `${path()}/nowhere`);
    expect(status).toBe(1);
    expect(stderr).toContain('index.json');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('holds the pack against the articles where they are given', async () => {
    const line = 'Mara Quill came in.';
    const [receipt] = claim.receipts;
    const sha256 = createHash('sha256').update(line).digest('hex');
    await write({ 'claims/boats.json': { claims: [{ ...claim, receipts: [{ ...receipt, sha256 }] }] } });
    const texts = await mkdtemp(join(tmpdir(), 'receipts-texts-'));
    await writeFile(join(texts, 'index.json'), JSON.stringify([{ id: 'gazette-2020', file: 'gazette.txt' }]));
    await writeFile(join(texts, 'gazette.txt'), `\n${line}\n`);
    expect(run('data-check', texts).stdout).not.toContain('boat-came-in: receipts');
    await writeFile(join(texts, 'gazette.txt'), 'Another line.\n');
    expect(run('data-check', texts).stdout).toMatch(/boat-came-in: receipts\.0: /);
    await rm(texts, { recursive: true });
  });
});
