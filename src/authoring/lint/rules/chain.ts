import type { Claim } from '../../../core/dataset/schema.ts';
import { type Finding, finding, type Rule } from '../rule.ts';

export const chain = {
  id: 'chain',
  severity: 'error',
  says: 'Status, attribution and denial of a claim agree: who says it, how sure it is, and who denies it.',
  check: (pack) => pack.claims.flatMap((claim) => [...wrongStatus(claim), ...wrongDenial(claim)]),
} satisfies Rule;

function wrongStatus(claim: Claim): readonly Finding[] {
  const attributed = claim.receipts.filter(({ attribution }) => attribution.length > 0);
  if (claim.status !== 'stated' && attributed.length === 0) {
    const expected = `after a receipt, whom the article has it from (“leave#4: Ada Marsh”), as the status is ${claim.status}; or the status “stated”`;
    return [finding(claim, 'receipts', expected)];
  }
  if (claim.status === 'stated' && attributed.length === claim.receipts.length)
    return [
      finding(
        claim,
        'status',
        'the status “reported”: every article has it from someone else, as its receipts say',
      ),
    ];
  return [];
}

/** An article’s own words about what is denied are stated, and carry the denial all the same. */
function wrongDenial(claim: Claim): readonly Finding[] {
  if (claim.status === 'disputed' && claim.denials.length === 0)
    return [finding(claim, 'denials', 'the fact that denies it under `denied-by`, or the status “reported”')];
  if (claim.status === 'reported' && claim.denials.length > 0)
    return [
      finding(
        claim,
        'status',
        'the status “disputed”, as `denied-by` names a fact that denies it; or nothing under `denied-by`',
      ),
    ];
  return [];
}
