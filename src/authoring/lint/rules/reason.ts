import type { Pack } from '../../../core/dataset/pack.ts';
import type { Question } from '../../../core/dataset/schema.ts';
import { containsWords } from '../question-words.ts';
import { type Finding, finding, type Rule } from '../rule.ts';
import { lengthProblem } from '../sentences.ts';

/** What a card shows without pushing the receipts away. */
const MOST = 240;

export const reason = {
  id: 'reason',
  severity: 'warning',
  says: 'A reason why an option is wrong holds, and can be read in a breath.',
  languages: ['en'],
  check(pack) {
    const invented = pack.entities.filter((entity) => entity.invented);
    return pack.questions.flatMap((question) =>
      question.wrong.flatMap((option, at) => [
        ...unproved(question, at, option, invented),
        ...lengthProblem(option.because, MOST).map((expected) =>
          finding(question, `wrong.${at}.because`, expected),
        ),
      ]),
    );
  },
} satisfies Rule;

function unproved(
  question: Question,
  at: number,
  { text, because, claims }: Question['wrong'][number],
  invented: Pack['entities'],
): readonly Finding[] {
  const isProved =
    because === '' ||
    claims.length > 0 ||
    saysNobodySaysIt(because) ||
    invented.some(({ name }) => containsWords(text, name));
  const expected = `a fact that refutes “${text}”, or a reason that says that no article says so`;
  return isProved ? [] : [finding(question, `wrong.${at}.claims`, expected)];
}

/** "No article mentions Georgia", "The Gazette does not name one", "Neither says so". */
const saysNobodySaysIt = (because: string): boolean =>
  /\b(?:no(?:ne| other)?(?: of the)? articles?|neither|nobody|no text|do(?:es)? not (?:say|mention|name|speak|give|tell|report)|did not (?:say|mention|name|speak))\b/i.test(
    because,
  );
