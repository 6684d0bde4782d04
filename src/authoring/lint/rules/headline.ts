import type { Pack } from '../../../core/dataset/pack.ts';
import type { Question } from '../../../core/dataset/schema.ts';
import { oncePer } from '../../../core/once-per.ts';
import { wholeOf } from '../part.ts';
import { contentStems } from '../question-words.ts';
import { type Finding, finding, type Rule } from '../rule.ts';

export const headline = {
  id: 'headline',
  severity: 'warning',
  says: 'What stands in the title of an article, or in the name of a source, is on every card that cites it.',
  check(pack) {
    const names = namesIn(pack);
    const shown = shownOften(wholeOf(pack));
    return pack.questions.flatMap((question): readonly Finding[] => {
      const answer = [...answerOf(question)];
      // Names alone stand in headlines for other reasons.
      if (answer.every((word) => names.has(word))) return [];
      const line = shown.find((one) => answer.every((word) => one.stems.has(word)));
      if (!line) return [];
      const expected = `another question: while this one is open, every card that cites “${line.text}” shows its answer`;
      return [finding(question, 'right.text', expected)];
    });
  },
} satisfies Rule;

/** The words that make the answer: those that the prompt does not say anyway. */
function answerOf({ prompt, right }: Question): ReadonlySet<string> {
  const said = contentStems(prompt);
  return new Set([...contentStems(right.text)].filter((word) => !said.has(word)));
}

/** On more than this part of all cards it cannot be kept back while a question is open; on fewer it is. */
const OFTEN = 0.05;

const shownOften = oncePer(
  ({ articles, claims }: Pack): readonly { text: string; stems: ReadonlySet<string> }[] => {
    const shownBy = claims.map(({ receipts }) => {
      const cited = articles.filter(({ id }) => receipts.some(({ article }) => article === id));
      return new Set([
        ...cited.map(({ title }) => title),
        ...receipts.flatMap(({ attribution }) => attribution),
      ]);
    });
    return [...new Set(shownBy.flatMap((texts) => [...texts]))]
      .filter((text) => shownBy.filter((texts) => texts.has(text)).length > OFTEN * claims.length)
      .map((text) => ({ text, stems: contentStems(text) }));
  },
);

const namesIn = ({ entities }: Pack): ReadonlySet<string> =>
  new Set(
    entities
      .filter(({ kind }) => kind !== 'work')
      .flatMap(({ name, aliases }) => [...contentStems([name, ...aliases].join(' '))]),
  );
