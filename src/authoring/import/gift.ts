/**
 * Moodle's GIFT. The blocks between blank lines are parsed one by one, as Moodle does it, so that a broken one is
 * named with its line and spoils no other.
 */
import { type GIFTQuestion, type MultipleChoice, parse, type TextFormat, type TrueFalse } from 'gift-pegjs';
import { beginningOf } from './entries.ts';
import { type ImportProblem, plain, type Reading, type ReadQuestion, type Text } from './reading.ts';

export const looksLikeGift = (text: string): boolean =>
  /^[ \t]*(?:::|\$CATEGORY:)/m.test(text) || /(?<!\\)\{\s*(?:[=~#]|(?:T|TRUE|F|FALSE)\s*[#}])/.test(text);

export function readGift(text: string): Reading {
  const items: ReadQuestion[] = [];
  const problems: ImportProblem[] = [];
  let topic: Text | undefined;
  for (const { line, source } of blocksOf(text)) {
    const category = /^\$CATEGORY:(.*)/.exec(source)?.[1];
    if (category !== undefined) topic = plain(lastOf(category));
    else {
      const read = questionOf(source);
      if (typeof read === 'string')
        problems.push({ line, says: `${beginningOf(withoutTitle(source))}: ${read}` });
      else items.push({ ...read, line, topic });
    }
  }
  return { format: 'Moodle GIFT', items, problems };
}

const withoutTitle = (source: string): string =>
  source.replace(/^(?:\/\/.*\n)+/, '').replace(/^::.*?::/s, '');

interface Block {
  readonly line: number;
  readonly source: string;
}

/** Comments come first in their block, where the parser looks for the `[id:…]` that may stand in them. */
function blocksOf(text: string): readonly Block[] {
  const blocks: { line: number; comments: string[]; lines: string[] }[] = [];
  let open = false;
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const isCategory = line.trimStart().startsWith('$CATEGORY:');
    if (line.trim() === '') open = false;
    else {
      if (!open || isCategory) blocks.push({ line: at + 1, comments: [], lines: [] });
      open = !isCategory;
      const block = blocks.at(-1);
      const isComment = line.trimStart().startsWith('//');
      if (block && !isComment && block.lines.length === 0) block.line = at + 1;
      block?.[isComment ? 'comments' : 'lines'].push(line.trim());
    }
  }
  return blocks
    .filter(({ lines }) => lines.length > 0)
    .map(({ line, comments, lines }) => ({ line, source: [...comments, ...lines].join('\n') }));
}

/** `$course$/top/Harbours // boats`: a category's own name; `//` is a slash in one. */
const lastOf = (category: string): string =>
  category
    .split(/(?<!\/)\/(?!\/)/)
    .at(-1)
    ?.replaceAll('//', '/')
    .trim() ?? '';

/** A sentence where it cannot be one of ours. */
function questionOf(source: string): ReadQuestion | string {
  const question = parsed(source) ?? parsed(strict(source));
  switch (question?.type) {
    case undefined:
    case 'Category':
      return unreadable(source);
    case 'MC':
      return choice(question);
    case 'TF':
      return trueFalse(question);
    case 'Matching':
      return formless('a matching');
    case 'Numerical':
      return formless('a numerical');
    case 'Short':
      return formless('a short-answer');
    case 'Essay':
      return formless('an essay');
    case 'Description':
      return 'no answers in braces stand here, so nothing is asked';
    default:
      return question satisfies never;
  }
}

const formless = (kind: string): string =>
  `${kind} question has no form here: give it one right answer and one to three wrong ones`;

function parsed(source: string): GIFTQuestion | undefined {
  try {
    return parse(source)[0];
  } catch {
    return undefined;
  }
}

/** Moodle takes signs for words where nothing else can be meant, as in a title or before the answers; the parser does not. */
function strict(source: string): string {
  const parts = /^((?:\/\/[^\n]*\n)*)(?:::(.*?)::)?(.*?)((?<!\\)\{.*\})(.*)$/s.exec(source);
  if (!parts) return source;
  const [, comments = '', title, stem = '', answers = '', tail = ''] = parts;
  const words = (text: string) => text.replace(/(?<!\\)[~=#:]/g, '\\$&');
  return [
    comments,
    title === undefined ? '' : `::${words(title)}::`,
    words(stem),
    answers.replace(/(?<!\\):/g, '\\:'),
    words(tail),
  ].join('');
}

function unreadable(source: string): string {
  const count = (brace: RegExp) => source.match(brace)?.length ?? 0;
  const opened = count(/(?<!\\)\{/g);
  if (opened !== count(/(?<!\\)\}/g))
    return 'a brace has no partner: the answers stand between { and }, with no blank line among them';
  return opened > 1
    ? 'several questions stand here as one: leave a blank line between them'
    : 'this is not GIFT: put a backslash before each ~ = # { } that belongs to a text, as in \\#';
}

function choice({ title, id, stem, choices, globalFeedback }: MultipleChoice): ReadQuestion | string {
  const worth = choices.map(({ isCorrect, weight }) => weight ?? (isCorrect ? 100 : 0));
  const right = choices.filter((_, at) => worth[at] === 100);
  const [only] = right;
  if (only === undefined && worth.every((points) => points <= 0))
    return 'no answer is marked as right with =';
  if (only === undefined || right.length > 1 || worth.some((points) => points > 0 && points < 100))
    return 'several answers are right or partly right: keep one of them';
  return {
    question: textOf(stem),
    right: textOf(only.text),
    wrong: choices
      .filter((one) => one !== only)
      .map(({ text, feedback }) => ({
        text: textOf(text),
        because: feedback ? textOf(feedback) : undefined,
      })),
    ...payoffOf(globalFeedback, only.feedback),
    id: title ?? id ?? undefined,
  };
}

/** The first feedback is for whoever was wrong, whichever of the two is true; the parser names both otherwise. */
function trueFalse(read: TrueFalse): ReadQuestion {
  const { title, id, stem, isTrue, trueFeedback: forWrong, falseFeedback: forRight, globalFeedback } = read;
  return {
    question: textOf(stem),
    right: plain(isTrue ? 'True' : 'False'),
    wrong: [{ text: plain(isTrue ? 'False' : 'True'), because: forWrong ? textOf(forWrong) : undefined }],
    ...payoffOf(globalFeedback, forRight),
    id: title ?? id ?? undefined,
  };
}

/** The words at the right answer stand in for general feedback. */
function payoffOf(
  general: TextFormat | null,
  forRight: TextFormat | null | undefined,
): Pick<ReadQuestion, 'payoff' | 'note'> {
  const payoff = general ?? forRight;
  return {
    payoff: payoff ? textOf(payoff) : undefined,
    note:
      general && forRight
        ? `the words at its right answer were left out: ${beginningOf(forRight.text)}`
        : undefined,
  };
}

/** Moodle's own form, which is the default, takes HTML. */
const textOf = ({ text, format }: TextFormat): Text => ({
  text,
  form: format === 'moodle' ? 'html' : format,
});
