/**
 * Whose word a question rests on, to be read before anybody answers. Computed from the claims and never typed, so that
 * it can neither be forgotten nor be wrong.
 */
import { contestedSources } from '../dataset/contested.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Question } from '../dataset/schema.ts';
import { wordsOf } from '../facts/fold.ts';
import { isStopWord } from '../facts/stop-words.ts';
import { answeringClaims, OF_SEVERAL } from './asked.ts';

/** Of these the one who says it may be the answer. */
const ABOUT_WORDS: ReadonlySet<Question['kind']> = new Set(['who-said']);

/** Undefined where the articles say in their own voice what is asked. */
export function attributionOf(library: Library, question: Question): string | undefined {
  const asked = answeringClaims(question).flatMap((id) => library.claims.get(id) ?? []);
  const claim =
    asked.find(isContested) ??
    asked.find(({ status }) => status === 'reported') ??
    asked.find((one) => isOfItsArticle(library, one));
  if (!claim) return undefined;
  if (OF_SEVERAL.has(question.kind) && new Set(asked.map((one) => sourceOf(library, one))).size > 1)
    return 'As reported';
  const source = sourceOf(library, claim);
  const speaker = isContested(claim) ? undefined : namedIn(library, question, source);
  if (speaker !== undefined) return `In ${speaker}’s words`;
  const line = lineOf(question, claim, source);
  return ABOUT_WORDS.has(question.kind) || tells(line, question) ? namelessly(claim) : line;
}

/** A statement that may be false is nobody's. */
function lineOf({ kind }: Question, claim: Claim, source: string): string {
  if (kind === 'true-false') return `Going by ${untitled(source)}`;
  return isContested(claim) ? `${upperFirst(untitled(source))} claims` : `According to ${source}`;
}

/** The title of a book takes as long to read as the question, and may be the answer to another. */
const untitled = (source: string): string => source.replace(/ “[^”]+”/, '');

/** "Mamamia counts both among the stars": the fact is that the article says so. Whoever tells of their own house names it. */
const isOfItsArticle = ({ articles }: Library, { text, receipts }: Claim): boolean =>
  receipts
    .flatMap(({ article }) => articles.get(article) ?? [])
    .some(({ publisher, ours }) => !ours && text.includes(publisher));

/** Also where an article tells as its own what somebody dismissed. */
const isContested = ({ status, denials }: Claim): boolean => status === 'disputed' || denials.length > 0;

/** The one that somebody contests, or the first who said it; the article where it has it from nobody. */
function sourceOf(library: Library, claim: Claim): string {
  const contested = contestedSources(library, claim);
  const { attribution, article } = claim.receipts[0];
  return (
    attribution.find((source) => contested.has(source)) ??
    attribution[0] ??
    library.articles.get(article)?.publisher ??
    article
  );
}

/** The person whose words these are, where the question names them already. What may be false is in nobody's words. */
function namedIn({ entities }: Library, { kind, prompt }: Question, source: string): string | undefined {
  if (kind === 'true-false') return undefined;
  const names = [...entities.values()]
    .filter((entity) => entity.kind === 'person')
    .flatMap(({ name, aliases }) => [name, ...aliases]);
  return names.find((name) => name.includes(' ') && source.startsWith(name) && prompt.includes(name));
}

const namelessly = (claim: Claim): string =>
  isContested(claim) ? 'As one side tells it' : 'In their own words';

/** Whether the line has a word of weight that the right option has and the prompt has not. */
function tells(line: string, { prompt, right }: Question): boolean {
  const said = new Set(wordsOf(prompt));
  const answer = new Set(wordsOf(right.text).filter((word) => !said.has(word) && !isStopWord(word)));
  return wordsOf(line).some((word) => answer.has(word));
}

const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
