import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/authoring/lint/lint.ts';
import { rules } from '../../../src/authoring/lint/rules.ts';
import type { Pack } from '../../../src/core/dataset/pack.ts';
import { changed, goodPack, goodTexts } from './harbour.ts';

/** Sounds are a matter of taste. */
const TASTE = { voice: 'off' } as const;

const text = 'Mara Quill brought the controversial Kestrel to Saltby.';
const judging = changed('claims', 'boat-came-in', { text });

const accepting =
  (id: string, ...waivers: readonly (readonly [string, string])[]) =>
  (record: object): ReadonlyMap<string, string> =>
    'id' in record && record.id === id ? new Map(waivers) : new Map();

const ids = (verdicts: ReturnType<typeof lint>) => verdicts.map(({ rule }) => rule);

describe('a run over a pack', () => {
  it('has nothing to say of a good one', () => {
    expect(lint(goodPack(), { texts: goodTexts(), severities: TASTE })).toEqual([]);
  });

  it('says which rule found what, how grave it is, where, and what to do', () => {
    const [verdict] = lint(judging, { severities: TASTE });
    expect(verdict).toMatchObject({
      ...{ rule: 'opinion', severity: 'error', file: 'harbour/claims.yaml' },
      ...{ record: 'boat-came-in', field: 'text', words: 'controversial', waived: undefined },
    });
    expect(verdict?.expected).toContain('leave it out');
  });

  it('names line and column where they are known, in the order of the files', () => {
    const at = (line: number) => ({
      ...{ file: 'a.yaml', positionOf: () => ({ line, column: 3 }) },
      fieldOf: (field: string) => field,
    });
    const other = changed('claims', 'papers-in-order', { text: 'Mara Quill said so recently.' }, judging);
    const lines = new Map<object, ReturnType<typeof at>>(
      other.claims.map((claim, index) => [claim, at(90 - index)]),
    );
    const pack: Pack = { ...other, origin: lines };
    expect(lint(pack, { severities: TASTE }).map(({ rule, position }) => [rule, position?.line])).toEqual([
      ['loose-date', 82],
      ['opinion', 90],
    ]);
  });

  it('leaves out what needs the articles where there are none', () => {
    const told: string[] = [];
    lint(goodPack(), { progress: (rule) => told.push(rule) });
    expect(told).toEqual(rules.filter(({ needs }) => needs === undefined).map(({ id }) => id));
  });

  it('tells how far it is', () => {
    const steps: string[] = [];
    lint(goodPack(), { texts: [], progress: (_, done, of) => steps.push(`${done}/${of}`) });
    expect(steps[0]).toBe(`0/${rules.length}`);
    expect(steps.at(-1)).toBe(`${rules.length - 1}/${rules.length}`);
  });
});

describe('how grave a finding is', () => {
  it('is for the pack to say', () => {
    expect(lint(judging, { severities: { ...TASTE, opinion: 'note' } })).toMatchObject([
      { severity: 'note' },
    ]);
    expect(lint(judging, { severities: { ...TASTE, opinion: 'off' } })).toEqual([]);
  });

  it('cannot be said of a rule that there is not: the nearest one is named', () => {
    const [verdict] = lint(goodPack(), { severities: { ...TASTE, coverige: 'error' } });
    expect(verdict).toMatchObject({ rule: 'unknown-rule', severity: 'error', field: 'rules.coverige' });
    expect(verdict?.expected).toContain('perhaps “coverage”');
  });

  it('is not for the pack to say where a rule protects people', () => {
    const wrong = [{ text: 'She stole the boat', because: '', claims: [] }];
    const pack = changed('questions', 'q-skipper', { wrong });
    expect(lint(pack, { severities: { ...TASTE, misconduct: 'off' } })).toMatchObject([
      { rule: 'protected-rule', severity: 'error' },
      { rule: 'misconduct', severity: 'error' },
    ]);
  });
});

describe('a waiver', () => {
  it('lets a record be, and its reason is kept', () => {
    const accepted = accepting('boat-came-in', ['opinion', 'The trawler is called so.']);
    expect(lint(judging, { severities: TASTE, accepted })).toMatchObject([
      { rule: 'opinion', waived: 'The trawler is called so.' },
    ]);
  });

  it('that silences nothing is named', () => {
    const accepted = accepting('boat-came-in', ['opinion', 'It is called so.']);
    expect(lint(goodPack(), { severities: TASTE, accepted })).toMatchObject([
      { rule: 'unused-waiver', severity: 'warning', record: 'boat-came-in', field: 'accept.opinion' },
    ]);
  });

  it('may wait for a rule that is off or that needs the articles', () => {
    const accepted = accepting('boat-came-in', ['own-words', 'A formula.'], ['voice', 'It is sung.']);
    expect(lint(goodPack(), { severities: TASTE, accepted })).toEqual([]);
  });

  it('of a rule that there is not names the nearest', () => {
    const accepted = accepting('boat-came-in', ['opinions', 'It is called so.']);
    expect(lint(goodPack(), { severities: TASTE, accepted })).toMatchObject([
      { rule: 'unknown-rule', expected: expect.stringContaining('perhaps “opinion”') },
    ]);
  });

  it('of a rule that protects people counts for nothing', () => {
    const wrong = [{ text: 'She stole the boat', because: '', claims: [] }];
    const accepted = accepting('q-skipper', ['misconduct', 'Everybody laughs.']);
    const verdicts = lint(changed('questions', 'q-skipper', { wrong }), { severities: TASTE, accepted });
    expect(ids(verdicts)).toEqual(['misconduct', 'protected-rule']);
    expect(verdicts.every(({ waived }) => waived === undefined)).toBe(true);
  });
});

describe('a pack in another language', () => {
  const german = { ...judging, info: { ...judging.info, language: 'de' } };

  it('is not held to lists of English words, and its author is told once which rules were left out', () => {
    const [verdict, ...others] = lint(german);
    expect(others).toEqual([]);
    expect(verdict).toMatchObject({ rule: 'left-out-rules', severity: 'note', field: 'language' });
    expect(verdict?.expected).toMatch(/“de”.*opinion/);
  });

  it('is held to all that needs no words', () => {
    const pack = changed('claims', 'boat-came-in', { status: 'disputed' }, german);
    expect(ids(lint({ ...pack, info: german.info }))).toContain('chain');
  });
});

describe('the rules', () => {
  it('have each an id of their own, in kebab-case, and a sentence that says why', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, says } of rules) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(says).toMatch(/^\p{Lu}.*\.$/u);
    }
  });
});
