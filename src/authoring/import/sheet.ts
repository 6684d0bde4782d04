/**
 * A sheet with Kahoot's columns, saved as CSV: a question, up to four answers, and the number of the right one. What
 * stands above the headings is the template's own; an id, a topic and a pay-off are read where they have a column.
 */
import { beginningOf } from './entries.ts';
import { html, type ImportProblem, type Reading, type ReadQuestion } from './reading.ts';
import { type Row, rowsOf } from './rows.ts';

const FORMAT = 'CSV with Kahoot’s columns';

/** As Kahoot and those who write for it have them: “Answer 3 - max 75 characters (optional)”, “Option B”. */
const HEADINGS = {
  question: /^(?:question|prompt)(?: text)?(?:\s*[-–(:].*)?$/i,
  correct: /^(?:correct|right)\b|^(?:answer|key|solution)$/i,
  id: /^id$/i,
  topic: /^(?:topic|category)$/i,
  payoff: /^(?:pay-?off|explanation)$/i,
} as const;
const ANSWER = /^(?:answer|option|choice|alternative)\s*(?:[1-9]|[a-h])\b/i;

type Columns = ReturnType<typeof columnsOf>;

const columnsOf = (cells: readonly string[]) => {
  const at = (heading: RegExp) => cells.findIndex((cell) => heading.test(cell));
  return {
    question: at(HEADINGS.question),
    answers: cells.flatMap((cell, column) => (ANSWER.test(cell) ? [column] : [])),
    correct: at(HEADINGS.correct),
    id: at(HEADINGS.id),
    topic: at(HEADINGS.topic),
    payoff: at(HEADINGS.payoff),
  };
};

const areHeadings = (cells: readonly string[]): boolean => {
  const { question, answers, correct } = columnsOf(cells);
  return question >= 0 && answers.length > 1 && correct >= 0;
};

/** The sign between the cells of the headings; undefined where no line has them. */
const delimiterOf = (text: string): string | undefined =>
  [',', ';', '\t'].find((delimiter) =>
    text
      .split('\n')
      .some((line) => areHeadings(line.split(delimiter).map((cell) => cell.replace(/^\s*"?/, '')))),
  );

export const looksLikeSheet = (text: string): boolean => delimiterOf(text) !== undefined;

export function readSheet(text: string): Reading {
  const broken = (problem: ImportProblem): Reading => ({ format: FORMAT, items: [], problems: [problem] });
  const delimiter = delimiterOf(text);
  if (delimiter === undefined) return broken(NO_HEADINGS);
  const read = rowsOf(text, delimiter);
  if ('problem' in read) return broken(read.problem);
  const { rows } = read;
  const at = rows.findIndex(({ cells }) => areHeadings(cells));
  const headings = rows[at];
  if (headings === undefined) return broken(NO_HEADINGS);
  const columns = columnsOf(headings.cells);
  const items: ReadQuestion[] = [];
  const problems: ImportProblem[] = [];
  for (const row of rows.slice(at + 1)) {
    const item = questionOf(row, columns);
    if (typeof item === 'string') problems.push({ line: row.line, says: item });
    else if (item) items.push(item);
  }
  return { format: FORMAT, items, problems };
}

const NO_HEADINGS: ImportProblem = {
  line: 1,
  says: 'no row names the columns: name them Question, Answer 1 to Answer 4, and Correct answer(s)',
};

/** A sentence where it cannot be one of ours; undefined for a row of the template that nobody has filled in. */
function questionOf({ line, cells }: Row, columns: Columns): ReadQuestion | string | undefined {
  const cell = (column: number) => unguarded(cells[column] ?? '');
  const question = cell(columns.question);
  const answers = columns.answers.map(cell);
  if (question === '' && answers.every((answer) => answer === '')) return undefined;
  const right = rightOf(cell(columns.correct), answers);
  if (typeof right === 'string') return `${beginningOf(question)}: ${right}`;
  const [topic, payoff] = [cell(columns.topic), cell(columns.payoff)];
  return {
    line,
    question: html(question),
    right: html(right.text),
    wrong: answers.filter((text, at) => text !== '' && at !== right.at).map((text) => ({ text: html(text) })),
    payoff: payoff === '' ? undefined : html(payoff),
    topic: topic === '' ? undefined : html(topic),
    id: cell(columns.id),
  };
}

/** Numbers as Kahoot has them, letters, or the words of the answer. A sentence where it is not exactly one. */
function rightOf(correct: string, answers: readonly string[]) {
  const same = answers.findIndex((answer) => answer.toLowerCase() === correct.toLowerCase());
  const marks = correct.split(/[\s,;/&+]+/).filter(Boolean);
  const places = marks.map((mark) =>
    /^[a-h]$/i.test(mark) ? mark.toUpperCase().charCodeAt(0) - 65 : Number(mark) - 1,
  );
  const [at = -1, ...more] = places.every((place) => answers[place]) ? places : [same];
  if (correct === '') return 'no answer is named as right: put its number under Correct answer(s)';
  if (more.length > 0) return `the answers ${marks.join(', ')} are right: keep one of them`;
  const text = answers[at];
  return text
    ? { at, text }
    : `${beginningOf(correct)} under Correct answer(s) is none of its answers: put a number there`;
}

/** Our own export puts an apostrophe before what a spreadsheet would take for a formula. */
const unguarded = (cell: string): string => cell.replace(/^'(?='*[=+\-@＝＋－＠])/, '');
