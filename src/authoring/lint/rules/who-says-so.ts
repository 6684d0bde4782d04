import { hasWordsOfAttribution, tellsWhose } from '../attribution.ts';
import { stands } from '../masks.ts';
import { finding, type Rule } from '../rule.ts';

/**
 * A work or an outlet named in the text will do: "in Mic’s video" attributes as well as "said". A person will not:
 * whoever says something of their own doings is named in any case.
 */
export const whoSaysSo = {
  id: 'who-says-so',
  severity: 'error',
  says: 'What is reported or denied is never told as a fact: its own text says whose word it is.',
  languages: ['en'],
  check(pack) {
    const persons = new Set(pack.entities.flatMap(({ kind, name }) => (kind === 'person' ? [name] : [])));
    return pack.claims.flatMap((claim) => {
      if (claim.status === 'stated' && claim.denials.length === 0) return [];
      const sources = claim.receipts.flatMap(({ attribution }) => attribution);
      const tells = claim.status === 'stated' ? tellsWhose : hasWordsOfAttribution;
      const namesOne = sources.some((source) => !persons.has(source) && stands(source, claim.text));
      if (namesOne || tells(claim.text)) return [];
      const expected = `who says so, in words: “according to ${sources[0] ?? 'its source'}”, “said that”`;
      return [finding(claim, 'text', expected)];
    });
  },
} satisfies Rule;
