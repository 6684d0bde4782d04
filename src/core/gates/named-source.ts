/** Where articles differ, the prompt says whose answer it wants: without a source, two answers would be right. */
import type { Problem } from '../dataset/parse.ts';
import type { Claim, Disagreement, Question } from '../dataset/schema.ts';
import { type Story, storyOf } from '../quiz/made/made.ts';
import { type Gate, problemWith } from './gate.ts';
import { containsWords } from './question-words.ts';

export const namedSource: Gate = {
  name: 'source named where articles differ',
  check(pack) {
    const story = storyOf(pack);
    return pack.questions.flatMap((question) => checkQuestion(story, question));
  },
};

function checkQuestion(story: Story, question: Question): Problem[] {
  const right = question.right.claims.flatMap((id) => story.claims.get(id) ?? []);
  const sources = right.flatMap((claim) => sourcesOf(story, claim));
  if (sources.some((source) => isNamed(question, source))) return [];
  const differing = [...new Set(right.flatMap(({ id }) => story.disagreementsOf(id)))];
  const open = differing.find(
    (one) =>
      !asksAboutIt(question, one) &&
      ((one.kind === 'between-articles' && !asksThemAll(question)) || rivalOf(story, question, one)),
  );
  if (open === undefined) return [];
  const rival = rivalOf(story, question, open);
  const expected = `the source in the prompt, such as “According to ${sources[0]}, …”: “${open.id}” keeps another answer${rival === undefined ? '' : `, and “${rival}” is offered as wrong`}`;
  return [problemWith(story.pack, question, 'prompt', expected)];
}

/** Publishers, and whom they have it from: naming either makes the answer one. */
const sourcesOf = (story: Story, claim: Claim): readonly string[] => [
  ...story.articlesOf(claim).map(({ publisher }) => publisher),
  ...claim.receipts.flatMap(({ attribution }) => attribution),
];

/** In the prompt, or as the right option itself: "Which article says …?" Nobody is named by "an unnamed source". */
const isNamed = ({ prompt, right }: Question, source: string): boolean =>
  /\p{Lu}/u.test(source) &&
  [prompt, right.text].some((text) => namesIn(source).some((name) => containsWords(text, name)));

/** "Jonathan Karl’s book “Tired of Winning”" is named by all of it, by the title, or by what stands before the title. */
const namesIn = (source: string): readonly string[] =>
  [source, ...source.split(/[“”()]/)].map((part) => part.trim()).filter((part) => /\p{Lu}/u.test(part));

/** "Going by the dates in the articles": fair as long as no article has another of the options as its answer. */
const asksThemAll = ({ prompt }: Question): boolean => /\bthe (?:\w+ )?articles\b/i.test(prompt);

/** Its right option rests on two sides: it asks how they differ. */
const asksAboutIt = ({ right }: Question, { sides }: Disagreement): boolean =>
  sides.filter(({ claims }) => claims.some((id) => right.claims.includes(id))).length > 1;

/** The wrong option that another side has as its answer. */
function rivalOf(story: Story, { right, wrong }: Question, { sides }: Disagreement): string | undefined {
  const others = sides.filter(({ claims }) => !claims.some((id) => right.claims.includes(id)));
  const told = others.flatMap(({ says, claims }) => [
    says,
    ...claims.flatMap((id) => story.claims.get(id)?.text ?? []),
  ]);
  return wrong.find(({ text }) => told.some((said) => containsWords(said, text)))?.text;
}
