/** Questions as the bot asks them: what is not written comes from the fact that they stand under. */
import { Id } from '../../core/dataset/fields.ts';
import type { Problem } from '../../core/dataset/pack.ts';
import type { RawRecord } from '../../core/dataset/parse.ts';
import { TRUE_OR_FALSE } from '../../core/dataset/schema.ts';
import type { Book } from './book.ts';
import type { FactEntry, QuestionEntry } from './entry.ts';
import { type Fields, record } from './raw-record.ts';
import { problemIn } from './yaml-file.ts';

const FIELDS: Fields = {
  prompt: ['question'],
  claims: ['facts'],
  'right.text': ['right'],
  'right.claims': ['facts'],
};

/** Whose fields, each as it should be, also fit together. */
const isPlain = ({ kind, right }: QuestionEntry['value']): boolean =>
  kind === undefined && !TRUE_OR_FALSE.some((word) => word === right);

/** What the schema allows for the text that a fact lends to a question without a pay-off of its own. */
const LONGEST_PAYOFF = 160;

/** `facts` are all of the pack, drafts too. Questions that lack something are told of and left out. */
export function createQuestions(
  { incomplete }: Book,
  facts: readonly FactEntry[],
  problems: Problem[],
): (question: QuestionEntry) => readonly RawRecord[] {
  const known = new Map(facts.map(({ id, value }) => [id, value]));

  function questionOf(entry: QuestionEntry): readonly RawRecord[] {
    const { id, value, topic, under } = entry;
    const said: Problem[] = [];
    const say = (field: string, expected: string) =>
      said.push(problemIn(entry.file, [...entry.path, field], id, field, expected));
    const isStatement = TRUE_OR_FALSE.some((word) => word === value.right) && (value.wrong?.length ?? 0) < 2;
    const claims = [...(value.facts ?? (under === undefined ? [] : [under])), ...(value.also ?? [])];
    if (claims.length === 0) {
      // Its fact may be the very one that could not be read.
      if (incomplete.has('claims')) return [];
      say('facts', 'what it rests on: put the question under its fact, or name the fact’s id here');
    }
    for (const draft of claims.filter((one) => known.get(one)?.draft))
      say(
        'facts',
        `facts that are accepted, but “${draft}” is a draft: take out its line “draft: true”, or add one here`,
      );
    const wrong = value.wrong ?? TRUE_OR_FALSE.filter((word) => isStatement && word !== value.right);
    if (wrong.length === 0)
      say(
        'wrong',
        /^(?:true|false)$/i.test(value.right)
          ? 'one to three wrong options, or a right one that is “True” or “False”'
          : 'one to three wrong options',
      );
    const fact = claims.map((one) => known.get(one)?.fact).find((text) => text !== undefined);
    const payoff = value.payoff ?? fact;
    if (value.payoff === undefined && (fact?.length ?? 0) > LONGEST_PAYOFF)
      say(
        'payoff',
        `a sentence of its own: the fact has ${fact?.length} characters, and ${LONGEST_PAYOFF} fit`,
      );
    problems.push(...said);
    if (said.length > 0) return [];
    return [
      record(
        entry,
        {
          id,
          formerly: value.formerly ?? [],
          kind: value.kind ?? (isStatement ? 'true-false' : 'choice'),
          prompt: value.question,
          topic,
          fit: value.fit ?? 'quiz',
          difficulty: value.difficulty ?? 2,
          right: { text: value.right, claims },
          wrong: wrong.map((option) => {
            if (typeof option === 'string') return { text: option, because: '', claims: [] };
            const { text, because = '', facts = [] } = option;
            return { text, because, claims: facts };
          }),
          // Where none of its facts is known, that is told by whoever looks them up.
          payoff: payoff ?? '–',
        },
        FIELDS,
        isPlain(value) && Id.safeParse(id).success,
      ),
    ];
  }

  return questionOf;
}
