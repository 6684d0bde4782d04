/**
 * Every gate on every pack that ships. With local copies of the articles at hand, `ARTICLES_PATH=FOLDER npm test`
 * also holds receipts and wording against them.
 */
import { describe, expect, it } from 'vitest';
import { gates, sourceGates } from '../../src/authoring/lint/rules.ts';
import { readTexts } from '../../src/cli/read-texts.ts';
import { problemToText } from '../../src/core/dataset/pack.ts';
import { loadPacks } from '../../src/dataset.ts';

const packs = await loadPacks('data');
const articles = process.env.ARTICLES_PATH;
const texts = articles ? await readTexts(articles) : undefined;

describe.each(packs.map((pack) => [pack.info.id, pack] as const))('the pack %s', (_, pack) => {
  it.each(gates.map((gate) => [gate.name, gate] as const))('%s', (__, gate) => {
    expect(gate.check(pack).map(problemToText)).toEqual([]);
  });

  it('asks in at least five forms, with a month and more of questions for the daily', () => {
    expect(new Set(pack.questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
    expect(pack.questions.filter(({ fit }) => fit === 'daily').length).toBeGreaterThanOrEqual(30);
  });
});

describe.runIf(texts)('held against local copies of the articles', () => {
  it.each(
    packs.flatMap((pack) =>
      sourceGates.map((gate) => [`${pack.info.id}: ${gate.name}`, pack, gate] as const),
    ),
  )('%s', (_, pack, gate) => {
    expect(gate.check(pack, texts ?? []).map(problemToText)).toEqual([]);
  });
});
