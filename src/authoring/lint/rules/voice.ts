/** How a question sounds when it is read aloud. What is named here may have its reason; it is advice. */
import type { Pack } from '../../../core/dataset/pack.ts';
import type { Question } from '../../../core/dataset/schema.ts';
import { containsWords } from '../question-words.ts';
import { type Gate, problemWith } from '../rule.ts';

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
    is: ({ prompt, fit }, { articles }) =>
      fit !== 'topic' && articles.some(({ publisher }) => containsWords(prompt, publisher)),
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

export const voice: Gate = {
  name: 'a voice to read aloud',
  check: (pack) =>
    pack.questions.flatMap((question) =>
      MANNERS.filter(({ is }) => is(question, pack)).map(({ advice }) =>
        problemWith(pack, question, 'prompt', advice),
      ),
    ),
};
