/** The names that a text has in it: those that are known, and what is written with capitals where no sentence begins. */
import { isStopWord } from '../../core/facts/stop-words.ts';
import { placesOf } from './names.ts';

const WORD =
  "\\p{Lu}(?:\\.(?= \\p{Lu})|[\\p{L}\\p{N}&]*(?:[’'-](?!s(?![\\p{L}\\p{N}]))\\p{L}[\\p{L}\\p{N}]*)*)";
const CAMEL = '\\p{Ll}{1,3}\\p{Lu}[\\p{L}\\p{N}]*';
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${CAMEL}|${WORD}(?:(?: (?:of|of the|de|de la|du|von|van|van der|&))? ${WORD})*)(?![\\p{L}\\p{N}]|://)`,
  'gu',
);

const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** Words that begin a sentence and, unlike stop words, might begin a name as well. */
const OPENING =
  /^(?:once|soon|around|almost|nearly|although|though|despite|unlike|besides|beyond|within|instead|however|therefore|moreover|meanwhile|afterwards|later|earlier|perhaps|maybe|eventually|finally|initially|originally|previously|formerly|currently|recently|lately|shortly|usually|apparently|officially|reportedly|allegedly|suddenly|surprisingly|interestingly|fortunately|unfortunately|similarly|additionally|notably|especially|mainly|mostly|partly|probably|possibly|typically|traditionally|historically|famously|sadly|luckily|slowly|subsequently|consequently|ultimately|according|spring|summer|autumn|winter)$/i;

/** Whence somebody is, in front of a first name and a surname. */
const DEMONYM =
  /^(?:American|Argentine|Australian|Austrian|Belgian|Brazilian|British|Bulgarian|Canadian|Chilean|Chinese|Colombian|Croatian|Czech|Danish|Dutch|Egyptian|English|Estonian|Finnish|French|German|Greek|Hungarian|Icelandic|Indian|Indonesian|Iranian|Irish|Israeli|Italian|Japanese|Kenyan|Korean|Latvian|Lithuanian|Mexican|Nigerian|Norwegian|Polish|Portuguese|Romanian|Russian|Scottish|Serbian|Slovak|Spanish|Swedish|Swiss|Turkish|Ukrainian|Vietnamese|Welsh)$/;

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
    const name = trimmed(run, isBeginning(masked, index), masked.slice(0, index));
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
function trimmed(run: string, begins: boolean, before: string): string {
  const words = run.split(' ');
  const from = words.findIndex((word, at) => !isLoose(word) && !(begins && at === 0 && OPENING.test(word)));
  const to = words.findLastIndex(
    (word) => IS_LETTER.test(word) || !(isLoose(word) || /^\p{Ll}+$/u.test(word)),
  );
  const name = from < 0 ? [] : words.slice(from, to + 1);
  const isFromThere =
    name.length === 3 &&
    DEMONYM.test(name[0] ?? '') &&
    !/\b(?:the|an?) $/i.test(before + run.slice(0, run.indexOf(name[0] ?? '')));
  return name.slice(isFromThere ? 1 : 0).join(' ');
}

/** As in "Mac OS X". */
const IS_LETTER = /^[^\P{Lu}AI]$/u;

const isLoose = (word: string): boolean =>
  CALENDAR.test(word) || isStopWord(word.toLowerCase().replace(/[’'].*/, ''));

const isBeginning = (text: string, at: number): boolean =>
  /(?:^|[.!?:] |[“"‘«(]\s?|^[-–•*] )$/.test(text.slice(0, at));

function isElsewhere(name: string, whole: string): boolean {
  return placesOf(name, whole).some((at) => /[\p{L}\p{N},] $/u.test(whole.slice(0, at)));
}
