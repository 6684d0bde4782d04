/** Whom the articles name as their sources, and which of them are of one kind. */
import type { Claim } from '../../core/dataset/schema.ts';
import { fold, isProper } from '../../core/facts/fold.ts';
import type { Story } from './draft.ts';
import { ordered } from './draw.ts';
import { listOf, publishersOf } from './gap.ts';
import { contentOf, likeness } from './rivals.ts';
import { isNamedBy, startUpper, withoutAside } from './statement.ts';

/** As alike as this, a statement from another source might be taken for the same. */
const ALIKE = 0.4;

/** "an unnamed source", "a tweet": nobody could tell it from another without knowing who passed it on. */
const NAMELESS = /^(?:an?|the|one|some) \p{Ll}/u;

/** Where a statement comes from, as an option shows it. */
export interface Origin {
  /** "AOL", "A tweet, quoted by AOL" */
  readonly text: string;
  /** Only origins of one kind stand beside each other. */
  readonly kind: string;
  /** The same within a sentence: "a tweet, quoted by AOL" */
  readonly inSentence: string;
  /** Of the nameless, by whom they were quoted. */
  readonly through?: string;
}

/** Undefined where the articles name different origins, one none, or one that cannot be told from others. */
export function originOf(story: Story, claim: Claim): Origin | undefined {
  const origins = claim.receipts.map(({ attribution }) => originIn(story, attribution));
  const [first] = origins;
  return origins.every((origin) => origin !== undefined && origin.text === first?.text) ? first : undefined;
}

function originIn(story: Story, attribution: readonly string[]): Origin | undefined {
  const [source, next] = attribution.map(withoutAside);
  if (source === undefined) return undefined;
  if (!NAMELESS.test(source)) {
    const kind = kindOf(story, source);
    return kind === undefined ? undefined : { text: source, kind, inSentence: source };
  }
  if (next === undefined || kindOf(story, next) !== 'organisation') return undefined;
  const inSentence = throughOf(source, next);
  return { text: startUpper(inSentence), kind: 'organisation', inSentence, through: source };
}

const throughOf = (source: string, next: string): string => `${source}, quoted by ${next}`;

/** "Kim Kardashian’s tweet" is somebody’s work; of others, what kind of entity it is. */
function kindOf({ pack }: Story, source: string): string | undefined {
  if (/’s? \S/u.test(source)) return 'work';
  return pack.entities.find(({ name }) => fold(name) === fold(source))?.kind;
}

/** Of the same kind; those first who have to do with the event, then those of the topic. */
export function otherOrigins(story: Story, claim: Claim, right: Origin): readonly string[] {
  const barred = [
    ...claim.receipts.flatMap(({ attribution }) => attribution),
    ...story.pack.articles.map(({ publisher }) => publisher),
    ...story.pack.claims.filter((other) => isAlike(story, claim, other)).flatMap(sourcesOf),
  ].map(withoutAside);
  const near = [
    story.askable.filter(({ events }) => events.some((event) => claim.events.includes(event))),
    story.askable.filter(({ topic }) => topic === claim.topic),
    story.askable,
  ];
  const names = near.flatMap((claims) =>
    ordered([...new Set(claims.flatMap((one) => namesIn(story, one, right.kind)))], claim.id, String),
  );
  return [...new Set(names)]
    .filter((name) => !NAMELESS.test(name) && kindOf(story, name) === right.kind)
    .filter((name) => !barred.some((other) => isNamedBy(other, name)));
}

/** The sources; of people, whoever the claim is about as well, because anybody may have spoken. */
const namesIn = ({ pack }: Story, claim: Claim, kind: string): readonly string[] =>
  kind === 'person'
    ? pack.entities
        .filter(({ id, minor, invented, name }) => isIn(claim, id) && !minor && !invented && isProper(name))
        .map(({ name }) => name)
    : sourcesOf(claim);

const isIn = ({ entities }: Claim, id: string): boolean => entities.some(({ entity }) => entity === id);

const sourcesOf = ({ receipts }: Claim): readonly string[] =>
  receipts.flatMap(({ attribution }) => attribution.map(withoutAside));

const isAlike = (story: Story, claim: Claim, other: Claim): boolean =>
  other.id !== claim.id && likeness(contentOf(story, claim.text), contentOf(story, other.text)) >= ALIKE;

/** An option like the right one: "A tweet, quoted by TMZ" beside "A tweet, quoted by AOL". */
export const asOption = ({ through }: Origin, name: string): string =>
  through === undefined ? name : startUpper(throughOf(through, name));

/** "Nicki Swift has this from AOL, not from TMZ." */
export function notFrom(story: Story, claim: Claim, right: Origin, name: string): string {
  const publishers = publishersOf(story, claim);
  const have = publishers.length > 1 ? 'have' : 'has';
  return `${listOf(publishers)} ${have} this from ${right.inSentence}, not from ${name}.`;
}
