/** What is told of a revealed question to whoever presses for the other side of the matter. */
import type { CitedCard } from '../../card.ts';
import type { Library } from '../../dataset/library.ts';
import type { Question } from '../../dataset/schema.ts';
import { otherSides, showDisagreement } from '../../facts/fact-card.ts';
import { receiptsOf } from '../../facts/receipts.ts';
import { proofOf } from '../proof.ts';
import { provingClaims } from '../select.ts';

/** For whoever wants to know more about a question that is revealed: what speaks against it, with all receipts. */
export function sidesCard(library: Library, question: Question): CitedCard {
  const { denial, disagreement } = proofOf(library, question);
  const [claim, ...others] = provingClaims(library, question);
  const denials = denial ? [denial] : [];
  return {
    kind: 'cited',
    tone: 'neutral',
    lead: [
      { type: 'text', text: [{ bold: claim.text }] },
      ...denials.map(({ text }) => ({ type: 'text', text: [text] }) as const),
      ...(disagreement ? [showDisagreement(library, disagreement)] : []),
    ],
    receipts: receiptsOf(library, claim, [
      ...others,
      ...denials,
      ...otherSides(library, claim, disagreement),
    ]),
    tail: [],
  };
}
