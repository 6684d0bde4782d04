/** Statements as an article has them, or with one detail changed. */
import type { Claim } from '../../core/dataset/schema.ts';
import { fold } from '../../core/facts/fold.ts';
import { denialsOf } from './denials.ts';
import { type Draft, draftId, type Maker, type Story } from './draft.ts';
import { flip, ordered } from './draw.ts';
import { explain, fits, listOf, publishersOf } from './gap.ts';

const LONGEST_EXPLANATION = 400;

type Refuted = Claim['refuted'][number];

/** One a claim, about half of them false; none that later events overtook, none in which an article is at odds with itself. */
export const trueOrFalse: Maker = (story) =>
  story.askable
    .filter(({ overtaken }) => overtaken === undefined)
    .filter(({ id }) => story.disagreementsOf(id).every(({ kind }) => kind !== 'within-article'))
    .flatMap((claim) => question(story, claim) ?? []);

function question(story: Story, claim: Claim): Draft | undefined {
  const variants = claim.refuted.map((refuted, at) => ({ refuted, key: String(at) }));
  const [variant] = ordered(variants, `true-or-false ${claim.id}`, ({ key }) => key);
  if (variant === undefined || claim.refuted.some(({ text }) => isSaidElsewhere(story, claim, text)))
    return undefined;
  const made = flip(`true-or-false ${claim.id}`)
    ? asItIs(story, claim)
    : changed(story, claim, variant.refuted);
  return fits(made) ? made : undefined;
}

/** Another claim with all of its words: then it may well be true. */
function isSaidElsewhere({ pack, stemsOf }: Story, claim: Claim, text: string): boolean {
  const words = [...stemsOf(text)];
  return pack.claims.some((other) => {
    const stems = stemsOf(other.text);
    return other.id !== claim.id && words.every((word) => stems.has(word));
  });
}

/** Of what is denied nobody can say whether it is true, only whether an article reports it. */
const wordsFor = (story: Story, claim: Claim) =>
  denialsOf(story, claim).length > 0
    ? { ask: 'Reported or not reported', yes: 'Reported', no: 'Not reported' }
    : { ask: 'True or false', yes: 'True', no: 'False' };

function asItIs(story: Story, claim: Claim): Draft {
  const publishers = publishersOf(story, claim);
  const { yes, no } = wordsFor(story, claim);
  const doReport = publishers.length > 1 ? 'do report' : 'does report';
  return {
    ...ask(story, claim, claim.text),
    right: { text: yes, claims: [claim.id] },
    wrong: [{ text: no, because: `${listOf(publishers)} ${doReport} this.`, claims: [claim.id] }],
    payoff: explain(story, claim),
  };
}

function changed(story: Story, claim: Claim, { text, because }: Refuted): Draft {
  const publishers = publishersOf(story, claim);
  const lead = isToldIn(claim.text, publishers)
    ? 'The correct statement:'
    : `What ${listOf(publishers)} ${publishers.length > 1 ? 'report' : 'reports'}:`;
  const { yes, no } = wordsFor(story, claim);
  const told = `${lead} ${claim.text} ${explain(story, claim)}`;
  return {
    ...ask(story, claim, text),
    right: { text: no, claims: [claim.id] },
    wrong: [{ text: yes, because, claims: [claim.id] }],
    payoff: told.length <= LONGEST_EXPLANATION ? told : because,
  };
}

const ask = (story: Story, claim: Claim, text: string) => ({
  id: draftId('true-or-false', claim.id),
  kind: 'true-or-false' as const,
  prompt: `${wordsFor(story, claim).ask}${goingBy(story, claim, text)} ${text}`,
  topic: claim.topic,
  difficulty: Math.min(2, 4 - claim.importance),
});

/** Of a statement that holds for a time, the year; no publisher where the text names all of them itself. */
function goingBy(story: Story, { asOf, ...claim }: Claim, text: string): string {
  const publishers = publishersOf(story, claim);
  const year = asOf === undefined || text.includes(asOf.slice(0, 4)) ? '' : asOf.slice(0, 4);
  if (isToldIn(text, publishers)) return year === '' ? '?' : `, as of ${year}?`;
  return `, going by ${listOf(publishers)}${year === '' ? '' : ` in ${year}`}?`;
}

const isToldIn = (text: string, publishers: readonly string[]): boolean =>
  publishers.every((name) => fold(text).includes(fold(name)));
