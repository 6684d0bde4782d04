/** Which publisher says two things that do not go together well. */
import type { Claim, Disagreement, Question } from '../../dataset/schema.ts';
import { WRONG } from './choose-wrong.ts';
import { denialsOf } from './denials.ts';
import { ordered } from './draw.ts';
import { fits } from './gap.ts';
import { type MadeQuestion, type Maker, madeId, type Story } from './made.ts';
import { mightSay, plainStatement, publishersIn } from './plain-statement.ts';

/** For each disagreement within an article; none where one of the two statements is denied. */
export const bothQuestions: Maker = (story) =>
  story.pack.disagreements
    .filter(({ kind }) => kind === 'within-article')
    .flatMap((disagreement) => question(story, disagreement) ?? []);

function question(story: Story, disagreement: Disagreement): MadeQuestion | undefined {
  const [one, other] = disagreement.sides.map(({ claims }) => story.claims.get(claims[0] ?? ''));
  const [publisher, ...more] = publishersIn(
    story,
    disagreement.sides.flatMap(({ claims }) => claims),
  );
  if (!one || !other || publisher === undefined || more.length > 0) return undefined;
  const said = [one, other].flatMap((claim) => shownOf(story, claim) ?? []);
  const wrong = others(story, publisher, [one, other], said);
  const made: MadeQuestion = {
    id: madeId('disagreement', disagreement.id, 'both'),
    kind: 'disagreement',
    formerly: [],
    prompt: `One article has both of these. Which? ${said.map((text, at) => `(${at + 1}) ${text}`).join(' ')}`,
    topic: one.topic,
    difficulty: 3,
    right: { text: publisher, claims: [one.id, other.id] },
    wrong,
    explanation: disagreement.text,
  };
  return said.length === 2 && wrong.length === WRONG && fits(made) ? made : undefined;
}

/** Somebody’s own words need a name beside them, and the publisher’s would tell the answer. */
const shownOf = (story: Story, claim: Claim): string | undefined =>
  denialsOf(story, claim).length > 0 || claim.text.includes('“') ? undefined : plainStatement(story, claim);

function others(
  story: Story,
  right: string,
  claims: readonly Claim[],
  said: readonly string[],
): Question['wrong'] {
  const publishers = new Set(story.pack.articles.map(({ publisher }) => publisher));
  publishers.delete(right);
  return ordered([...publishers], `disagreement ${claims.map(({ id }) => id).join(' ')}`, String)
    .filter((publisher) => !said.every((text) => mightSay(story, publisher, text, [])))
    .slice(0, WRONG)
    .map((text) => ({
      text,
      because: `Of these articles only ${right} has both; ${text} does not.`,
      claims: claims.map(({ id }) => id),
    }));
}
