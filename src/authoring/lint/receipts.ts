/** What every receipt names is there: the article’s paragraph, with the hash it had. */
import { verifyReceipts } from '../../core/dataset/verify.ts';
import type { SourceGate } from './gate.ts';

export const receipts: SourceGate = {
  name: 'every receipt’s paragraph exists, with its hash',
  check: verifyReceipts,
};
