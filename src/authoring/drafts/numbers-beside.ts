/** The numbers of a sentence with what they count or tell apart: "350,000 visits weekly", "$45 million", "HttpGet 1.0". */
import { isStopWord } from '../../core/facts/stop-words.ts';
import { countedIn } from './quantities.ts';
import { baseOfPresent, looksPast } from './verbs.ts';

export interface NumberBeside {
  readonly text: string;
  /** Whether the text says of what it is a number: a bare "7.1" tells nobody anything. */
  readonly isOfSomething: boolean;
  /** What has this number as a part of its name: "HttpGet" of "HttpGet 1.0". */
  readonly owner?: string | undefined;
}

const NUMBER =
  /(?<![\p{L}\p{N}.,·])(?:[$£€]\s?)?(?:\d[\d.,]*\d|\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?!-))(?![\p{L}\p{N}])(?: (?:million|billion|thousand))?(?:\s?%| per ?cent(?!\p{L}))?/giu;

const WITH_UNIT = /^[$£€]|(?:%|per ?cent)$/i;
const UNIT = /^ ?(?:km\/h|km|kg|cm|mm|mph|[kMGT]B|[kMG]?W|°[CF]?)(?![\p{L}\p{N}])/u;

/** What belongs to the number as much as the noun does. */
const HOW_OFTEN =
  /^ (?:(?:hour|dai|week|month|year|annual)ly|(?:a|an|per|each|every) (?:second|minute|hour|day|week|month|year|night)|high|tall|long|wide|deep|old|thick)(?!\p{L})/u;

/** `text` has its dates masked; `names` are those that stand in it. */
export function numbersBeside(
  text: string,
  names: readonly string[],
  language: string,
): readonly NumberBeside[] {
  return [...text.matchAll(NUMBER)].map(({ 0: number, index }) => {
    const after = text.slice(index + number.length);
    const counted = language === 'en' ? countedAfter(after) : wordAfter(after);
    if (counted !== '') return { text: number + counted, isOfSomething: true };
    const owner = language === 'en' ? ownerOf(text.slice(0, index), names) : undefined;
    if (owner !== undefined) return { text: `${owner} ${number}`, isOfSomething: true, owner };
    return { text: number, isOfSomething: WITH_UNIT.test(number) };
  });
}

function countedAfter(after: string): string {
  const [unit] = UNIT.exec(after) ?? [];
  const noun = unit === undefined ? countedIn(after) : '';
  const counted = unit ?? (noun && ` ${noun}`);
  return counted === '' ? '' : counted + (HOW_OFTEN.exec(after.slice(counted.length))?.[0] ?? '');
}

/** Of other languages no grammar is known: the next word mostly says what is counted. */
function wordAfter(after: string): string {
  const [word = ''] = /^ \p{L}[\p{L}-]{2,}/u.exec(after) ?? [];
  return isStopWord(word.trim().toLowerCase()) ? '' : word;
}

const HEDGE = /^(?:around|almost|nearly|roughly|approximately|exactly|some)$/i;

/** "Mac OS X" of "Mac OS X 10.1", "version" of "version 0.1": not a verb, nor a word that belongs to the number. */
function ownerOf(before: string, names: readonly string[]): string | undefined {
  const name = names.find((one) => before.endsWith(`${one} `));
  if (name !== undefined) return name;
  const [word] = /\p{L}[\p{L}\p{N}-]+(?= $)/u.exec(before) ?? [];
  const plain = word?.toLowerCase() ?? '';
  const isVerb = looksPast(plain) || baseOfPresent(plain) !== undefined || /ing$/.test(plain);
  return isStopWord(plain) || isVerb || HEDGE.test(plain) || /ly$/.test(plain) ? undefined : word;
}
