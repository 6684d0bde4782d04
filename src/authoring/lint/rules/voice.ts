import type { Pack } from '../../../core/dataset/pack.ts';
import type { Question } from '../../../core/dataset/schema.ts';
import { oncePer } from '../../../core/once-per.ts';
import { containsWords } from '../question-words.ts';
import { finding, type Rule } from '../rule.ts';

/** In one breath. */
const HABIT = 90;

interface Manner {
  readonly is: (question: Question) => boolean;
  readonly advice: string;
}

const MANNERS: readonly Manner[] = [
  {
    is: ({ prompt }) => prompt.length > HABIT,
    advice: `at most ${HABIT} characters: one idea a sentence`,
  },
  {
    is: ({ prompt }) =>
      /(?:^|[.:?!]\s+)(?:On|Over|To|With|As|By|In|At|For|From|Of|Under|Besides)\s+(?:what|which|whom|whose)\b/i.test(
        prompt,
      ),
    advice: 'the order in which people speak: “Which bridge does the tram cross?”, not “Over which…”',
  },
  {
    is: ({ prompt }) => /[[\](){}]/.test(prompt),
    advice: 'no brackets: they cannot be read aloud',
  },
  {
    is: ({ prompt }) => /\bthe (?:request|article|women|events?|quarrel)\b/i.test(prompt),
    advice: 'words that stand by themselves: nobody has read the articles',
  },
];

export const voice = {
  id: 'voice',
  severity: 'warning',
  says: 'A question is read aloud. What is named here may have its reason; it is advice.',
  languages: ['en'],
  check: (pack) =>
    pack.questions.flatMap((question) => [
      ...MANNERS.filter(({ is }) => is(question)).map(({ advice }) => finding(question, 'prompt', advice)),
      ...whoPrinted(question, pack).map((publisher) => {
        const advice = `what happened, and not that “${publisher}” printed it: the source stands on the card by itself`;
        return finding(question, 'prompt', advice, publisher);
      }),
    ]),
} satisfies Rule;

/** The publishers that a question names although nothing of theirs is asked: whoever tells of their own house names it. */
const whoPrinted = ({ prompt, fit, right }: Question, pack: Pack): readonly string[] =>
  fit === 'topic'
    ? []
    : publishersOf(pack).filter(
        (publisher) =>
          containsWords(prompt, publisher) && !right.claims.some((id) => isAbout(pack, id, publisher)),
      );

const publishersOf = oncePer(({ articles }: Pack): readonly string[] => [
  ...new Set(articles.filter(({ ours }) => !ours).map(({ publisher }) => publisher)),
]);

/** The fact names it: it is a part of the story, or what one of several sources says is the fact. */
const isAbout = (pack: Pack, claim: string, publisher: string): boolean =>
  [...(claimsOf(pack).get(claim) ?? [])].some((label) => containsWords(label, publisher));

/** By its id, the text of a claim, and what all are called that it is about. */
const claimsOf = oncePer(({ claims, entities }: Pack): ReadonlyMap<string, readonly string[]> => {
  const labels = new Map(entities.map(({ id, name, aliases }) => [id, [name, ...aliases]]));
  return new Map(
    claims.map(({ id, text, entities: about }) => [
      id,
      [text, ...about.flatMap(({ entity }) => labels.get(entity) ?? [])],
    ]),
  );
});
