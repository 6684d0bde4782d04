/** A pay-off that adds something, and reasons that hold: the reveal is where a player learns. */
import type { Pack, Problem } from '../../../core/dataset/pack.ts';
import type { Question } from '../../../core/dataset/schema.ts';
import { containsWords, contentStems } from '../question-words.ts';
import { type Gate, problemWith } from '../rule.ts';

/** Characters of a pay-off and of a reason, sentences of either: what a card shows without pushing receipts away. */
const MOST = { payoff: 160, because: 240, sentences: 2 };

export const reasons: Gate = {
  name: 'reasons for wrong options',
  check: (pack) =>
    pack.questions.flatMap((question) => [
      ...explained(pack, question),
      ...question.wrong.flatMap((_, at) => refuted(pack, question, at)),
    ]),
};

function refuted(pack: Pack, question: Question, at: number): Problem[] {
  const { text, because, claims } = question.wrong[at] ?? { text: '', because: '', claims: [] };
  const invented = pack.entities.some((entity) => entity.invented && containsWords(text, entity.name));
  const field = `wrong.${at}`;
  const reason =
    because === '' || claims.length > 0 || saysNobodySaysIt(because) || invented
      ? []
      : [
          problemWith(
            pack,
            question,
            `${field}.claims`,
            `a claim that refutes “${text}”, or a reason that says that no article says so`,
          ),
        ];
  return [...reason, ...tooLong(pack, question, `${field}.because`, because, MOST.because)];
}

/** "No article mentions Georgia", "The Gazette does not name one", "Neither says so". */
const saysNobodySaysIt = (because: string): boolean =>
  /\b(?:no(?:ne| other)?(?: of the)? articles?|neither|nobody|no text|do(?:es)? not (?:say|mention|name|speak|give|tell|report)|did not (?:say|mention|name|speak))\b/i.test(
    because,
  );

function explained(pack: Pack, question: Question): Problem[] {
  const { payoff, prompt, right } = question;
  const given = contentStems(`${prompt} ${right.text}`);
  const told = [...contentStems(payoff)].filter((word) => !given.has(word));
  return [
    ...tooLong(pack, question, 'payoff', payoff, MOST.payoff),
    ...(told.length > 0
      ? []
      : [
          problemWith(
            pack,
            question,
            'payoff',
            'something that prompt and right option do not say already: the source, the date, what another article says',
          ),
        ]),
  ];
}

function tooLong(pack: Pack, question: Question, field: string, text: string, most: number): Problem[] {
  const sentences = sentencesIn(text);
  if (text.length <= most && sentences <= MOST.sentences) return [];
  const expected = `one or two sentences and at most ${most} characters, but it has ${sentences} and ${text.length}`;
  return [problemWith(pack, question, field, expected)];
}

const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|U\.S|\p{Lu})\.$/u;

/** A full stop, not one of an abbreviation, with a capital after it. */
function sentencesIn(text: string): number {
  const ends = [...text.matchAll(/[.!?…]+[”’)]*(?=\s+[“‘(]?[\p{Lu}\p{N}])/gu)];
  return 1 + ends.filter(({ 0: end, index }) => !ABBREVIATION.test(text.slice(0, index + end.length))).length;
}
