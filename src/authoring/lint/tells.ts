/** By what an option may stand out, so that a player needs no knowledge to choose it. */
import type { Question } from '../../core/dataset/schema.ts';
import { wordsOf } from '../../core/facts/fold.ts';
import { isNumber } from './number-forms.ts';
import { contentStems, optionsOf, type ProperNouns, shared } from './question-words.ts';

export interface Tell {
  /** Fits into "the right option is … in 60 of 200 questions". */
  readonly is: string;
  readonly mend: string;
  /** The option that alone stands out, as an index into the options, and how far: the worst are named first. */
  find(question: Question, names: ProperNouns): { readonly option: number; readonly by: number } | undefined;
}

export const TELLS: readonly Tell[] = [
  {
    is: 'the longest',
    mend: 'shorten it, or give a wrong option more words',
    find: (question) => farthest(optionsOf(question).map(({ length }) => length)),
  },
  {
    is: 'the shortest',
    mend: 'lengthen it, or cut a wrong option',
    find: (question) => farthest(optionsOf(question).map(({ length }) => -length)),
  },
  {
    is: 'the only one with a number',
    mend: 'give a wrong option a number, or take the number out',
    find: only((text) => wordsOf(text.replace(/\bat once\b/i, '')).some(isNumber)),
  },
  {
    is: 'the only one with a hedge',
    mend: 'hedge a wrong option in the same way',
    find: only(isHedged),
  },
  {
    is: 'the only one with a proper noun',
    mend: 'name somebody or something in a wrong option too',
    find: (question, names) => only((text) => names(text).size > 0)(question),
  },
  {
    is: 'the only one that shares a word with the question',
    mend: 'let a wrong option take up a word of the question too',
    find: (question) => {
      const asked = contentStems(question.prompt);
      return only((text) => shared(contentStems(text), asked).length > 0)(question);
    },
  },
];

/** Case matters: "May 2018" is a month. */
const HEDGES =
  /\b(?:[Mm]ight|may|[Cc]ould|[Rr]eportedly|[Aa]llegedly|[Aa]pparently|[Pp]erhaps|[Pp]ossibly|[Pp]robably|[Ll]ikely|[Ss]eem(?:s|ed|ingly)?|[Ss]upposed(?:ly)?|[Ss]ome|[Ss]everal|[Oo]ften|[Ss]ometimes|[Uu]sually|[Mm]ostly|[Pp]artly|[Nn]early|[Aa]lmost|[Rr]oughly|[Aa]pproximately|[Aa]round|[Jj]ust (?:over|under)|(?:[Mm]ore|[Ll]ess) than)\b/;

/** "About half a year" is a hedge, "a film about prisons" is not. */
function isHedged(text: string): boolean {
  const [, next] = /\b[Aa]bout (?:an? |the )?([\p{L}\p{N}]+)/u.exec(text) ?? [];
  return HEDGES.test(text) || (next !== undefined && isNumber(next));
}

/** By how much the greatest exceeds the next; none where two are equal. */
function farthest(values: readonly number[]): { option: number; by: number } | undefined {
  const [most, next] = values.toSorted((a, b) => b - a);
  if (most === undefined || next === undefined || most === next) return undefined;
  return { option: values.indexOf(most), by: most - next };
}

function only(has: (text: string) => boolean): (question: Question) => ReturnType<typeof farthest> {
  return (question) => {
    const having = optionsOf(question).flatMap((text, at) => (has(text) ? [at] : []));
    const [option] = having;
    return having.length === 1 && option !== undefined ? { option, by: 0 } : undefined;
  };
}
