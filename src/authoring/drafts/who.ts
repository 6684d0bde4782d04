/** Questions on whom or what a statement is about. */
import type { Claim, Entity } from '../../core/dataset/schema.ts';
import { isProper, nameWords } from '../../core/facts/fold.ts';
import { isStopWord } from '../../core/facts/stop-words.ts';
import { ask, clauseOf } from './asking.ts';
import { chooseWrong } from './choose-wrong.ts';
import { ordered } from './draw.ts';
import { areConfusable, isNamedIn, placesOf } from './names.ts';
import type { Maker, Proposal } from './proposal.ts';
import type { Story, Told } from './story.ts';
import { baseOfPast, baseOfPresent } from './verbs.ts';

/** A text with one of these words tells something of the one who is asked for. */
const GIVES_AWAY =
  /(?<![\p{L}-])(?:he|she|him|his|her|hers|himself|herself|mr|mrs|ms|wo?man|wo?men|(?:grand)?(?:mother|father)|husband|wife|son|daughter|sister|brother)(?![\p{L}-])/iu;

/** Whose husband somebody is, or what office somebody was elected to, is known or nobody's business. */
const COMMON_KNOWLEDGE = /\b(?:elect(?:ed|ions?)|married|marriage|in-law)\b/i;

/** One answer that comes again and again is soon seen through. */
const TIMES = 3;

/** Somebody in more claims than this part of them, and in more than this many, is everybody’s first guess. */
const SHARE = 1 / 5;
const CLAIMS = 5;

/** How much longer than another an option may be and not stand out. */
const LONGER = 2.5;

/** As alike as this, a statement about somebody else might make that one a second right answer. */
const ALIKE = 0.5;

export const who: Maker = (story) => {
  const named = new Map<string, number>();
  return story.askable
    .filter(
      ({ claim }) =>
        claim.importance > 1 && !GIVES_AWAY.test(claim.text) && !COMMON_KNOWLEDGE.test(claim.text),
    )
    .flatMap((told) => proposal(story, told) ?? [])
    .filter(({ question: { right } }) => {
      named.set(right, (named.get(right) ?? 0) + 1);
      return (named.get(right) ?? 0) <= TIMES;
    });
};

/** For the one of whom the pack says least: the others are guessed. */
function proposal(story: Story, told: Told): Proposal | undefined {
  return told.claim.entities
    .flatMap(({ entity, role }) => (role === 'source' ? [] : (story.entities.get(entity) ?? [])))
    .toSorted((a, b) => story.claimsOn(a.id).length - story.claimsOn(b.id).length)
    .flatMap((entity) => questionOn(story, told, entity) ?? [])
    .at(0);
}

function questionOn(story: Story, { claim, statement }: Told, entity: Entity): Proposal | undefined {
  const prompt = canBeAsked(story, statement, claim, entity)
    ? promptFor(story, statement, entity)
    : undefined;
  // What is left may name it after all, by an alias or by a part of its name.
  if (prompt === undefined || isNamedIn(entity, prompt) || sharesName(entity, prompt)) return undefined;
  const wrong = chooseWrong(candidates(story, claim, entity), {
    right: entity.name,
    seed: `who ${claim.id}`,
    textOf: ({ name }) => name,
    neverLongest: true,
  }).map(({ name }) => name);
  return wrong.length < 2
    ? undefined
    : { fact: claim.id, question: { question: prompt, right: entity.name, wrong } };
}

function canBeAsked(story: Story, statement: string, claim: Claim, entity: Entity): boolean {
  return (
    placesOf(entity.name, statement).length === 1 &&
    isProper(entity.name) &&
    !isProtagonist(story, entity) &&
    // A book that is called after somebody does not name that one.
    !claim.entities.some(({ entity: id }) => {
      const other = story.entities.get(id)?.name ?? '';
      return other !== entity.name && other.includes(entity.name) && statement.includes(other);
    })
  );
}

/** Who the whole story is about: asked for, it is guessed; offered, it tells nothing. */
function isProtagonist(story: Story, { id }: Entity): boolean {
  const { length } = story.claimsOn(id);
  return length > CLAIMS && length > story.pack.claims.length * SHARE;
}

