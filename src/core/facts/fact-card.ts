/** How a fact is told: the claim, who says so, when, what speaks against it, and its receipts. */
import type { CitedCard, Inline, PlainBlock } from '../card.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Disagreement } from '../dataset/schema.ts';
import { describeDate, describePublished, formatDate } from '../dates.ts';
import { factToken } from '../token.ts';
import { publishersOf, receiptsOf, whoSaysSo } from './receipts.ts';

/** `about` is what was asked for, so that "another one" stays with it; empty for any fact. */
export function factCard(library: Library, claim: Claim, about: string): CitedCard {
  const denials = claim.denials.flatMap((id) => library.claims.get(id) ?? []);
  const disagreements = library.disagreementsOf(claim.id);
  const [disagreement, ...more] = disagreements;
  return {
    kind: 'cited',
    tone: 'neutral',
    lead: [
      { type: 'heading', text: headingOf(library, claim) },
      { type: 'text', text: [{ bold: claim.text }] },
      { type: 'text', text: sourceLines(library, claim) },
      ...denials.map((denial): PlainBlock => ({ type: 'text', text: [denial.text] })),
      ...(disagreement ? [showDisagreement(library, disagreement)] : []),
      ...more
        .slice(0, 2)
        .map(({ title }): PlainBlock => ({ type: 'note', text: ['Articles also differ on: ', title] })),
    ],
    receipts: receiptsOf(library, claim, [...denials, ...otherSides(library, claim, disagreement)]),
    tail: [{ type: 'choices', choices: choicesFor(library, claim, about) }],
  };
}

/** The ids of all claims that the card of this one states in one way or another. */
export const claimsTold = (library: Library, claim: Claim): readonly string[] => [
  ...claim.denials,
  ...library
    .disagreementsOf(claim.id)
    .slice(0, 1)
    .flatMap(({ sides }) => sides.flatMap((side) => side.claims)),
  ...statedIn(library, `${claim.text} ${claim.overtaken ?? ''}`),
];

const statedIn = ({ claims }: Library, prose: string): readonly string[] =>
  [...claims.values()].filter(({ text }) => prose.includes(text)).map(({ id }) => id);

/** How sure it is, before anything is read. What speaks against it says in its own words how far. */
function headingOf(library: Library, claim: Claim): string {
  if (claim.denials.length > 0) return 'Alleged';
  if (claim.status === 'disputed') return 'Disputed';
  if (claim.status === 'reported') return 'Reported at second hand';
  return publishersOf(library, claim).length > 1 ? 'Several articles say' : 'One article says';
}

export function sourceLines(library: Library, claim: Claim): Inline[] {
  return [
    { italic: 'Source: ' },
    whoSaysSo(library, claim),
    ...line('When: ', claim.date && describeDate(claim.date)),
    ...line('As of: ', asOfDate(library, claim)),
    ...line('Since then: ', claim.overtaken),
  ];
}

/** A claim that holds as of its article's day is dated no more surely than that article. */
function asOfDate(library: Library, { asOf, receipts }: Claim): string | undefined {
  const articles = receipts.flatMap(({ article }) => library.articles.get(article) ?? []);
  const dated = articles.find(({ published }) => published === asOf);
  return dated ? describePublished(dated) : asOf && formatDate(asOf);
}

const line = (label: string, text: string | undefined): Inline[] =>
  text === undefined ? [] : ['\n', { italic: label }, text];

/** Both sides, in the dataset's order; we never say which is right. */
export function showDisagreement(library: Library, { title, text, kind, sides }: Disagreement): PlainBlock {
  const heading = kind === 'between-articles' ? 'Articles differ: ' : 'The article says two things: ';
  return {
    type: 'text',
    text: [
      { bold: heading },
      `${title}. ${text}`,
      ...sides.map((side) => `\n• ${sideToText(library, side)}`),
    ],
  };
}

/** "It was a pardon (Nicki Swift).": adds whose side it is, where its words do not say so themselves. */
function sideToText(library: Library, { says, claims }: Disagreement['sides'][number]): string {
  const names = claims
    .flatMap((id) => library.claims.get(id) ?? [])
    .flatMap((claim) => publishersOf(library, claim));
  const unnamed = [...new Set(names)].filter((name) => !says.includes(name));
  return unnamed.length > 0 ? `${says.replace(/\.$/, '')} (${unnamed.join(', ')}).` : says;
}

/** One claim of each other side, so that each side has its receipt. */
export function otherSides(
  library: Library,
  claim: Claim,
  disagreement: Disagreement | undefined,
): readonly Claim[] {
  return (disagreement?.sides ?? [])
    .filter(({ claims }) => !claims.includes(claim.id))
    .flatMap(({ claims }) => claims.slice(0, 1).flatMap((id) => library.claims.get(id) ?? []));
}

function choicesFor(library: Library, claim: Claim, about: string) {
  const another = { label: 'Another one', token: factToken(about), style: 'primary' } as const;
  const ask = { label: 'Quiz me on this', token: { do: 'ask', claim: claim.id }, style: 'plain' } as const;
  return library.questionsOn(claim.id).length > 0 ? [another, ask] : [another];
}
