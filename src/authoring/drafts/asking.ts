/** From a statement in English to a question in the same words, where their order allows it without a guess. */
import { baseOfPast, baseOfPresent, isParticiple, looksPast } from './verbs.ts';

/** One subject with its verb, ready to be asked about. */
export interface Clause {
  readonly subject: string;
  /** What changes places with the subject: "was", "must", "did". */
  readonly helper: string;
  /** What follows the subject in a question: "built by the board", "sell the boat". */
  readonly rest: string;
  /** Something came about, as opposed to what was so for a time. */
  readonly happens: boolean;
}

/** After one of these another clause begins, and what is asked for may belong to either. */
const ANOTHER =
  /[,;()]|: |(?<![\p{L}-])(?:that|which|who|whom|whose|what|when|where|while|because|as|after|before|until|since|if|than|unless|although|though|whether|why|how|but|not|never|only|so|says?|said|tells?|told)(?![\p{L}-])/iu;

/** "Mara Quill", "The Harbour Board of Varn", "Ada and Ben": a verb that follows is theirs. */
const NAMED =
  /^(?:The |Our )?\p{Lu}[\p{L}\p{N}.’-]*(?: (?:(?:of|and|de|the|&|von|van) )*\p{Lu}[\p{L}\p{N}.’-]*)*$/u;

/** "The boat", "The tower of Varn Light", "Our first shop". */
const DESCRIBED =
  /^(?:The|A|An|Our|Each|Every|This) (?:\p{Ll}[\p{L}-]* ){0,2}\p{Ll}[\p{L}-]*(?: of (?:the )?[\p{L}’ ]+)?$/u;

const PLURAL =
  /^(?:We|You|(?:(?:All|New) )?(?:[Ss]taff|[Mm]embers|[Ee]mployees|[Vv]isitors|[Gg]uests|[Tt]eams|[Ss]tudents|[Vv]olunteers))$/u;

/** Words that have a capital at a beginning only. */
const LITTLE =
  /^(?:The|An?|Our|We|You|Your|All|Some|Most|Every|Each|New|Old|First|Last|Everyone|Everybody|Staff|Members|Employees|Visitors|Guests|Teams|Students|Volunteers)(?![\p{L}’-])/u;

/** A longer subject is read wrong too easily. */
const LONGEST = 7;

/** Whether a text holds one clause and no more. */
export const isPlain = (text: string): boolean => !ANOTHER.test(text);

/** Undefined where it is more than one clause, or no word is surely its verb. */
export function clauseOf(statement: string): Clause | undefined {
  if (!isPlain(statement)) return undefined;
  const words = statement.split(' ');
  const at = words.findIndex((word, index) => index > 0 && isVerb(words, index, word));
  if (at < 0 || at > LONGEST) return undefined;
  const subject = words.slice(0, at).join(' ');
  const word = words[at] ?? '';
  const after = words.slice(at + 1);
  if (isAuxiliary(word, after)) {
    const isPassive = isParticiple(wordAfter(after)) || wordAfter(after) === 'been';
    return isJoined(after) ? undefined : { subject, helper: word, rest: after.join(' '), happens: isPassive };
  }
  const isSubject = NAMED.test(subject) || DESCRIBED.test(subject) || PLURAL.test(subject);
  const verb = mainVerb(word, subject);
  // Of "keeps and repairs" the second verb would keep its ending.
  const goesOn = verb?.helper !== 'did' && after.includes('and');
  if (!isSubject || !verb || goesOn || after.some(isAnyVerb)) return undefined;
  return {
    subject,
    helper: verb.helper,
    rest: [verb.base, ...after].join(' '),
    happens: verb.helper === 'did' && verb.base !== 'have',
  };
}

const isHelper = (word: string): boolean =>
  /^(?:is|are|was|were|has|have|had|can|could|will|would|shall|should|must|may|might)$/.test(word);

const isAnyVerb = (word: string): boolean => looksPast(word) || isHelper(word);

/** Whether a second verb follows: "… and is due in May". */
export const isJoined = (words: readonly string[]): boolean =>
  words.some((word, index) => /^(?:and|or)$/.test(word) && words.slice(index + 1, index + 3).some(isAnyVerb));

/** Adverbs stand between a verb and what goes with it. */
const wordAfter = (words: readonly string[]): string =>
  words.find((word) => !/ly$|^(?:again|also|always|first|last|later|now|once|still|then)$/.test(word)) ?? '';

/** "have" is one only beside another verb. */
const isAuxiliary = (word: string, after: readonly string[]): boolean =>
  isHelper(word) && (!/^ha/.test(word) || wordAfter(after) === 'been' || isParticiple(wordAfter(after)));

function mainVerb(
  word: string,
  subject: string,
): { readonly helper: string; readonly base: string } | undefined {
  const past = word === 'had' ? 'have' : baseOfPast(word);
  if (past !== undefined) return { helper: 'did', base: past };
  const base = baseOfPresent(PLURAL.test(subject) ? (word === 'have' ? 'has' : `${word}s`) : word);
  return base === undefined ? undefined : { helper: PLURAL.test(subject) ? 'do' : 'does', base };
}

const isVerb = (words: readonly string[], at: number, word: string): boolean =>
  isHelper(word) || looksPast(word) || mainVerb(word, words.slice(0, at).join(' ')) !== undefined;

/** "When was Varn Light built?"; undefined where nobody can say whether the subject keeps its capital. */
export function ask(
  what: string,
  { subject, helper, rest }: Clause,
  isName: (text: string) => boolean,
): string | undefined {
  const words = lowered(subject, helper, isName);
  return words && `${[what, helper, words, rest].filter(Boolean).join(' ')}?`;
}

/** "Claims" with such a verb, or "Leave requests" with any, are no name that nobody listed. */
const isCommon = (subject: string, helper: string): boolean =>
  /^\p{Lu}\p{Ll}+(?: \p{Ll}[\p{L}-]+)*s$/u.test(subject) &&
  (subject.includes(' ') || /^(?:are|were|have|must|may|can|should|will|do)$/.test(helper));

/** As it stands inside a sentence. */
function lowered(subject: string, helper: string, isName: (text: string) => boolean): string | undefined {
  const little = subject.replace(LITTLE, (word) => word.toLowerCase());
  if (isName(subject)) return /^The /.test(subject) ? little : subject;
  if (little !== subject) return little;
  if (isCommon(subject, helper)) return subject.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  return /^\p{Lu}\S* (?:(?:of|and|de|the|&|von|van) )*\p{Lu}|^\p{Ll}/u.test(subject) ? subject : undefined;
}
