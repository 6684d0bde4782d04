/** What speaks against claims: who dismissed them, and where articles differ on them. We never say which is right. */
import type { Choice, CitedCard, NonEmpty, PlainBlock } from '../cards/card.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Disagreement } from '../dataset/schema.ts';
import { claimsQuoted, quotationFor } from './quotation.ts';
import { publishersOf, receiptsOf } from './receipts.ts';
import { claimsStatedIn } from './stated.ts';

export interface Sides {
  readonly denials: readonly Claim[];
  readonly disagreements: readonly Disagreement[];
}

export const sidesOf = (library: Library, claims: readonly Claim[]): Sides => ({
  denials: claimsNamed(library, new Set(claims.flatMap(({ denials }) => denials))),
  disagreements: [...new Set(claims.flatMap(({ id }) => library.disagreementsOf(id)))],
});

export const claimsNamed = ({ claims }: Library, ids: Iterable<string>): readonly Claim[] =>
  [...ids].flatMap((id) => claims.get(id) ?? []);

/** For whoever wants to know more about what was told or revealed: all that speaks against it, with all receipts. */
export function sidesCard(library: Library, claims: NonEmpty<Claim>): CitedCard {
  const { denials, disagreements } = sidesOf(library, claims);
  const [claim, ...others] = claims;
  return {
    kind: 'cited',
    tone: 'neutral',
    lead: [
      { type: 'text', text: [{ bold: claim.text }] },
      ...denials.map(({ text }) => ({ type: 'text', text: [text] }) as const),
      ...disagreements.map((one) => showDisagreement(library, one)),
    ],
    receipts: receiptsOf(
      library,
      claim,
      [...others, ...denials, ...disagreements.flatMap((one) => otherSides(library, claims, one))],
      quotationFor(library, claim),
    ),
    tail: [],
  };
}

/** The ids of all claims that a card of these states or quotes in one way or another, and the one behind its “Both sides”. */
export function claimsTold(library: Library, claims: readonly Claim[]): readonly string[] {
  const { denials, disagreements } = sidesOf(library, claims);
  return [
    ...[...claims, ...denials].map(({ id }) => id),
    ...disagreements.flatMap(({ sides }) => sides.flatMap((side) => side.claims)),
    ...claims.slice(0, 1).flatMap((claim) => claimsQuoted(library, claim)),
    ...claimsStatedIn(
      library,
      claims.map(({ text, overtaken }) => `${text} ${overtaken ?? ''}`).join('\n'),
    ).map(({ id }) => id),
  ];
}

/** A press on it shows what there is beyond the card that it stands on, to whoever presses. */
export const bothSides = (of: 'claim' | 'question', id: string): Choice => ({
  label: 'Both sides',
  token: { do: 'sides', of, id },
  style: 'plain',
});

/** What they differ on, and the sides in the dataset's order. */
export function showDisagreement(library: Library, disagreement: Disagreement): PlainBlock {
  const heading = headingOf(library, disagreement);
  return {
    type: 'text',
    text: [
      { bold: heading },
      ...disagreement.sides.map((side) => `\n• ${sideToText(library, side, heading)}`),
    ],
  };
}

const COUNTED = ['', '', 'two', 'three', 'four', 'five'];

/**
 * "Articles differ: When the light went out", "Tide Weekly says two things: How many panes were broken"; "reports", where
 * it has each of them from somebody.
 */
export function headingOf(library: Library, { kind, title, sides }: Disagreement): string {
  if (kind === 'between-articles') return `Articles differ: ${title}`;
  const claims = claimsNamed(
    library,
    sides.flatMap((side) => side.claims),
  );
  const [claim] = claims;
  const isReported =
    claim !== undefined &&
    claims.every(({ receipts }) => receipts.every(({ attribution }) => attribution.length > 0));
  const [publisher = 'One article'] = claim ? publishersOf(library, claim) : [];
  return `${publisher} ${isReported ? 'reports' : 'says'} ${COUNTED[sides.length] ?? 'several'} things: ${title}`;
}

/** "It was a pardon (Nicki Swift).": adds whose side it is, where neither its words nor the heading say so. */
function sideToText(
  library: Library,
  { says, claims }: Disagreement['sides'][number],
  heading: string,
): string {
  const names = claimsNamed(library, claims).flatMap((claim) => publishersOf(library, claim));
  const unnamed = [...new Set(names)].filter((name) => !`${heading} ${says}`.includes(name));
  return unnamed.length > 0 ? `${says.replace(/\.$/, '')} (${unnamed.join(', ')}).` : says;
}

/** One claim of each other side, so that each side has its receipt. */
export const otherSides = (
  library: Library,
  claims: readonly Claim[],
  { sides }: Disagreement,
): readonly Claim[] =>
  sides
    .filter((side) => !claims.some(({ id }) => side.claims.includes(id)))
    .flatMap((side) => claimsNamed(library, side.claims).slice(0, 1));
