/** Questions on whom or what a claim names. */
import type { Claim, Entity, Question } from '../../core/dataset/schema.ts';
import { fold, isProper, nameWords } from '../../core/facts/fold.ts';
import { chooseWrong } from './choose-wrong.ts';
import { isDelicate } from './delicate.ts';
import type { Draft, Maker, Story } from './draft.ts';
import { ordered } from './draw.ts';
import { askGap, listOf, publishersOf } from './gap.ts';
import { areConfusable, isNamedIn, placesOf } from './names.ts';
import { isProtagonist } from './protagonists.ts';
import { contentOf, likeness, oneEach, rivalsOf } from './rivals.ts';

/** A text with one of these words tells something of the one who is asked for. */
const GIVES_AWAY =
  /(?<![\w-])(?:he|she|him|his|her|hers|himself|herself|mr|mrs|ms|wo?man|wo?men|(?:grand)?(?:mother|father)|husband|wife|son|daughter|sister)(?![\w-])/i;

/** Who was elected, married or born to whom, or holds what office, is common knowledge. */
const COMMON_KNOWLEDGE =
  /\b(?:elect(?:ed|ions?)|married|marriage|in-law|brother|advis[eo]rs?|found(?:er|ed)|owner)\b/i;

/** A wrong name would call somebody a convict. */
const CLEMENCY = /\b(?:pardon|clemenc|commut|parole|prisoners?\b|grazia)/i;

const UNFIT = [GIVES_AWAY, COMMON_KNOWLEDGE, CLEMENCY];

/** One answer that comes again and again is soon seen through. */
const TIMES = 3;

/** As alike as this, a statement about somebody else might make that one a second right answer. */
const ALIKE = 0.5;

/** Places are left out: a room, a town and a state do not make four options of one kind. */
const KINDS: Readonly<Partial<Record<Entity['kind'], { readonly gap: string; readonly ask: string }>>> = {
  person: { gap: '[who?]', ask: 'Who belongs in the gap?' },
  organisation: { gap: '[which organisation?]', ask: 'Which organisation belongs in the gap?' },
  work: { gap: '[which work?]', ask: 'Which title belongs in the gap?' },
  programme: { gap: '[which programme?]', ask: 'Which programme belongs in the gap?' },
};

/** Who belongs into a claim that names somebody once; none where a wrong name would be an allegation. */
export const who: Maker = (story) => {
  const questions = oneEach(
    story,
    story.askable
      .filter(({ importance, status }) => importance > 1 && status !== 'disputed')
      .filter(({ overtaken }) => overtaken === undefined)
      .filter(({ text }) => !isDelicate(text) && !UNFIT.some((words) => words.test(text)))
      .flatMap((claim) => question(story, claim) ?? []),
  );
  return [...Map.groupBy(questions, ({ right }) => right.text).values()].flatMap((same) =>
    same.slice(0, TIMES),
  );
};

/** On the one of whom the pack says least: the others are guessed. */
function question(story: Story, claim: Claim): Draft | undefined {
  const linked = new Set(claim.entities.filter(({ role }) => role !== 'source').map(({ entity }) => entity));
  return story.pack.entities
    .filter((entity) => linked.has(entity.id) && canBeAsked(story, claim, entity))
    .toSorted((a, b) => story.claimsOn(a.id).length - story.claimsOn(b.id).length)
    .flatMap((entity) => askFor(story, claim, entity) ?? [])
    .at(0);
}

function canBeAsked(story: Story, claim: Claim, entity: Entity): boolean {
  const places = placesOf(entity.name, claim.text);
  const rest = places.length === 1 ? claim.text.replace(entity.name, ' _ ') : claim.text;
  return (
    places.length === 1 &&
    isProper(entity.name) &&
    // "an" would tell how the name begins.
    !/\ban? $/i.test(claim.text.slice(0, places[0])) &&
    !isPublisher(story, entity) &&
    !isProtagonist(story, entity) &&
    !isInLongerName(story, claim, entity) &&
    !isNamedIn(entity, rest) &&
    !nameWords(entity.name).some((word) => word.length > 2 && nameWords(rest).includes(word))
  );
}

