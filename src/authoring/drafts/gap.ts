/** What questions with a gap share: who reports the statement, on whose word, and how it is asked and explained. */
import type { Article, Claim } from '../../core/dataset/schema.ts';
import { describePublished } from '../../core/dates.ts';
import { fold } from '../../core/facts/fold.ts';
import { WRONG } from './choose-wrong.ts';
import { type Draft, type DraftKind, draftId, type Story } from './draft.ts';
import { isNamedBy } from './statement.ts';

/** The limits of a question, in characters. */
const LONGEST = { prompt: 250, option: 75, payoff: 400 };

/** Whether both platforms can show it. */
export const fits = ({ prompt, right, wrong, payoff }: Draft): boolean =>
  prompt.length <= LONGEST.prompt &&
  payoff.length <= LONGEST.payoff &&
  [right, ...wrong].every(({ text }) => text.length <= LONGEST.option);

/** A claim with one stretch of its text taken out. */
export interface Gap {
  readonly claim: Claim;
  /** What stood there: the right option. */
  readonly answer: string;
  /** The whole text with a label such as "[who?]" in its place. */
  readonly shown: string;
  /** "Which year belongs in the gap?" */
  readonly ask: string;
}

/** "Mamamia", "Mamamia and Retrowrek": the publishers of what proves a claim, each once. */
export const publishersOf = (story: Story, claim: Claim): readonly string[] => [
  ...new Set(story.articlesOf(claim).map(({ publisher }) => publisher)),
];

/** "a", "a and b", "a, b and c": so that a list can stand in a sentence. */
export const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Undefined where there are too few wrong options, or the prompt would be too long or names the answer after all. */
export function askGap(story: Story, kind: DraftKind, gap: Gap, wrong: Draft['wrong']): Draft | undefined {
  if (wrong.length < WRONG) return undefined;
  const { claim, answer, shown, ask } = gap;
  const prompt = [ask, leadOf(story, claim), shown].filter(Boolean).join(' ');
  const question: Draft = {
    id: draftId(kind, claim.id),
    kind,
    prompt,
    topic: claim.topic,
    difficulty: 4 - claim.importance,
    right: { text: answer, claims: [claim.id] },
    wrong: [...wrong],
    payoff: explain(story, claim),
  };
  return fits(question) && !fold(prompt).includes(fold(answer)) ? question : undefined;
}

/** A text that names its publisher needs no other; what may have changed since is told with its year. */
function leadOf(story: Story, claim: Claim): string {
  const publishers = publishersOf(story, claim);
  if (publishers.every((name) => fold(claim.text).includes(fold(name)))) return '';
  const [year, ...others] = new Set(story.articlesOf(claim).map(({ published }) => published?.slice(0, 4)));
  const isDated = claim.asOf !== undefined && year !== undefined && others.length === 0;
  const verb = isDated ? `reported in ${year}` : publishers.length > 1 ? 'report' : 'reports';
  const told = publishers.map((name) => [name, ...unnamedSources(story, claim, name).slice(0, 1)]);
  const aside = told.length === 1 && told[0]?.[1] !== undefined ? ',' : '';
  return `${listOf(told.map((chain) => chain.join(', quoting ')))}${aside} ${verb}:`;
}

/** Whom the publisher has it from and the text leaves out, nearest first. */
export function unnamedSources(story: Story, claim: Claim, publisher: string): readonly string[] {
  const receipt = claim.receipts.find(({ article }) => story.articles.get(article)?.publisher === publisher);
  return (receipt?.attribution ?? []).filter((source) => !isNamedBy(source, claim.text)).toReversed();
}

/** Who says it, when and on whose word. Who denies it stands on every reveal, beside the payoff. */
export function explain(story: Story, claim: Claim): string {
  const [article, ...others] = story.articlesOf(claim);
  const chain = sourcesOf(claim).join(', quoting ');
  return article && others.length === 0
    ? `${publisherAndDate(article)} ${chain ? `has this from ${chain}` : 'says this in its own voice'}.`
    : `${listOf(story.articlesOf(claim).map(publisherAndDate))} ${others.length > 1 ? 'all' : 'both'} report this${chain ? `, from ${chain}` : ''}.`;
}

function publisherAndDate(article: Article): string {
  const date = describePublished(article);
  return date === undefined ? article.publisher : `${article.publisher} (${date})`;
}

/** Of receipts that name different chains, the first with one; nearest source first. */
const sourcesOf = ({ receipts }: Claim): readonly string[] =>
  (receipts.find(({ attribution }) => attribution.length > 0)?.attribution ?? []).toReversed();
