/** Statements as a fact has them, or with the one detail changed that its author named as refuted. */
import { flip, ordered } from './draw.ts';
import type { Maker, Proposal } from './proposal.ts';
import type { Story, Told } from './story.ts';

/** One a claim, about half of them false. */
export const trueOrFalse: Maker = (story) => story.askable.flatMap((told) => proposal(story, told) ?? []);

function proposal(story: Story, { claim, statement }: Told): Proposal | undefined {
  const seed = `true-or-false ${claim.id}`;
  const [variant] = ordered(claim.refuted, seed, ({ text }) => text);
  if (variant === undefined || claim.refuted.some(({ text }) => isSaidElsewhere(story, claim.id, text)))
    return undefined;
  const isTrue = flip(seed);
  const changed = story.statementOf(variant.text);
  if (changed === undefined) return undefined;
  const [right, wrong] = isTrue ? ['True', 'False'] : ['False', 'True'];
  return {
    fact: claim.id,
    question: {
      question: `True or false? ${isTrue ? statement : changed}.`,
      right,
      wrong: [isTrue ? wrong : { text: wrong, because: variant.because }],
      kind: 'true-false',
    },
  };
}

/** Another claim with all of its words: then it may well be true. */
function isSaidElsewhere({ pack, stemsOf }: Story, id: string, text: string): boolean {
  const words = [...stemsOf(text)];
  return pack.claims.some((other) => {
    const stems = stemsOf(other.text);
    return other.id !== id && words.every((word) => stems.has(word));
  });
}
