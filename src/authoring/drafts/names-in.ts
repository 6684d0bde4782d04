/** The names that a text has in it: those that are known, and what is written with capitals where no sentence begins. */
import { isStopWord } from '../../core/facts/stop-words.ts';
import { placesOf } from './names.ts';

const WORD =
  "\\p{Lu}(?:\\.(?= \\p{Lu})|[\\p{L}\\p{N}&]*(?:[’'-](?!s(?![\\p{L}\\p{N}]))\\p{L}[\\p{L}\\p{N}]*)*)";
const CAMEL = '\\p{Ll}{1,3}\\p{Lu}[\\p{L}\\p{N}]*';
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${CAMEL}|${WORD}(?:(?: (?:of|of the|de|de la|du|von|van|van der|&))? ${WORD})*)(?![\\p{L}\\p{N}])`,
  'gu',
);

const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** "NASA", "PostgreSQL", "Route66": nobody begins a sentence so unless it is a name. */
const ODD = /^\p{Lu}{2}|\p{Ll}\p{Lu}|\p{L}\p{N}/u;

export interface NameReading {
  /** Names that the pack has; they count wherever they stand. */
  readonly known: readonly string[];
  /** All of the text: a word that has its capital elsewhere too is a name at a beginning as well. */
  readonly whole: string;
  readonly language: string;
}

/** In the order of the sentence, each once; the longest of those that overlap. */
export function namesIn(sentence: string, { known, whole, language }: NameReading): readonly string[] {
  const found = known.flatMap((name) => placesOf(name, sentence).map((at) => ({ name, at })));
  const own = found
    .filter(({ name, at }) => !found.some((other) => isWithin({ name, at }, other)))
    .toSorted((a, b) => a.at - b.at);
  const masked = own.reduce(
    (text, { name, at }) => text.slice(0, at) + '·'.repeat(name.length) + text.slice(at + name.length),
    sentence,
  );
  const runs = [...masked.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const name = trimmed(run);
    const at = index + run.indexOf(name);
    const isName = name !== '' && (language !== 'de' || name.includes(' '));
    return isName &&
      (name.includes(' ') || ODD.test(name) || !isBeginning(masked, at) || isElsewhere(name, whole))
      ? [{ name, at }]
      : [];
  });
  return [...new Set([...own, ...runs].toSorted((a, b) => a.at - b.at).map(({ name }) => name))];
}

interface Spot {
  readonly name: string;
  readonly at: number;
}

const isWithin = (one: Spot, other: Spot): boolean =>
  one.name.length < other.name.length &&
  other.at <= one.at &&
  one.at + one.name.length <= other.at + other.name.length;

/** Without the words that have a capital for another reason. */
function trimmed(run: string): string {
  const words = run.split(' ');
  const from = words.findIndex((word) => !isLoose(word));
  const to = words.findLastIndex((word) => !isLoose(word) && !/^\p{Ll}+$/u.test(word));
  return from < 0 ? '' : words.slice(from, to + 1).join(' ');
}

const isLoose = (word: string): boolean =>
  CALENDAR.test(word) || isStopWord(word.toLowerCase().replace(/[’'].*/, ''));

const isBeginning = (text: string, at: number): boolean =>
  /(?:^|[.!?:] |[“"‘«(]\s?|^[-–•*] )$/.test(text.slice(0, at));

function isElsewhere(name: string, whole: string): boolean {
  return placesOf(name, whole).some((at) => /[\p{L}\p{N},] $/u.test(whole.slice(0, at)));
}