const sharesName = ({ name }: Entity, text: string): boolean =>
  nameWords(name).some((word) => word.length > 2 && !isStopWord(word) && nameWords(text).includes(word));

/** "Who published the book?", "Who was the first keeper?", "Who did Mara Quill meet in 2015?" */
function promptFor(story: Story, statement: string, { name, kind }: Entity): string | undefined {
  if (kind !== 'person' && kind !== 'organisation') return undefined;
  const what = kind === 'person' ? 'Who' : 'Which of these';
  const rest = statement.startsWith(`${name} `) ? statement.slice(name.length + 1) : '';
  if (rest !== '') return isPredicate(rest) ? `${what} ${rest}?` : undefined;
  if (kind !== 'person') return undefined;
  const [, subject, be] = statement.endsWith(` ${name}`)
    ? (/^(.+) (is|was)$/.exec(statement.slice(0, -name.length - 1)) ?? [])
    : [];
  if (subject !== undefined)
    return ask('Who', { subject, helper: be ?? '', rest: '', happens: false }, story.isName);
  const clause = clauseOf(statement);
  const [before = '', after = ''] = clause?.rest.split(name) ?? [];
  const isObject =
    /^\p{Ll}+ (?:(?:to|with|against|for|from) )?$/u.test(before) ||
    (/^(?:\p{Ll}+ ){1,2}by $/u.test(before) && after === '');
  if (!clause || !isObject) return undefined;
  return ask('Who', { ...clause, rest: `${before.trim()}${after}` }, story.isName);
}

/** What follows a name begins with its verb. */
function isPredicate(rest: string): boolean {
  const [word = '', next = ''] = rest.split(' ');
  const verb = /ly$|^(?:also|first|then|once|never|still)$/.test(word) ? next : word;
  return (
    /^(?:is|was|has|had|can|will|must)$/.test(verb) ||
    [baseOfPast(verb), baseOfPresent(verb)].some((base) => base !== undefined) ||
    /^\p{Ll}{3,}ed$/u.test(verb)
  );
}

/** As many as are looked at: of a large pack nobody needs all that would fit. */
const ENOUGH = 6;

/** Of the same kind, in the same role and out of the same part of the story; nobody of whom it may be true as well. */
function candidates(story: Story, claim: Claim, right: Entity): readonly Entity[] {
  const roles = claim.entities.flatMap(({ entity, role }) => (entity === right.id ? [role] : []));
  const beside = new Set(roles.flatMap((role) => story.cast(claim.topic, role)));
  const isSaid = isSaidIn(story, claim);
  const found: Entity[] = [];
  for (const id of ordered([...beside], `who ${claim.id}`, String)) {
    const other = story.entities.get(id);
    if (other && isRival(story, claim, right, other) && !story.claimsOn(id).some(isSaid)) found.push(other);
    if (found.length === ENOUGH) break;
  }
  return found;
}

const isRival = (story: Story, claim: Claim, right: Entity, other: Entity): boolean =>
  other.kind === right.kind &&
  other.id !== right.id &&
  !other.minor &&
  !other.invented &&
  isProper(other.name) &&
  other.name.length <= LONGER * right.name.length &&
  right.name.length <= LONGER * other.name.length &&
  !isProtagonist(story, other) &&
  !areConfusable(right, other) &&
  !isNamedIn(other, claim.text);

/** Whether another claim tells of the same event, or is much like it: whoever is in it may be a second right answer. */
function isSaidIn(story: Story, claim: Claim): (other: Claim) => boolean {
  const rivals = new Set(story.rivalsOf(claim));
  const content = contentOf(story, claim.text);
  return (other) => {
    if (other.id === claim.id || rivals.has(other)) return true;
    const said = story.stemsOf(other.text);
    return content.filter((word) => said.has(word)).length >= ALIKE * content.length;
  };
}

/** What it says, whoever it is about: its words of weight, without the names of people. */
const contentOf = (story: Story, text: string): readonly string[] =>
  [...story.stemsOf(text)].filter((word) => !isStopWord(word) && !story.isPersonal(word));
