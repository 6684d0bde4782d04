/** The commands about the packs, as whoever edits a pack runs them. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { claim, storyFolder } from '../core/dataset/story.ts';

const { path, put, write } = storyFolder();

function run(command: string, dataPath: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', `src/cli/${command}.ts`, ...args],
    { env: { PATH: process.env.PATH, DATA_PATH: dataPath }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe.each([['data-stats'], ['data-verify']])('%s', (command) => {
  it('tells in a sentence that DATA_PATH leads nowhere', () => {
    const { status, stderr } = run(command, `${path()}/nowhere`, path());
    expect(status).toBe(1);
    expect(stderr).toMatch(/^the dataset folder .* cannot be read: set DATA_PATH [^\n]*\n$/);
  });

  it('tells what is wrong with a broken pack, and nothing of our own code', async () => {
    await write({ 'claims/boats.json': { claims: [{ ...claim, importance: 9 }] } });
    const { status, stderr } = run(command, path(), path());
    expect(status).toBe(1);
    expect(stderr).toContain('boats.json: boat-came-in: importance');
    expect(stderr).not.toMatch(/^\s+at |Error:|node:/m);
  });
});

describe('data-stats', () => {
  it('counts what a pack holds, every question under its kind and fit', async () => {
    await write();
    const { status, stdout } = run('data-stats', path(), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      claims: 1,
      questions: 1,
      questionsByKind: { choice: 1 },
      questionsByFit: { quiz: 1 },
    });
  });
});

describe('data-panel', () => {
  it('prints a sheet, its key, and what the marks of a panel come to', async () => {
    await write({ 'marks.txt': '1 4 3 2 5\n' });
    expect(run('data-panel', path(), 'sheet', 'a').stdout).toContain('1. Who brought a boat in?');
    expect(run('data-panel', path(), 'key', 'a').stdout).toContain('Mara Quill — She brought it in.');
    expect(run('data-panel', path(), 'tricks').stdout).toContain('the longest');
    expect(run('data-panel', path(), 'marks', 'a', `${path()}/harbour/marks.txt`).stdout).toContain(
      'natural 4.00, clear 3.00, interest 2.00, payoff 5.00',
    );
  });

  it('says how it is called, and which line of marks cannot be read', async () => {
    await write({ 'marks.txt': '1 good\n' });
    expect(run('data-panel', path()).stderr).toContain('usage: ');
    const { status, stderr } = run('data-panel', path(), 'marks', 'a', `${path()}/harbour/marks.txt`);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^“1 good” is not a line of marks/);
  });
});

describe('data-questions', () => {
  it('prints what is asked, whose word it is and which option is right, for people and for programs', async () => {
    await write();
    const { status, stdout } = run('data-questions', path(), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        ...{ id: 'who-brought-it', kind: 'choice', prompt: 'Who brought a boat in?', attribution: '' },
        options: [{ text: 'Mara Quill', right: true }, { right: false }, { right: false }, { right: false }],
        ...{ payoff: 'She brought it in.', fit: 'quiz', difficulty: 1, claims: ['boat-came-in'] },
      },
    ]);
    expect(run('data-questions', path()).stdout).toContain('✓ Mara Quill');
  });
});

describe('data-verify', () => {
  it.each([
    ['is not there', {}, /index\.json/],
    ['is no JSON', { 'texts/index.json': '[' }, /JSON/],
    ['is not a list of articles', { 'texts/index.json': {} }, /expected a list of/],
  ])('tells in a sentence that the index of the texts %s', async (_, files, answer) => {
    await write();
    await put({ 'texts/read.md': '', ...files });
    const { status, stderr } = run('data-verify', 'data', `${path()}/texts`);
    expect(status).toBe(1);
    expect(stderr).toMatch(answer);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
