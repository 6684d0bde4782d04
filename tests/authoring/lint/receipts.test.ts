import { describe, expect, it } from 'vitest';
import { receipts } from '../../../src/authoring/lint/receipts.ts';
import { changed, goodPack, goodTexts, recordOf } from './harbour.ts';

const [receipt] = recordOf('claims', 'three-aboard').receipts;

describe('a receipt', () => {
  it('names a paragraph with its hash in a good pack', () => {
    expect(receipts.check(goodPack(), goodTexts())).toEqual([]);
  });

  it('that names another paragraph than its hash is turned down', () => {
    const pack = changed('claims', 'three-aboard', { receipts: [{ ...receipt, paragraph: 3 }] });
    const [problem] = receipts.check(pack, goodTexts());
    expect(problem).toMatchObject({ record: 'three-aboard', field: 'receipts.0' });
    expect(problem?.expected).toContain('paragraph 2: that is where this hash belongs');
  });
});
