/**
 * Every pack that ships passes its own check, lock included. With local copies of the articles at hand,
 * `ARTICLES_PATH=FOLDER npm test` also holds receipts and wording against them.
 */
import { describe, expect, it } from 'vitest';
import { runPack } from '../../src/authoring/cli/program.ts';
import { loadPacks } from '../../src/packs/read.ts';

const articles = process.env.ARTICLES_PATH;

async function check(pack: string, ...more: readonly string[]) {
  let out = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    say: () => undefined,
    input: async () => new Uint8Array(),
    ask: async () => undefined,
  };
  const code = await runPack(['check', '--locked', '--pack', pack, ...more], terminal, {});
  return { code, out };
}

describe('the pack that the bot comes with', () => {
  it('passes its own check, and all that is left is advice on how a question sounds', async () => {
    const { code, out } = await check('data/kardashian-trump');
    const left = out
      .split('\n')
      .filter((line) => /^(?:error|warning|note)/.test(line) && !/\(voice\)$/.test(line));
    expect([code, left]).toEqual([0, []]);
  });

  it.runIf(articles)('passes it against local copies of the articles', async () => {
    const { code, out } = await check('data/kardashian-trump', '--texts', articles ?? '');
    const left = out
      .split('\n')
      .filter((line) => /^(?:error|warning|note)/.test(line) && !/\(voice\)$/.test(line));
    expect([code, left]).toEqual([0, []]);
  });

  it('asks in at least five forms, with a month and more of questions for the daily', async () => {
    const [pack] = await loadPacks('data');
    expect(new Set(pack?.questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
    expect(pack?.questions.filter(({ fit }) => fit === 'daily').length).toBeGreaterThanOrEqual(30);
  });
});

describe('the example', () => {
  it('passes its own check against its own texts, with nothing to warn of', async () => {
    const { code, out } = await check('examples/handbook');
    expect(out).toMatch(/: 0 errors, 0 warnings, /);
    expect(code).toBe(0);
  });

  it('has some thirty facts, and twenty questions and more', async () => {
    const [pack] = await loadPacks('examples/handbook');
    expect(pack?.claims.length).toBeGreaterThanOrEqual(30);
    expect(pack?.questions.length).toBeGreaterThanOrEqual(20);
    expect(pack?.articles.every(({ ours }) => ours)).toBe(true);
  });
});
