/** What kind of answer a question wants, by its question words: a place, a date, how long, how old, somebody's words. */
import type { Library } from '../dataset/library.ts';
import type { Claim } from '../dataset/schema.ts';
import type { Term } from './claim-index.ts';

export interface Intent {
  /** More than 1 for a claim that has such an answer. */
  favours(library: Library, claim: Claim, asked: { readonly terms: readonly Term[] }): number;
  /** Claims without such an answer say nothing to the question, however well they fit its other words. */
  readonly isStrict: boolean;
}

const AGE = /\byears old\b|\b\d{1,3}(?:st|nd|rd|th)\b|\bturned \d/;
const OLD = /\byears old\b/;
const UNIT = '(?:years|months|weeks|days|hours|minutes)';
const DURATION = new RegExp(
  `\\b(?:for|lasted|on for|almost|over|than|several|spent)\\b.{0,20} ${UNIT}\\b(?! (?:after|before|ago|later))|\\bsince (?:1\\d|20)\\d\\d\\b`,
);
const DATE =
  /\b(?:1[89]|20)\d\d\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const COUNT =
  /\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|dozen|several|thousands|not one|none|first|second|third)\b/i;
/** In small letters: the White House is no colour. */
const COLOUR =
  /\b(?:black|white|gr[ea]y|red|orange|yellow|green|blue|purple|violet|pink|brown|gold(?:en)?|silver)\b/;
const REASON = /\b(?:because|due|reasons?|reproached|over|for)\b/;

const MADE =
  /\b(?:is|was)\b.*\b(?:book|memoir|article)\b|\b(?:book|memoir|article) (?:is|was) (?:called|by)\b|\bwrote\b.*\b(?:book|memoir|article)\b/;

const saying = (text: RegExp, factor: number, isStrict = false): Intent => ({
  favours: (_, claim) => (text.test(claim.text) ? factor : 1),
  isStrict,
});

const isOf = (claim: Claim, term: Term | undefined, roles: readonly string[]): boolean =>
  term !== undefined &&
  'entities' in term &&
  claim.entities.some(({ entity, role }) => term.entities.includes(entity) && roles.includes(role));

const AGED: Intent = {
  favours: (_, claim, { terms }) =>
    AGE.test(claim.text) && terms.some((term) => isOf(claim, term, ['actor', 'subject', 'recipient']))
      ? OLD.test(claim.text)
        ? 2
        : 1.5
      : 1,
  isStrict: true,
};

const DATED: Intent = {
  favours: (_, { text, date }) => (DATE.test(text) ? 2 : date?.on === undefined ? 1 : 1.2),
  isStrict: false,
};

const PLACES = ['place', 'organisation', 'programme'];

const PLACED: Intent = {
  favours: (library, claim, { terms }) => {
    const isThere = claim.entities.some(
      ({ entity, role }) =>
        role !== 'source' && (role === 'venue' || PLACES.includes(library.entities.get(entity)?.kind ?? '')),
    );
    return isThere && terms.every((term) => !isOf(claim, term, ['source'])) ? 1.5 : 1;
  },
  isStrict: true,
};

const SAID =
  /\b(?:said|told|tell|wrote|answer\w*|asked|accus\w+|reproach\w+|dismiss\w+|criticis\w+|called)\b/;

const SPOKEN: Intent = {
  favours: (_, claim, { terms }) => {
    if (isOf(claim, terms[0], ['speaker'])) return 3;
    return isOf(claim, terms[0], ['source']) ||
      (isOf(claim, terms[0], ['actor', 'subject']) && SAID.test(claim.text))
      ? 2
      : 1;
  },
  isStrict: false,
};

const IS = /^ (?:is|was|has been) /;

/** "Josh Kushner is …" says who he is. */
const identified = (factor: number): Intent => ({
  favours: ({ entities }, { text }, { terms: [term] }) => {
    const asked = term && 'entities' in term ? term.entities.flatMap((id) => entities.get(id) ?? []) : [];
    const names = asked.flatMap(({ name, aliases }) => [name, ...aliases]);
    return names.some((name) => text.startsWith(name) && IS.test(text.slice(name.length))) ? factor : 1;
  },
  isStrict: false,
});

/** From where somebody is, and not where they were. */
const FROM: Intent = {
  favours: (library, claim, asked) =>
    /\bfrom\b/.test(claim.text) ? PLACED.favours(library, claim, asked) : 1,
  isStrict: true,
};

const INTENTS: readonly (readonly [RegExp, Intent])[] = [
  [/\bwho (?:wrote|(?:is|was) the author)\b/, saying(MADE, 1.5)],
  [/\b(?:title|name) of\b|\bcalled$/, saying(/\b(?:is|was) called\b|\btitle\b/, 2)],
  [/^who(?: i|')?s\b|^who was\b/, identified(1.3)],
  [/^(?:is|was|are|were) /, identified(3)],
  [/\bhow old\b|\bage\b/, AGED],
  [/\bhow long\b/, saying(DURATION, 1.5, true)],
  [/\bhow (?:many|often|much)\b/, saying(COUNT, 1.5, true)],
  [/\bwhen\b|\b(?:what|which) (?:year|date|day|month)\b|\b(?:date|year)$/, DATED],
  [/\bwhere\b.*\bfrom$/, FROM],
  [/\bwhere\b/, PLACED],
  [/\b(?:what|which) colou?r\b/, saying(COLOUR, 1.5, true)],
  [/\bwhy\b/, saying(REASON, 1.1)],
  [
    /\b(?:sa(?:y|ys|id)|tells?|told|reports?|reported|wr[io]tes?|written|respond\w*|answer\w*|think)\b/,
    SPOKEN,
  ],
];

export const intentOf = (asked: string): Intent | undefined =>
  INTENTS.find(([words]) => words.test(asked))?.[1];
