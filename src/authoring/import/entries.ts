/** From what was read to what stands under a topic's `entries`: drafts that the schema takes, or what hinders it. */
import type { z } from 'zod';
import { Id, Prose } from '../../core/dataset/fields.ts';
import { Question, TRUE_OR_FALSE } from '../../core/dataset/schema.ts';
import { fold } from '../../core/facts/fold.ts';
import { slugOf } from '../format/slug.ts';
import { type WrittenEntry, WrittenFact, type WrittenQuestion } from '../format/written.ts';
import { hasMedia, plainWords } from './plain-words.ts';
import type { ImportProblem, ReadFact, ReadQuestion, Text } from './reading.ts';

const MOST_WRONG = 3;
const WHOLE = 'the entry was left out';
const ALONE = 'it was left out';

const FIELDS = {
  question: { schema: Question.shape.prompt, name: 'the question', fate: WHOLE },
  right: { schema: Question.shape.right.shape.text, name: 'the right answer', fate: WHOLE },
  wrong: { schema: Prose.max(75), name: 'a wrong option', fate: ALONE },
  because: { schema: Prose.max(240), name: 'the reason against a wrong option', fate: ALONE },
  payoff: { schema: Question.shape.payoff, name: 'the pay-off', fate: ALONE },
  fact: { schema: WrittenFact.shape.fact, name: 'the fact', fate: WHOLE },
} as const;

/** What became of one item. Texts are never cut: what does not fit is left out and named. */
export interface Made {
  readonly entry?: WrittenEntry | undefined;
  readonly problems: readonly ImportProblem[];
}

/** `id` is what the entry is to be called, where nothing else in the file is called so. */
export function entryOf(read: ReadQuestion | ReadFact, id: string | undefined, needsWrong: boolean): Made {
  const notes = notesOn(read);
  const entry = 'fact' in read ? factOf(read, id, notes) : questionOf(read, id, needsWrong, notes);
  return { entry, problems: notes.problems };
}

function factOf(read: ReadFact, id: string | undefined, notes: Notes): WrittenEntry | undefined {
  const fact = notes.take('fact', read.fact);
  return fact === undefined ? undefined : { fact, ...(id !== undefined && { id }), draft: 'true' };
}

function questionOf(
  read: ReadQuestion,
  id: string | undefined,
  needsWrong: boolean,
  notes: Notes,
): WrittenQuestion | undefined {
  const question = notes.take('question', read.question);
  const right = notes.take('right', read.right);
  if (question === undefined || right === undefined) return undefined;
  const options = withTruth(right, wrongOptions(read, right, notes));
  const payoff = read.payoff && notes.take('payoff', read.payoff);
  if (options.wrong.length === 0 && needsWrong)
    notes.add('there is no wrong option: give it one to three in the draft');
  return {
    question,
    right: options.right,
    ...(options.wrong.length > 0 && { wrong: options.wrong }),
    ...(payoff && { payoff }),
    ...(id !== undefined && { id }),
    ...(options.isStatement && { kind: 'true-false' as const }),
    ...(read.difficulty && { difficulty: read.difficulty }),
    draft: 'true',
  };
}

type Wrong = NonNullable<WrittenQuestion['wrong']>[number];
type Option = Exclude<Wrong, string>;

function wrongOptions(read: ReadQuestion, right: string, notes: Notes): readonly Option[] {
  const taken = new Set([fold(right)]);
  const options: Option[] = [];
  for (const { text, because } of read.wrong) {
    const words = notes.take('wrong', text);
    if (words === undefined) continue;
    if (taken.has(fold(words))) notes.add(`the option “${words}” stands there twice: one was left out`);
    else if (options.length === MOST_WRONG)
      notes.add(`three wrong options are the most that there can be: “${words}” was left out`);
    else {
      const reason = because && notes.take('because', because);
      options.push({ text: words, ...(reason && { because: reason }) });
    }
    taken.add(fold(words));
  }
  return options;
}

/** Two buttons with the words True and False, in whatever case the file has them. */
function withTruth(right: string, wrong: readonly Option[]) {
  const words = [right, ...wrong.map(({ text }) => text)].map(fold);
  const truth = TRUE_OR_FALSE.find((word) => fold(word) === words[0]);
  const other = TRUE_OR_FALSE.find((word) => word !== truth && (words[1] ?? fold(word)) === fold(word));
  const isStatement = words.length <= 2 && truth !== undefined && other !== undefined;
  const options = isStatement ? [{ ...wrong[0], text: other }] : wrong;
  return {
    isStatement,
    right: isStatement ? truth : right,
    wrong: options.map((one): Wrong => (one.because === undefined ? one.text : one)),
  };
}

type Notes = ReturnType<typeof notesOn>;

/** Each begins with what the item asks or says, so that it is found in a file of one line as well. */
function notesOn(read: ReadQuestion | ReadFact) {
  const problems: ImportProblem[] = [];
  const beginning = beginningOf(plainWords('fact' in read ? read.fact : read.question));
  const add = (says: string) => problems.push({ line: read.line, says: `${beginning}: ${says}` });
  if (read.note !== undefined) add(read.note);
  return {
    problems,
    add,
    /** The text as a pack has it; undefined where there is none, and where it cannot be taken, which is then noted. */
    take(field: keyof typeof FIELDS, source: Text): string | undefined {
      const { schema, name, fate } = FIELDS[field];
      const words = plainWords(source);
      if (words === '' && fate === ALONE) return undefined;
      const fault = hasMedia(source)
        ? 'has a picture, a sound or a formula, which cannot be shown here'
        : faultOf(schema, words);
      if (fault === undefined) return words;
      add(`${name} ${fault}; ${fate}`);
      return undefined;
    },
  };
}

/** Undefined where the schema takes the words. */
export function faultOf(schema: z.ZodType, words: string): string | undefined {
  const issue = schema.safeParse(words).error?.issues[0];
  if (issue === undefined) return undefined;
  if (words === '') return 'is empty';
  if (issue.code !== 'too_big') return issue.message;
  return `has ${words.length} characters, and ${issue.maximum} is the limit: shorten it`;
}

/** What a message calls an item by. */
export function beginningOf(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length > 50 ? `“${line.slice(0, 48).trimEnd()} …”` : `“${line}”`;
}

/** The words where they are an id, as in what we exported; else as near to them as an id comes. */
export function idOf(words: string): string | undefined {
  if (Id.safeParse(words).success) return words;
  return words.trim() === '' ? undefined : slugOf(words);
}
