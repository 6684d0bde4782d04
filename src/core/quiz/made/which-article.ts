/** Questions on which of the articles reports something that the others leave out. */
import type { Claim, Question } from '../../dataset/schema.ts';
import { fold } from '../../facts/fold.ts';
import { chooseWrong } from './choose-wrong.ts';
import { ordered } from './draw.ts';
import { explain, fits, publishersOf, unnamedSources } from './gap.ts';
import { type MadeQuestion, type Maker, madeId, type Story } from './made.ts';
import { isNamedIn } from './names.ts';
import { isProtagonist } from './protagonists.ts';
import { contentOf, likeness, oneEach } from './rivals.ts';

/** As alike as this, a statement of another article might be taken for the same. */
const ALIKE = 0.4;

/** Which article reports a claim of weight that only one supports, where no other says anything like it. */
export const whichArticle: Maker = (story) =>
  oneEach(
    story,
    story.askable
      .filter((claim) => claim.importance >= 2 && claim.asOf === undefined && claim.overtaken === undefined)
      .filter((claim) => isOfOne(story, claim) && !namesAnArticle(story, claim))
      .filter((claim) => isSpecific(story, claim) && standsAlone(story, claim))
      .flatMap((claim) => question(story, claim) ?? []),
  );

/** It names somebody beside the protagonists, gives a number or quotes: what only says that they met says little. */
const isSpecific = (story: Story, { text, entities }: Claim): boolean =>
  /\d|“/.test(text) ||
  story.pack.entities.some(
    (entity) =>
      entities.some((role) => role.entity === entity.id) &&
      !isProtagonist(story, entity) &&
      isNamedIn(entity, text),
  );

function isOfOne(story: Story, claim: Claim): boolean {
  const [publisher = '', ...others] = publishersOf(story, claim);
  return (
    story.articlesOf(claim).length === 1 &&
    others.length === 0 &&
    story.disagreementsOf(claim.id).length === 0 &&
    unnamedSources(story, claim, publisher).length === 0
  );
}

function namesAnArticle({ pack }: Story, { text }: Claim): boolean {
  return pack.articles
    .flatMap(({ publisher, title, author }) => [publisher, title, ...(author === null ? [] : [author])])
    .some((name) => fold(text).includes(fold(name)));
}

function standsAlone(story: Story, claim: Claim): boolean {
  const [own] = publishersOf(story, claim);
  const content = contentOf(story, claim.text);
  return story.pack.claims.every(
    (other) =>
      other.id === claim.id ||
      publishersOf(story, other).every((publisher) => publisher === own) ||
      likeness(content, contentOf(story, other.text)) < ALIKE,
  );
}

function question(story: Story, claim: Claim): MadeQuestion | undefined {
  const [right = ''] = publishersOf(story, claim);
  const others = new Set(story.pack.articles.map(({ publisher }) => publisher));
  others.delete(right);
  const seed = `which-article ${claim.id}`;
  const wrong = chooseWrong(ordered([...others], seed, String), {
    right,
    seed,
    textOf: (publisher) => publisher,
    neverLongest: true,
  });
  const made: MadeQuestion = {
    id: madeId('which-article', claim.id),
    kind: 'which-article',
    formerly: [],
    prompt: `Which of these articles reports this? ${claim.text}`,
    topic: claim.topic,
    difficulty: Math.min(3, 5 - claim.importance),
    right: { text: right, claims: [claim.id] },
    wrong: wrong.map((publisher) => refuted(claim, right, publisher)),
    explanation: explain(story, claim),
  };
  return wrong.length > 0 && fits(made) ? made : undefined;
}

const refuted = (claim: Claim, right: string, text: string): Question['wrong'][number] => ({
  text,
  because: `Of these articles only ${right} reports this; ${text} does not.`,
  claims: [claim.id],
});
