/** What a sentence has in it that a fact could tell: names, dates, numbers, quotations. */
import { isStopWord } from '../../core/facts/stop-words.ts';
import { type DateWords, datesIn } from './date-words.ts';
import { type NameReading, namesIn } from './names-in.ts';
import { type NumberBeside, numbersBeside } from './numbers-beside.ts';
import { leansOn } from './sentences.ts';
import { baseOfPresent, looksPast } from './verbs.ts';

export interface Findings {
  readonly sentence: string;
  readonly names: readonly string[];
  /** "curl web site" of "The curl web site gets …", where nobody has a name. */
  readonly subject: string | undefined;
  readonly dates: readonly DateWords[];
  readonly numbers: readonly NumberBeside[];
  readonly quoted: readonly string[];
  /** The words with which it leans on something that it does not say. */
  readonly leaning: string | undefined;
  /** Of two sentences the one with more is the better fact. */
  readonly worth: number;
}

/** `publisher` is no find in its own paper. */
export function findingsIn(sentence: string, reading: NameReading, publisher: string | undefined): Findings {
  const { language } = reading;
  const quoted = [...sentence.matchAll(/[“"«]\s?([^”"»]+?)[.,!?]?\s?[”"»]/g)].map(([, words = '']) => words);
  const all = namesIn(sentence, reading).filter(
    (name) => name !== publisher && !quoted.some((words) => words.includes(name)),
  );
  const dates = datesIn(sentence, language);
  const masked = dates.reduce(
    (text, { text: words }) => text.replace(words, '·'.repeat(words.length)),
    sentence,
  );
  const numbers = numbersBeside(masked, all, language);
  const names = all.filter((name) => !isBeside(name, sentence) || startsWith(sentence, name));
  const leaning =
    language === 'en' ? (leansOn(sentence, all) ?? shortenedIn(sentence, reading.whole)) : undefined;
  const worth =
    (names.length > 0 ? 3 : 0) +
    (dates.some(({ year, day }) => year ?? day) ? 3 : 0) +
    (numbers.length > 0 ? 2 : 0) +
    (quoted.length > 0 ? 1 : 0) -
    (leaning === undefined ? 0 : 4) -
    (sentence.length > 200 ? 2 : 0);
  const subject = names.length === 0 && language === 'en' ? subjectOf(sentence) : undefined;
  return { sentence, names, subject, dates, numbers, quoted, leaning, worth };
}

/** "the office", where the text names a "County Roads Office" and this sentence does not. */
function shortenedIn(sentence: string, whole: string): string | undefined {
  const short = [...sentence.matchAll(/\b[Tt]he (\p{Ll}+)\b(?! \p{Lu})/gu)].find(([, noun = '']) => {
    const named = new RegExp(`\\p{Lu}\\p{L}+ ${noun.charAt(0).toUpperCase()}${noun.slice(1)}\\b`, 'u');
    return named.test(whole) && !named.test(sentence);
  });
  return short?.[0];
}

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]{1,5}(?:s|ed)?$/u;

/** "HTTP" of "HTTP proxy support" says what kind of support; "NASA" of "NASA launched" is somebody. */
function isBeside(name: string, sentence: string): boolean {
  if (!ACRONYM.test(name)) return false;
  const [, next] = new RegExp(`(?<![\\p{L}\\p{N}])${name} (\\p{Ll}[\\p{L}-]+)`, 'u').exec(sentence) ?? [];
  return next !== undefined && !isStopWord(next) && !looksPast(next) && baseOfPresent(next) === undefined;
}

const startsWith = (sentence: string, name: string): boolean =>
  sentence.replace(/^(?:The |[“"‘'(])/, '').startsWith(name);

/**
 * Whether a reader who sees no more than the findings knows whom or what they are about, and what there is to check:
 * of somebody else's text nothing else is kept. An acronym somewhere in a sentence tells neither.
 */
export function isTelling(found: Findings): boolean {
  const { sentence, names, subject, dates, numbers, quoted } = found;
  const isAbout =
    subject !== undefined || names.some((name) => !ACRONYM.test(name) || startsWith(sentence, name));
  const isDated = dates.some(({ year, day }) => (year ?? day) !== undefined);
  if (isAbout) return isDated || quoted.length > 0 || numbers.some(({ isOfSomething }) => isOfSomething);
  return dates.length > 0 && numbers.some(({ owner }) => owner !== undefined && !ANY.test(owner));
}

/** Of these any thing has some. */
const ANY = /^(?:version|release|number|no|page|chapter|section|part|line|level|step|figure|table|round)$/i;

/** "August: ", "In the spring, " before it. */
const BEFORE = /^(?:[\p{L} ]{3,20}[,:] )?(?:the|an?) /iu;

/** Two words or three: "the boat" may be any. */
function subjectOf(sentence: string): string | undefined {
  const [before] = BEFORE.exec(sentence) ?? [];
  const words = before === undefined ? [] : sentence.slice(before.length).split(' ');
  const verb = words.findIndex(
    (word) => HELPER.test(word) || looksPast(word) || baseOfPresent(word) !== undefined,
  );
  const subject = words.slice(0, verb);
  return subject.length >= 2 &&
    subject.length <= 3 &&
    subject.every((word) => /^\p{Ll}[\p{L}-]+$/u.test(word))
    ? subject.join(' ')
    : undefined;
}

const HELPER = /^(?:is|are|was|were|has|have|had|can|could|will|would|must|may)$/;
