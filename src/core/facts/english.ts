/** What words mean alike in questions and in texts, beyond their endings: irregular forms, near synonyms, idioms. */
import { stem } from './fold.ts';

/** One line for each meaning. Only what is taken for the same whatever the subject: a pack's own words are its aliases. */
const SAME = `
meet met introduce introduced
write wrote written author
win won winner victory
hang hung
speak spoke spoken talk
give gave given
take took taken
begin began begun start
become became
bring brought
buy bought
sell sold
lose lost
pay paid
hold held
send sent
sit sat
rupture break broke broken fracture sour soured feud
choose chose chosen
think thought
feel felt
see seen saw
hear heard
leave left
lead led
teach taught
fight fought
wear wore worn
throw threw thrown
steal stole stolen
live lived life
marry married marriage husband wife spouse
brother sister sibling related
ask asked request
own owned
know knew known
come came
study studying student
attorney lawyer law legal
prison jail jailed imprisoned imprisonment
prisoner inmate
crime offence offense convicted conviction
friend friendship
dinner dine dined dining restaurant
cook cooking food recipe
holiday holidayed vacation
book memoir autobiography
endorse endorsed endorsement support supported supporter
reject rejected refuse refused refusal decline declined
angry upset mad furious outraged disgust incredulous confused confusion
photo photograph picture pic
journalist reporter correspondent
invest investor investment
free freed release released
publish published publication
favour favor
colour color
`;

/** Two words that mean one: "fell out" says nothing of falling. */
const IDIOMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:please )?(?:show|give) (?:me|us)\b/gi, ''],
  [/^(?:i (?:want|need|would like)|i'd like|can you) (?:to )?(?:tell me|know|hear|learn)\b/gi, ''],
  [/^what (?:does|did) (.+) do for a living\b/gi, 'who is $1'],
  [/^what (?:is|was|'s) (.+?)(?:['’]s|s['’]) (?:job|profession)\b/gi, 'who is $1'],
  [/^(?:what|which|wich) (?:candidate|politician|celebrity|person)\b/gi, 'who'],
  [/\bin (?:return|exchange)\b/gi, 'quid pro quo'],
  [/\brelease date\b/gi, 'publication date'],
  [/\bf[ae]ll(?:ing|en)? out\b/gi, 'rupture'],
  [/\b(?:br[eo]ak(?:ing)?|broke|split) up\b/gi, 'rupture'],
  [/\bc[ao]m(?:e|es|ing) out\b(?! (?:of|as|for|against)\b)/gi, 'published'],
  [/\b(?:(?:g[eo]t(?:ting)?|let) (?:out|free)|set(?:ting)? free)\b/gi, 'released'],
];

const SENSES = new Map<string, string>();
const LINES = SAME.trim()
  .split('\n')
  .map((line) => line.split(' '));
for (const words of LINES) {
  const [first = '', ...others] = words.map(stem);
  for (const word of [first, ...others]) SENSES.set(word, SENSES.get(word) ?? SENSES.get(first) ?? first);
}

/** What all words that mean the same have in common; a word that has no other is its stem. */
export function senseOf(word: string): string {
  // Not what has to do with publishing, whose stem it has.
  if (word === 'public' || word === 'publicly') return 'openly';
  const root = stem(word.replace(/iz(?=(?:e[ds]?|ing)$)/, 'is'));
  return SENSES.get(root) ?? root;
}

const ALIKE = Map.groupBy(LINES.flat(), senseOf);

/** All words that mean the same as this one, itself among them if it has any. */
export const alike = (word: string): readonly string[] => ALIKE.get(senseOf(word)) ?? [];

/** Words in lower case, with idioms replaced by the word that texts have for them. */
export const plainly = (words: string): string =>
  IDIOMS.reduce((text, [idiom, word]) => text.replace(idiom, word), words);
