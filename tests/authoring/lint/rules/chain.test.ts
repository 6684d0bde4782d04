import { describe, expect, it } from 'vitest';
import { chain } from '../../../../src/authoring/lint/rules/chain.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

const found = (...args: Parameters<typeof changed<'claims'>>) => named(chain.check(changed(...args)));
const [plain] = recordOf('claims', 'boat-came-in').receipts;

describe('status, attribution and denial of a claim', () => {
  it('agree in a good pack', () => {
    expect(chain.check(goodPack())).toEqual([]);
  });

  it('do not agree where something is reported from nobody', () => {
    expect(found('claims', 'met-at-cafe', { receipts: [plain] })).toEqual(['met-at-cafe: receipts']);
  });

  it('do not agree where all that is stated comes from someone else', () => {
    expect(
      found('claims', 'marsh-stepped-down', { receipts: [{ ...plain, attribution: ['Ida Marsh'] }] }),
    ).toEqual(['marsh-stepped-down: status']);
  });

  it('do not agree where something is disputed by nobody, or reported and denied', () => {
    expect(found('claims', 'not-registered', { denials: [] })).toEqual(['not-registered: denials']);
    expect(found('claims', 'met-at-cafe', { denials: ['book-made-up'] })).toEqual(['met-at-cafe: status']);
  });
});
