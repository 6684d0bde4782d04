/** What goes stale says for which day it holds, and for no day that its articles could not know. */
import type { Pack, Problem } from '../../../core/dataset/pack.ts';
import type { Claim } from '../../../core/dataset/schema.ts';
import { isNamedIn } from '../../drafts/names.ts';
import { ownWords, titlesOf } from '../masks.ts';
import { type Gate, problemWith } from '../rule.ts';

const ROLE =
  'president|senator|governor|minister|mayor|judge|secretary|spokes(?:man|woman|person)|chair(?:man|woman|person)?|head|director|manager|founder|co-founder|owner|chief|ceo|boss|leader|member|candidate|advis[eo]r|aide|assistant|attorney|lawyer|correspondent|journalist|reporter|editor|writer|host|employee|officer|master|professor|student|wife|husband|fiancée?|son-in-law|daughter-in-law|partner|girlfriend|boyfriend|prisoner|inmate';

/** "turned 42" happened once; "is 42" was true for a year. */
const STALE = [
  {
    what: 'an age',
    pattern:
      /\baged \d{1,3}\b|\b\d{1,3}[- ]years?[- ]old\b|\b(?:is|was|are) \d{1,3}\b(?=[.,;]|$)|\bage as \d/iu,
    // The text says itself when.
    unless: /\b(?:in|by) (?:\p{Lu}\p{L}+ )?(?:1[5-9]|20)\d\d\b/u,
    ofPersons: false,
  },
  {
    what: 'a role in the present tense',
    pattern: new RegExp(
      String.raw`\b(?:is|are) (?:(?:\S+) ){0,4}?(?:${ROLE})\b|\b(?:is|are) (?:serving|married|engaged|studying|working|living|running|leading|dating)\b|\b(?:works|serves|acts) as\b|\b(?:lives|resides) in\b|\bhas an? \w+ (?:line|company|brand|business)\b`,
      'iu',
    ),
    unless: undefined,
    // "The settings file lives in the home folder" stays true.
    ofPersons: true,
  },
] as const;

export const asOf: Gate = {
  name: 'ages and roles say as of when',
  check(pack) {
    const titles = titlesOf(pack);
    return pack.claims.flatMap((claim) => [...undated(pack, claim, titles), ...tooLate(pack, claim)]);
  },
};

function undated(pack: Pack, claim: Claim, titles: readonly string[]): readonly Problem[] {
  if (claim.asOf !== undefined || claim.date?.on !== undefined) return [];
  const own = ownWords(claim.text, titles);
  const isOfSomebody = pack.entities.some(
    (entity) => entity.kind === 'person' && isNamedIn(entity, claim.text),
  );
  const stale = STALE.find(
    ({ pattern, unless, ofPersons }) =>
      pattern.test(own) && !unless?.test(own) && (isOfSomebody || !ofPersons),
  );
  return stale === undefined
    ? []
    : [
        problemWith(
          pack,
          claim,
          'asOf',
          `the date for which it holds, no later than its article: the text gives ${stale.what}`,
        ),
      ];
}

/** An article cannot know what holds after its own day. Dates known less finely are compared as far as they go. */
function tooLate(pack: Pack, claim: Claim): readonly Problem[] {
  const published = claim.receipts.flatMap(
    ({ article }) => pack.articles.find(({ id }) => id === article)?.published ?? [],
  );
  const { asOf: day } = claim;
  if (day === undefined || published.some((date) => !isAfter(day, date))) return [];
  return [
    problemWith(
      pack,
      claim,
      'asOf',
      `a date no later than ${published.toSorted().at(-1)}, when its newest article appeared, but it is ${day}`,
    ),
  ];
}

function isAfter(day: string, date: string): boolean {
  const length = Math.min(day.length, date.length);
  return day.slice(0, length) > date.slice(0, length);
}
