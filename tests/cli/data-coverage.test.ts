/** `npm run data:coverage`, as whoever writes a pack runs it. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { article, storyFolder } from '../core/dataset/story.ts';

const { path, write } = storyFolder();

function coverage() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/data-coverage.ts'],
    { env: { PATH: process.env.PATH, DATA_PATH: path() }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const leftOut = (paragraph: number) => ({
  article: article.id,
  paragraph,
  what: 'a headline',
  reason: 'title',
});

describe('data-coverage', () => {
  it('prints what stands for each paragraph, and is content where all are accounted for', async () => {
    await write({
      'articles.json': { articles: [{ ...article, paragraphs: 3 }] },
      'left-out.json': { leftOut: [leftOut(2), leftOut(3)] },
    });
    const { status, stdout, stderr } = coverage();
    expect(stderr).toBe('');
    expect(stdout).toContain('left out (title): a headline');
    expect(stdout).toContain('1  boat-came-in');
    expect(stdout).toContain('3 paragraphs: 1 with claims, 2 left out for a reason, 0 unaccounted for');
    expect(status).toBe(0);
  });

  it('fails on a paragraph that nothing accounts for, and says what to do', async () => {
    await write({
      'articles.json': { articles: [{ ...article, paragraphs: 3 }] },
      'left-out.json': { leftOut: [leftOut(3)] },
    });
    const { status, stdout, stderr } = coverage();
    expect(status).toBe(1);
    expect(stdout).toContain('UNACCOUNTED FOR');
    expect(stderr).toContain('a claim that rests on paragraph 2, or an entry in left-out.json');
  });
});
