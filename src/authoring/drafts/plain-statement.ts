/** What a claim says, in words that do not tell which article says so. */
import type { Claim } from '../../core/dataset/schema.ts';
import { fold } from '../../core/facts/fold.ts';
import type { Story } from './draft.ts';
import { publishersOf } from './gap.ts';
import { contentOf, likeness } from './rivals.ts';
import { pointsBeyond, statementOf } from './statement.ts';

/** As alike as this, a statement of another article might be taken for the same. */
const ALIKE = 0.5;

/** Between the sides of a disagreement a single word makes the difference, but not none. */
const ALIKE_ACROSS = 0.8;

/** Whole where it names no article, so that its source stays with it; undefined where that cannot be had. */
export function plainStatement(story: Story, claim: Claim): string | undefined {
  const isCurrent = claim.asOf !== undefined && !claim.text.includes(claim.asOf.slice(0, 4));
  if (claim.overtaken !== undefined || isCurrent || !story.askable.includes(claim)) return undefined;
  const isPlain = (text: string) => !pointsBeyond(text) && !namesPublisher(story, text);
  if (isPlain(claim.text)) return claim.text;
  const text = statementOf(claim.text, publishersOf(story, claim));
  return text !== undefined && isPlain(text) ? text : undefined;
}

const namesPublisher = ({ pack }: Story, text: string): boolean =>
  pack.articles.some(({ publisher }) => fold(text).includes(fold(publisher)));

/** Whether an article might be thought to say it too; `across` are claims that stand against it. */
export function mightSay(
  story: Story,
  publisher: string,
  statement: string,
  across: readonly string[],
): boolean {
  const content = contentOf(story, statement);
  return story.pack.claims
    .filter((claim) => publishersOf(story, claim).includes(publisher))
    .some(
      ({ id, text }) =>
        likeness(content, contentOf(story, text)) >= (across.includes(id) ? ALIKE_ACROSS : ALIKE),
    );
}

/** The publishers of several claims, each once. */
export const publishersIn = (story: Story, claims: readonly string[]): readonly string[] => [
  ...new Set(
    claims.flatMap((id) => story.claims.get(id) ?? []).flatMap((claim) => publishersOf(story, claim)),
  ),
];