const isPublisher = ({ pack }: Story, { name }: Entity): boolean =>
  pack.articles.some(({ publisher }) => fold(publisher) === fold(name));

/** A book that is called after somebody does not name that one. */
const isInLongerName = ({ pack }: Story, { text }: Claim, { name }: Entity): boolean =>
  pack.entities.some(
    (other) => other.name !== name && other.name.includes(name) && text.includes(other.name),
  );

function askFor(story: Story, claim: Claim, entity: Entity): Draft | undefined {
  const words = KINDS[entity.kind];
  if (!words) return undefined;
  const wrong = chooseWrong(candidates(story, claim, entity), {
    right: entity.name,
    seed: `who ${claim.id}`,
    textOf: ({ name }) => name,
    neverLongest: true,
  });
  const question = askGap(
    story,
    'who',
    { claim, answer: entity.name, shown: claim.text.replace(entity.name, words.gap), ask: words.ask },
    wrong.map((other) => refuted(story, claim, entity, other)),
  );
  // Whom the article quotes may be the very one who is asked for.
  return question && isNamedIn(entity, question.prompt) ? undefined : question;
}

const refuted = (story: Story, claim: Claim, right: Entity, other: Entity): Question['wrong'][number] => ({
  text: other.name,
  because: `Here ${listOf(publishersOf(story, claim))} ${publishersOf(story, claim).length > 1 ? 'name' : 'names'} ${right.name}, not ${other.name}.`,
  claims: [claim.id],
});

/** Those first that the pack brings closest to the right one. */
function candidates(story: Story, claim: Claim, right: Entity): readonly Entity[] {
  const rivals = rivalsOf(story, claim);
  const fits = story.pack.entities.filter(
    (other) =>
      other.kind === right.kind &&
      !other.minor &&
      !other.invented &&
      isProper(other.name) &&
      story.claimsOn(other.id).length > 0 &&
      !isPublisher(story, other) &&
      !isProtagonist(story, other) &&
      !areConfusable(right, other) &&
      !isNamedIn(other, claim.text) &&
      !couldBeRight(story, claim, other, rivals),
  );
  const seed = `who ${claim.id}`;
  return ordered(fits, seed, ({ id }) => id).toSorted(
    (a, b) => closeness(story, b, claim, right) - closeness(story, a, claim, right),
  );
}

/** Linked to the claim, to a rival of it, or to a statement that is much like it. */
function couldBeRight(story: Story, claim: Claim, other: Entity, rivals: readonly Claim[]): boolean {
  const content = contentOf(story, claim.text);
  return story.pack.claims.some(
    ({ id, text, entities }) =>
      entities.some(({ entity }) => entity === other.id) &&
      (id === claim.id ||
        rivals.some((rival) => rival.id === id) ||
        likeness(content, contentOf(story, text)) >= ALIKE),
  );
}

/** The same topic counts most, then the same role, then claims with somebody whom this claim names too. */
function closeness(story: Story, other: Entity, claim: Claim, right: Entity): number {
  const own = story.claimsOn(other.id);
  const roles = claim.entities.filter(({ entity }) => entity === right.id).map(({ role }) => role);
  const near = new Set(claim.entities.map(({ entity }) => entity).filter((id) => id !== right.id));
  const isNear = own.some(({ entities }) => entities.some(({ entity }) => near.has(entity)));
  const hasRole = own.some(({ entities }) =>
    entities.some(({ entity, role }) => entity === other.id && roles.includes(role)),
  );
  return (own.some(({ topic }) => topic === claim.topic) ? 4 : 0) + (hasRole ? 2 : 0) + (isNear ? 1 : 0);
}
