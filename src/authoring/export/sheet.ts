/** Questions as a sheet: Kahoot's columns, and beside them what a second reader wants to see. */
import { receiptSource } from '../../core/cards/card-text.ts';
import type { Library } from '../../core/dataset/library.ts';
import type { Question } from '../../core/dataset/schema.ts';
import { bareId } from '../../core/dataset/scope.ts';
import { receiptsOf } from '../../core/facts/receipts.ts';
import { attributionOf } from '../../core/quiz/attribution.ts';
import { ordered } from '../drafts/draw.ts';

const HEADINGS = [
  'Question - max 120 characters',
  'Answer 1 - max 75 characters',
  'Answer 2 - max 75 characters',
  'Answer 3 - max 75 characters',
  'Answer 4 - max 75 characters',
  'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
  'Correct answer(s) - choose at least one',
  'Id',
  'Topic',
  'Attribution',
  'Pay-off',
  'Source',
];

const SECONDS = '20';

/**
 * CSV that a spreadsheet opens as it is: with a byte order mark, or it takes UTF-8 for something else, and no cell is
 * a formula. The right answer stands in a place of its own for each question, the same each time.
 */
export function sheetOf(library: Library): string {
  const rows = [HEADINGS, ...[...library.questions.values()].map((question) => rowOf(library, question))];
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function rowOf(library: Library, question: Question): readonly string[] {
  const answers = answersOf(question);
  return [
    question.prompt,
    ...[0, 1, 2, 3].map((at) => answers[at] ?? ''),
    SECONDS,
    String(answers.indexOf(question.right.text) + 1),
    bareId(question.id),
    library.topics.get(question.topic)?.name ?? question.topic,
    attributionOf(library, question) ?? '',
    question.payoff,
    sourceOf(library, question),
  ];
}

const answersOf = ({ id, kind, right, wrong }: Question): readonly string[] =>
  kind === 'true-false'
    ? ['True', 'False']
    : ordered([right.text, ...wrong.map(({ text }) => text)], bareId(id), (text) => text);

/** The receipts of the right answer, as a card names them, and where to read on. */
function sourceOf(library: Library, { right }: Question): string {
  const [first, ...others] = right.claims.flatMap((id) => library.claims.get(id) ?? []);
  if (!first) return '';
  return receiptsOf(library, first, others)
    .map((receipt) => `“${receipt.title}”, ${receiptSource(receipt)}${receipt.url ? ` ${receipt.url}` : ''}`)
    .join('; ');
}

/** Always quoted; an apostrophe makes words of what a spreadsheet would run as a formula. */
const cellOf = (text: string): string =>
  `"${text.replace(/^(?='*[=+\-@＝＋－＠\t\r])/, "'").replaceAll('"', '""')}"`;
