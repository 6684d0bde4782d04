/** The trivia lists of Red-DiscordBot: YAML of questions, each with the answers that count as right. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { beginningOf } from './entries.ts';
import { html, type ImportProblem, type Reading, type ReadQuestion } from './reading.ts';

const FORMAT = 'Red-DiscordBot trivia';
const NOT_QUESTIONS = new Set(['AUTHOR', 'DESCRIPTION', 'CONFIG']);

/** Nothing but keys and hyphens, of which there is one at least. */
export function looksLikeRed(text: string): boolean {
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  return lines.some((line) => /^\s*- /.test(line)) && lines.every((line) => /^\s*- |:(?:\s|$)/.test(line));
}

export function readRed(text: string): Reading {
  const lines = new LineCounter();
  const { contents, errors } = parseDocument(text, {
    lineCounter: lines,
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
  });
  const lineOf = (offset: number | undefined) =>
    offset === undefined ? undefined : lines.linePos(offset).line;
  const [error] = errors;
  if (error || !isMap(contents))
    return { format: FORMAT, items: [], problems: [{ line: lineOf(error?.pos[0]) ?? 1, says: NO_YAML }] };
  const items: ReadQuestion[] = [];
  const problems: ImportProblem[] = [];
  for (const { key, value } of contents.items) {
    const question = isScalar(key) ? String(key.value) : '';
    const line = isScalar(key) ? lineOf(key.range?.[0]) : undefined;
    const [right] = isSeq(value)
      ? value.items.flatMap((one) => (isScalar(one) ? [String(one.value)] : []))
      : [];
    if (NOT_QUESTIONS.has(question)) continue;
    if (right === undefined)
      problems.push({
        line,
        says: `${beginningOf(question)} has no list of answers, each after a hyphen: it was left out`,
      });
    else items.push({ line, question: html(question), right: html(right), wrong: [] });
  }
  return {
    format: FORMAT,
    items,
    problems,
    rightOnly:
      'these lists have right answers only, of which the first was taken: give each question one to three wrong options',
  };
}

const NO_YAML =
  'this is not YAML as Red reads it: put questions and answers that have a colon, a # or a quotation mark in them into quotation marks';
