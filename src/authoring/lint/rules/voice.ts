import type { Pack } from '../../../core/dataset/pack.ts';
import type { Question } from '../../../core/dataset/schema.ts';
import { nameWords } from '../../../core/facts/fold.ts';
import { oncePer } from '../../../core/once-per.ts';
import { finding, type Rule } from '../rule.ts';

/** In one breath. */
const HABIT = 90;

interface Manner {
  readonly is: (question: Question, pack: Pack) => boolean;
  readonly advice: string;
}

const MANNERS: readonly Manner[] = [
  {
    is: ({ prompt }) => prompt.length > HABIT,
    advice: `at most ${HABIT} characters: one idea a sentence`,
  },
  {
    is: ({ prompt, fit }, pack) => fit !== 'topic' && namesPublisher(prompt, pack),
    advice: 'what happened, and not who printed it: the source stands on the card by itself',
  },
  {
    is: ({ prompt }) =>
      /(?:^|[.:?!]\s+)(?:On|Over|To|With|As|By|In|At|For|From|Of|Under|Besides)\s+(?:what|which|whom|whose)\b/i.test(
        prompt,
      ),
    advice: 'the order in which people speak: “What did she blame?”, not “On what…”',
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
    pack.questions.flatMap((question) =>
      MANNERS.filter(({ is }) => is(question, pack)).map(({ advice }) => finding(question, 'prompt', advice)),
    ),
} satisfies Rule;

/** Whoever tells of their own house names it. */
const publishersOf = oncePer(({ articles }: Pack): readonly string[] => [
  ...new Set(
    articles.filter(({ ours }) => !ours).map(({ publisher }) => ` ${nameWords(publisher).join(' ')} `),
  ),
]);

function namesPublisher(prompt: string, pack: Pack): boolean {
  const words = ` ${nameWords(prompt).join(' ')} `;
  return publishersOf(pack).some((publisher) => words.includes(publisher));
}
