/** The questions that a pack yields by rule, beside those that somebody wrote. */
import type { Pack } from '../../dataset/parse.ts';
import type { Question } from '../../dataset/schema.ts';
import { fold } from '../../facts/fold.ts';
import { type MadeQuestion, type Maker, storyOf } from './made.ts';

const MAKERS: readonly Maker[] = [];

/** None that asks what a written question of the pack, or a made one before it, asks already. */
export function makeQuestions(pack: Pack): readonly MadeQuestion[] {
  const story = storyOf(pack);
  const asked = new Set(pack.questions.flatMap(answersOf));
  return MAKERS.flatMap((make) => make(story)).filter((question) => {
    const isNew = !answersOf(question).some((answer) => asked.has(answer));
    for (const answer of answersOf(question)) asked.add(answer);
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
