/** What the Open Trivia Database answers: JSON whose texts have HTML entities, or are encoded for addresses or in base64. */
import { z } from 'zod';
import { beginningOf } from './entries.ts';
import { html, type ImportProblem, plain, type Reading, type ReadQuestion, type Text } from './reading.ts';

const FORMAT = 'OpenTDB JSON';

const Result = z.object({
  category: z.string().optional(),
  type: z.string().optional(),
  difficulty: z.string().optional(),
  question: z.string(),
  correct_answer: z.string(),
  incorrect_answers: z.array(z.string()),
});
type Result = z.infer<typeof Result>;

/** As it comes, or the list alone. */
const Answer = z.union([
  z.object({ response_code: z.number().optional(), results: z.array(z.unknown()) }),
  z.array(z.unknown()).transform((results) => ({ response_code: undefined, results })),
]);

const LEVELS: ReadonlyMap<string, '1' | '2' | '3'> = new Map([
  ['easy', '1'],
  ['medium', '2'],
  ['hard', '3'],
]);

export const looksLikeJson = (text: string): boolean => /^\s*(?:\[\s*[{\]"]|\{\s*["}])/.test(text);

export function readOpenTrivia(text: string): Reading {
  const broken = (line: number | undefined, says: string): Reading => ({
    format: FORMAT,
    items: [],
    problems: [{ line, says }],
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const line = /\(line (\d+) /.exec(String(error))?.[1];
    return broken(
      line === undefined ? undefined : Number(line),
      'this is not JSON, or only a part of it: save the answer of OpenTDB anew, as it comes',
    );
  }
  const answer = Answer.safeParse(json).data;
  if (!answer) return broken(1, 'of JSON only the answers of OpenTDB are read, which have a list `results`');
  if (answer.results.length === 0)
    return broken(
      1,
      `OpenTDB sent no questions (code ${answer.response_code ?? 0}): ask it again, for fewer`,
    );
  return questionsOf(answer.results);
}

function questionsOf(results: readonly unknown[]): Reading {
  const read = results.map((result) => Result.safeParse(result));
  const textOf = decoderOf(read.flatMap(({ data }) => data ?? []));
  const items: ReadQuestion[] = [];
  const problems: ImportProblem[] = [];
  for (const [at, { data, error }] of read.entries()) {
    if (data) {
      try {
        items.push(questionOf(data, textOf));
      } catch {
        problems.push({
          says: `${beginningOf(data.question)}: a % in it stands for no letter: save the answer of OpenTDB anew`,
        });
      }
    } else
      problems.push({
        says: `question ${at + 1} has no \`${String(error.issues[0]?.path[0] ?? 'question')}\` as OpenTDB has them: it was left out`,
      });
  }
  return { format: FORMAT, items, problems };
}

function questionOf(result: Result, textOf: (text: string) => Text): ReadQuestion {
  const { category, difficulty = '', question, correct_answer, incorrect_answers } = result;
  return {
    question: textOf(question),
    right: textOf(correct_answer),
    wrong: incorrect_answers.map((text) => ({ text: textOf(text) })),
    topic: category === undefined ? undefined : textOf(category),
    difficulty: LEVELS.get(textOf(difficulty).text),
  };
}

/**
 * An answer is encoded in one way as a whole, and does not say in which. In base64 it hides its own types; encoded for
 * addresses, no question has a space, and the older way has a plus in its place.
 */
function decoderOf(results: readonly Result[]): (text: string) => Text {
  const isAll = (is: (result: Result) => boolean) => results.length > 0 && results.every(is);
  if (isAll(({ type }) => type === 'bXVsdGlwbGU=' || type === 'Ym9vbGVhbg=='))
    return (text) => plain(Buffer.from(text, 'base64').toString());
  if (
    isAll(({ question }) => !/\s/.test(question)) &&
    results.some(({ question }) => /%[\da-f]{2}/i.test(question))
  )
    return (text) => plain(decodeURIComponent(text.replaceAll('+', ' ')));
  return html;
}
