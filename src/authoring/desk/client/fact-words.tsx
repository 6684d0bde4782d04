/** The text of a fact in a list; what a program asks its author to do stands apart from it. */
import { proposalParts } from '../../format/unwritten.ts';

export function FactWords({ text }: { readonly text: string }) {
  const { advice, rest } = proposalParts(text) ?? { advice: undefined, rest: text };
  return (
    <>
      {rest === '' ? null : <span className="fact-text">{rest}</span>}
      {advice === undefined ? null : <span className="advice">{advice}.</span>}
    </>
  );
}
