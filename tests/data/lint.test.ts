/**
 * Every rule on every pack that ships, each as strict as an error. With local copies of the articles at hand,
 * `ARTICLES_PATH=FOLDER npm test` also holds receipts and wording against them.
 */
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/authoring/lint/lint.ts';
import { rules } from '../../src/authoring/lint/rules.ts';
import { readTexts } from '../../src/cli/read-texts.ts';
import { problemToText } from '../../src/core/dataset/pack.ts';
import { loadPacks } from '../../src/dataset.ts';

const packs = await loadPacks('data');
const articles = process.env.ARTICLES_PATH;
const texts = articles ? await readTexts(articles) : undefined;

/** Questions on the articles themselves were withdrawn; a long prompt may have its reason. */
const SEVERITIES = { voice: 'off', 'empty-topic': 'off' } as const;

/** What the authors of the shipped pack accept. */
function accepted(record: object): ReadonlyMap<string, string> {
  const isDaughter = 'id' in record && record.id === 'q-which-of-his-people';
  return new Map(
    isDaughter ? [['answer-unproved', 'Her husband is his son-in-law, say two of its claims.']] : [],
  );
}

describe.each(packs.map((pack) => [pack.info.id, pack] as const))('the pack %s', (_, pack) => {
  const verdicts = lint(pack, { texts, severities: SEVERITIES, accepted });

  it.each(
    rules.filter(({ needs }) => needs === undefined || texts !== undefined).map(({ id, says }) => [id, says]),
  )('%s: %s', (id) => {
    const found = verdicts.filter(({ rule, waived }) => rule === id && waived === undefined);
    expect(found.map(problemToText)).toEqual([]);
  });

  it('asks in at least five forms, with a month and more of questions for the daily', () => {
    expect(new Set(pack.questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
    expect(pack.questions.filter(({ fit }) => fit === 'daily').length).toBeGreaterThanOrEqual(30);
  });
});
