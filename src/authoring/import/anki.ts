/** Notes that Anki or Quizlet wrote as text: one card a line, front and back with a tab between. */
import { beginningOf } from './entries.ts';
import { plainWords } from './plain-words.ts';
import {
  html,
  type ImportProblem,
  plain,
  type ReadFact,
  type Reading,
  type ReadQuestion,
  type Text,
} from './reading.ts';
import { rowsOf } from './rows.ts';

const FORMAT = 'Anki text';

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['space', ' '],
  ['pipe', '|'],
  ['colon', ':'],
]);

const HEADER = /^#(separator|html|columns|(?:deck|notetype|tags|guid)(?: column)?):(.*)$/i;

/** `{{c1::1871::year}}`: what a card hides, with a hint. */
const HIDDEN = /\{\{c\d+::(.*?)(?:::[^{}]*)?\}\}/gs;

/** An answer that is longer is no option of a question. */
const LONGEST_OPTION = 75;

export const hasAnkiHeaders = (text: string): boolean => HEADER.test(text.split('\n')[0] ?? '');

/** Cards without headers: every line has something, a tab, and something more. */
export function looksLikeCards(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 && lines.every((line) => /\S *\t *\S/.test(line));
}

/** A card that asks becomes a question without wrong options, any other a fact: it is for the author to word either. */
export function readAnki(text: string): Reading {
  const headers = headersOf(text);
  const separator = headers.get('separator')?.trim() || 'tab';
  const read = rowsOf(text, SEPARATORS.get(separator.toLowerCase()) ?? separator, '#');
  if ('problem' in read) return { format: FORMAT, items: [], problems: [read.problem] };
  const columns = columnsOf(headers);
  const textOf = headers.get('html')?.trim().toLowerCase() === 'false' ? plain : html;
  const items: (ReadFact | ReadQuestion)[] = [];
  const problems: ImportProblem[] = [];
  for (const { line, cells } of read.rows) {
    const [front = '', back = ''] = cells.filter((_, at) => !columns.others.has(at));
    const card = cardOf(front, back, textOf);
    const deck = cells[columns.deck] ?? headers.get('deck');
    if (card) items.push({ ...card, line, topic: deck ? plain(deck.split('::').at(-1) ?? deck) : undefined });
    else
      problems.push({
        line,
        says: `${beginningOf(front || back)} stands alone: a card has a front, a tab and a back`,
      });
  }
  return {
    format: FORMAT,
    items,
    problems,
    rightOnly: 'cards have right answers only: give each question one to three wrong options',
  };
}

/** The last word on each, in small letters. */
const headersOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [, name, value] = HEADER.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value] as const];
    }),
  );

/** Where the deck stands, and all columns that are no text of the card. */
function columnsOf(headers: ReadonlyMap<string, string>) {
  const at = (name: string) => Number(headers.get(`${name} column`) ?? 0) - 1;
  return { deck: at('deck'), others: new Set(['deck', 'notetype', 'tags', 'guid'].map(at)) };
}

function cardOf(
  front: string,
  back: string,
  textOf: (text: string) => Text,
): ReadFact | ReadQuestion | undefined {
  const told = front.replace(HIDDEN, '$1');
  if (told !== front)
    return { fact: textOf(told), ...(back !== '' && { note: 'the words on its back were left out' }) };
  if (front === '' || back === '') return undefined;
  const asks = plainWords(textOf(front)).endsWith('?');
  return asks && plainWords(textOf(back)).length <= LONGEST_OPTION
    ? { question: textOf(front), right: textOf(back), wrong: [] }
    : { fact: textOf(`${front} — ${back}`) };
}
