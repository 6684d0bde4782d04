/** The questions that a pack yields by rule, beside those that somebody wrote. */
import type { Pack } from '../../dataset/parse.ts';
import type { Question } from '../../dataset/schema.ts';
import { fold } from '../../facts/fold.ts';
import { disagreement } from './disagreement.ts';
import { howMany } from './how-many.ts';
import { type MadeQuestion, type Maker, storyOf } from './made.ts';
import { onWhoseWord } from './on-whose-word.ts';
import { orderOfEvents } from './order-of-events.ts';
import { trueOrFalse } from './true-or-false.ts';
import { when } from './when.ts';
import { whichArticle } from './which-article.ts';
import { who } from './who.ts';

/** A claim that several could ask about goes to the first of them: to what an author prepared, then to the rarer kind. */
const MAKERS: readonly Maker[] = [
  trueOrFalse,
  onWhoseWord,
  disagreement,
  howMany,
  who,
  when,
  whichArticle,
  orderOfEvents,
];

/**
 * No claim is asked about twice by rule, since both would read alike; none for the answer that a written question of
 * the pack asks for already; and none that the pack's author withdrew under its id.
 */
export function makeQuestions(pack: Pack): readonly MadeQuestion[] {
  const story = storyOf(pack);
  const written = new Set(pack.questions.flatMap(answersOf));
  const asked = new Set<string>();
  const withdrawn = new Set(pack.released.flatMap((one) => (one.withdrawn === undefined ? [] : one.id)));
  return MAKERS.flatMap((make) => make(story).filter(({ id }) => !withdrawn.has(id))).filter((question) => {
    const subjects = subjectsOf(question);
    const isNew =
      !answersOf(question).some((answer) => written.has(answer)) && !subjects.some((one) => asked.has(one));
    if (isNew) for (const one of subjects) asked.add(one);
    return isNew;
  });
}

/** The pack with its made questions among the written ones. */
export const withMadeQuestions = (pack: Pack): Pack => ({
  ...pack,
  questions: [...pack.questions, ...makeQuestions(pack)],
});

/** What a question asks, as far as a program can tell: which answer on the strength of which claim. */
const answersOf = ({ right }: Question): readonly string[] =>
  right.claims.map((claim) => `${claim}\n${fold(right.text)}`);

/** An order of events shows no claim's text, so it reads like no other question on the same claims. */
const subjectsOf = ({ kind, right }: MadeQuestion): readonly string[] =>
  kind === 'order-of-events' ? right.claims.map((claim) => `${kind}\n${claim}`) : right.claims;
