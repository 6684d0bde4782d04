import { describe, expect, it } from 'vitest';
import { verifyReceipts } from '../../../src/core/dataset/verify.ts';
import { loadPacks } from '../../../src/dataset.ts';

const [pack] = await loadPacks('data');
if (!pack) throw new Error('no pack');
const [claim] = pack.claims;
if (!claim) throw new Error('no claim');
const [receipt] = claim.receipts;

/** A text whose paragraph of this number is the one the receipt was made from. */
const textWith = (paragraph: number) => {
  const hashes = Array.from({ length: 30 }, (_, at) => `${at}`.padStart(64, '0'));
  hashes[paragraph - 1] = receipt.sha256;
  return [{ article: receipt.article, hashes }];
};
const verify = (texts: Parameters<typeof verifyReceipts>[1]) =>
  verifyReceipts({ ...pack, claims: [{ ...claim, receipts: [receipt] }] }, texts);

describe('a receipt held against the article’s text', () => {
  it('is in order where its paragraph has its hash', () => {
    expect(verify(textWith(receipt.paragraph))).toEqual([]);
  });

  it('is off by its claim where the paragraph has moved, and says where to', () => {
    const expected = expect.stringContaining(
      `paragraph ${receipt.paragraph + 3}: that is where this hash belongs`,
    );
    expect(verify(textWith(receipt.paragraph + 3))).toMatchObject([
      { record: claim.id, field: 'receipts.0', expected },
    ]);
  });

  it('is off where the paragraph’s text has changed', () => {
    const [text] = textWith(receipt.paragraph);
    const hashes = text?.hashes.map((hash) => (hash === receipt.sha256 ? 'f'.repeat(64) : hash)) ?? [];
    const changed = [{ article: receipt.article, hashes }];
    expect(verify(changed)).toMatchObject([{ expected: expect.stringContaining('the text has changed') }]);
  });

  it('is off where the text has no such paragraph, or is not there at all', () => {
    const short = [{ article: receipt.article, hashes: [] }];
    expect(verify(short)).toMatchObject([{ expected: expect.stringContaining('a paragraph from 1 to 0') }]);
    expect(verify([])).toMatchObject([{ expected: expect.stringContaining('a local copy of') }]);
  });
});
