import { describe, expect, it } from 'vitest';
import { chains } from '../../../../src/authoring/lint/rules/chain.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

const found = (...args: Parameters<typeof changed<'claims'>>) => named(chains.check(changed(...args)));
const [fromBook] = recordOf('claims', 'fee-in-cash').receipts;
const [plain] = recordOf('claims', 'boat-came-in').receipts;

describe('status, attribution and denial of a claim', () => {
  it('agree in a good pack', () => {
    expect(chains.check(goodPack())).toEqual([]);
  });

  it('do not agree where something is reported from nobody', () => {
    expect(found('claims', 'met-at-cafe', { receipts: [plain] })).toEqual(['met-at-cafe: receipts']);
  });

  it('do not agree where all that is stated comes from someone else', () => {
    expect(
      found('claims', 'marsh-stepped-down', { receipts: [{ ...plain, attribution: ['Ida Marsh'] }] }),
    ).toEqual(['marsh-stepped-down: status']);
  });

  it('do not agree where the text tells as a fact what is only reported', () => {
    expect(found('claims', 'met-at-cafe', { text: 'Mara Quill called Ida Marsh to a café.' })).toEqual([
      'met-at-cafe: text',
    ]);
  });

  it('agree where the text names the source in other words than “said”', () => {
    expect(found('claims', 'fee-in-cash', { text: 'In Tides of Saltby, Ben Quill paid in cash.' })).toEqual(
      [],
    );
  });

  it('do not agree where something is disputed by nobody, or reported and denied', () => {
    expect(found('claims', 'not-registered', { denials: [] })).toEqual(['not-registered: denials']);
    expect(found('claims', 'met-at-cafe', { denials: ['book-made-up'] })).toEqual(['met-at-cafe: status']);
  });

  it('agree where an article states what is denied and its text says whose words they are', () => {
    const text = 'Coast Weekly’s headline calls it an affair.';
    expect(found('claims', 'four-aboard', { text, denials: ['book-made-up'] })).toEqual([]);
  });
});

describe('what rests on a contested source', () => {
  it('is disputed and carries the denial of that source', () => {
    const problems = chains.check(changed('claims', 'met-at-cafe', { receipts: [fromBook] }));
    expect(named(problems)).toEqual(['met-at-cafe: status', 'met-at-cafe: denials']);
    expect(problems[1]?.expected).toContain('“book-made-up”');
  });

  it('carries the denial of that source also where it carries another', () => {
    expect(found('claims', 'fee-in-cash', { denials: ['papers-in-order'] })).toEqual([
      'fee-in-cash: denials',
    ]);
  });

  it('carries the denial also where an article prints it as plain fact', () => {
    const alone = changed('claims', 'fee-in-cash', { events: ['sale'] });
    expect(named(chains.check(alone))).toEqual([]);
    const twice = changed(
      'claims',
      'not-registered',
      {
        ...recordOf('claims', 'fee-in-cash'),
        id: 'fee-was-high',
        events: ['sale'],
      },
      alone,
    );
    expect(named(chains.check(twice))).toEqual(['kestrel-to-museum: denials']);
  });
});
