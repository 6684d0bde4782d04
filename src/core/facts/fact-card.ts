/** How a fact is told: the claim, when, what speaks against it, and its receipts, which say on whose word. */
import { type Choice, type CitedCard, type Inline, type PlainBlock, plainCard } from '../cards/card.ts';
import { cardToText } from '../cards/card-text.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Question } from '../dataset/schema.ts';
import { describeDate, describePublished, formatDate } from '../dates.ts';
import { factToken } from '../requests/token.ts';
import { quotationFor } from './quotation.ts';
import { publishersOf, receiptsOf } from './receipts.ts';
import { bothSides, headingOf, otherSides, showDisagreement, sidesOf } from './sides.ts';

/** A fact is read in passing: what more there is on both sides is a press away. */
const MOST_WORDS = 90;

/** So that its buttons stay with what was asked for, and ask nothing that is not asked in the place. */
export interface Around {
  readonly pack?: string | undefined;
  readonly asks?: (question: Question) => boolean;
}

/** `about` is what was asked for, so that "another one" stays with it; empty for any fact. */
export function factCard(library: Library, claim: Claim, about: string, around: Around = {}): CitedCard {
  const { denials, disagreements } = sidesOf(library, [claim]);
  const dates = datesOf(library, claim);
  const lead: PlainBlock[] = [
    { type: 'heading', text: sureness(library, claim) },
    { type: 'text', text: [{ bold: claim.text }] },
    ...(dates.length > 0 ? [{ type: 'text', text: dates } as const] : []),
    ...denials.map(({ text }) => ({ type: 'text', text: [text] }) as const),
  ];
  const whole = disagreements.filter((one) => addIfShort(lead, showDisagreement(library, one)));
  const cut = disagreements.filter((one) => !whole.includes(one));
  for (const one of cut) addIfShort(lead, { type: 'note', text: [headingOf(library, one)] });
  const sides = whole.flatMap((one) => otherSides(library, [claim], one));
  return {
    kind: 'cited',
    tone: 'neutral',
    lead,
    receipts: receiptsOf(library, claim, [...denials, ...sides], quotationFor(library, claim)),
    tail: [
      { type: 'choices', choices: choicesFor(library, claim, { ...around, about, isCut: cut.length > 0 }) },
    ],
  };
}

/** Whether it was added: not where the card would be too long with it. */
function addIfShort(blocks: PlainBlock[], block: PlainBlock): boolean {
  const fits = countWords([...blocks, block]) <= MOST_WORDS;
  if (fits) blocks.push(block);
  return fits;
}

const countWords = (blocks: readonly PlainBlock[]): number =>
  cardToText(plainCard('neutral', ...blocks))
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** How sure it is, before anything is read. What speaks against it says in its own words how far. */
function sureness(library: Library, claim: Claim): string {
  if (claim.denials.length > 0) return 'Alleged';
  if (claim.status === 'disputed') return 'Disputed';
  if (claim.status === 'reported') return 'Reported at second hand';
  if (isOurs(library, claim)) return 'Our own text says';
  return publishersOf(library, claim).length > 1 ? 'Several articles say' : 'One article says';
}

/** Then who reads it and who wrote it are the same house. */
const isOurs = ({ articles }: Library, { receipts }: Claim): boolean =>
  receipts.every(({ article }) => articles.get(article)?.ours === true);

/** When it happened, the day for which it holds, and what changed since; empty where nothing is known. */
export const datesOf = (library: Library, claim: Claim): readonly Inline[] =>
  [
    ...line('When: ', claim.date && describeDate(claim.date)),
    ...line('As of: ', asOfDate(library, claim)),
    ...line('Since then: ', claim.overtaken),
  ].slice(1);

/** A claim that holds as of its article's day is dated no more surely than that article. */
function asOfDate(library: Library, { asOf, receipts }: Claim): string | undefined {
  if (asOf === undefined) return undefined;
  const articles = receipts.flatMap(({ article }) => library.articles.get(article) ?? []);
  const dated = articles.find(({ published }) => published === asOf);
  return dated ? describePublished(dated) : formatDate(asOf);
}

const line = (label: string, text: string | undefined): Inline[] =>
  text === undefined ? [] : ['\n', { italic: label }, text];

function choicesFor(
  library: Library,
  claim: Claim,
  { about, pack, asks = () => true, isCut }: Around & { readonly about: string; readonly isCut: boolean },
): readonly Choice[] {
  const another: Choice = { label: 'Another one', token: factToken(about, pack), style: 'primary' };
  const ask: Choice = { label: 'Quiz me on this', token: { do: 'ask', claim: claim.id }, style: 'plain' };
  return [
    another,
    ...(library.questionsOn(claim.id).some(asks) ? [ask] : []),
    ...(isCut ? [bothSides('claim', claim.id)] : []),
  ];
}
