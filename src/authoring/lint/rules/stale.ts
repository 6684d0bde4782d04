import type { Entity } from '../../../core/dataset/schema.ts';
import { ownWords } from '../masks.ts';
import { namedIn } from '../named.ts';
import { finding, type Rule } from '../rule.ts';

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

export const stale = {
  id: 'stale',
  severity: 'warning',
  says: 'Ages and roles change; a claim that gives one says for which day.',
  languages: ['en'],
  check: (pack) =>
    pack.claims.flatMap((claim) => {
      if (claim.asOf !== undefined || claim.date?.on !== undefined) return [];
      const own = ownWords(pack, claim.text);
      const [found] = STALE.flatMap(({ what, pattern, unless, ofPersons }) => {
        const [words] = pattern.exec(own) ?? [];
        return words === undefined ||
          unless?.test(own) ||
          (ofPersons && !isOfSomebody(pack.entities, claim.text))
          ? []
          : [{ what, words }];
      });
      if (found === undefined) return [];
      const expected = `the date for which it holds, no later than its article: the text gives ${found.what}`;
      return [finding(claim, 'asOf', expected, found.words)];
    }),
} satisfies Rule;

const isOfSomebody = (entities: readonly Entity[], text: string): boolean =>
  [...namedIn(entities, text)].some(({ kind }) => kind === 'person');
