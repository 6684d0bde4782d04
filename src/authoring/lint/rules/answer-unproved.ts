import type { Pack } from '../../../core/dataset/pack.ts';
import type { Claim, Question } from '../../../core/dataset/schema.ts';
import { nameWords, stem } from '../../../core/facts/fold.ts';
import { inDigits, isNumber } from '../number-forms.ts';
import { type ProperNouns, properNounsOf } from '../question-words.ts';
import { finding, type Rule } from '../rule.ts';

export const answerUnproved = {
  id: 'answer-unproved',
  severity: 'warning',
  says: 'The receipts under an answer are those of its facts: what these do not say, nothing proves.',
  languages: ['en'],
  check(pack) {
    const claims = new Map(pack.claims.map((claim) => [claim.id, claim]));
    const labels = labelsOf(pack);
    const names = properNounsOf(pack);
    return pack.questions.filter(isProvedByWords).flatMap((question) => {
      const proofs = question.right.claims.flatMap((id) => claims.get(id) ?? []);
      const said = new Set(proofs.flatMap((claim) => wordsIn(saidBy(claim, labels))));
      const missing = unprovedIn(question.right.text, said, names);
      if (missing === undefined) return [];
      const expected = `none of its facts says “${missing}”: change the answer, add the fact that says it, or accept this for a reason (in the file: \`also: ID\` beside ${question.right.claims.join(', ')}, or accept: { answer-unproved: why })`;
      return [finding(question, 'right.text', expected, missing)];
    });
  },
} satisfies Rule;

/** A statement is true, or made up, as a whole; and what nobody did stands in no text. */
const isProvedByWords = ({ kind, right }: Question): boolean =>
  kind !== 'true-false' &&
  kind !== 'made-up' &&
  !/^(?:no|none|nobody|nothing|nowhere|never|neither|not|both|all)\b/iu.test(right.text);

type Labels = ReadonlyMap<string, string>;

/** Entities and events are found by all that they are called. */
const labelsOf = ({ entities, events }: Pack): Labels =>
  new Map([...entities, ...events].map(({ id, name, aliases }) => [id, [name, ...aliases].join(' ')]));

const saidBy = ({ text, date, asOf, entities, events, receipts }: Claim, labels: Labels): string =>
  [
    ...[text, date?.on, date?.until, date?.text, asOf],
    ...[...entities.map(({ entity }) => entity), ...events].map((id) => labels.get(id)),
    ...receipts.flatMap(({ attribution }) => attribution),
  ].join(' ');

/** Numbers in digits, "2,000" as one; other words by what their forms share. */
const wordsIn = (text: string): readonly string[] =>
  nameWords(withoutCommas(text)).map((word) =>
    isNumber(word) ? inDigits(word).replace(/^0+(?=\d)/, '') : stem(word),
  );

const withoutCommas = (text: string): string => text.replace(/(?<=\d),(?=\d{3})/g, '');

/** The first name or number that is said nowhere. Common words may put what is said otherwise: “silence”, “not heard of”. */
function unprovedIn(text: string, said: ReadonlySet<string>, names: ProperNouns): string | undefined {
  const given = new Set([...names(text), ...nameWords(oddIn(text))].flatMap(wordsIn));
  return writtenIn(withoutCommas(text)).find((word) =>
    wordsIn(word).some((one) => (given.has(one) || isNumber(one)) && !said.has(one)),
  );
}

/** “IBM”, “PostgreSQL” and “utf8” are names also where they begin. */
const oddIn = (text: string): string =>
  writtenIn(text)
    .filter((word) => /^\p{Lu}{2}|\p{Ll}\p{Lu}|\p{L}\p{N}/u.test(word))
    .join(' ');

const writtenIn = (text: string): readonly string[] =>
  text.match(/\p{L}+(?:[’']\p{L}+)+|[\p{L}\p{N}]+/gu) ?? [];
