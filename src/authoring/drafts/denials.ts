/** Who denies what a claim reports: it is told wherever the claim is. */
import type { Claim } from '../../core/dataset/schema.ts';
import type { Story } from './draft.ts';

/** The claims that deny it, or the source on which it rests; each once. */
export function denialsOf({ pack, claims }: Story, claim: Claim): readonly Claim[] {
  const sources = new Set(claim.receipts.flatMap(({ attribution }) => attribution));
  const contested = pack.info.contested.filter(({ source }) => sources.has(source));
  const ids = new Set([...claim.denials, ...contested.map(({ denial }) => denial)]);
  ids.delete(claim.id);
  return [...ids].flatMap((id) => claims.get(id) ?? []);
}
