/** Status, attribution and denial of a claim agree: who says it, how sure it is, and who denies it. */
import type { Pack, Problem } from '../../../core/dataset/pack.ts';
import type { Claim, Event } from '../../../core/dataset/schema.ts';
import { hasWordsOfAttribution, tellsWhose } from '../attribution.ts';
import { type Contested, contestedIn, denialOf, isBelief } from '../contested.ts';
import { stands } from '../masks.ts';
import { type Gate, problemWith } from '../rule.ts';

export const chains: Gate = {
  name: 'what is reported names its source, what is denied its denial',
  check: (pack) => {
    const contested = contestedIn(pack);
    return [
      ...pack.claims.flatMap((claim) => [
        ...statusProblems(pack, claim),
        ...wordingProblems(pack, claim),
        ...denialProblems(pack, claim),
        ...contestedProblems(pack, claim, contested),
      ]),
      ...pack.events.flatMap((event) => plainFactProblems(pack, event, contested)),
    ];
  },
};

function statusProblems(pack: Pack, claim: Claim): readonly Problem[] {
  const attributed = claim.receipts.filter(({ attribution }) => attribution.length > 0);
  if (claim.status !== 'stated' && attributed.length === 0)
    return [
      problemWith(
        pack,
        claim,
        'receipts',
        `an \`attribution\` that names whom the article has it from: the status is ${claim.status}; or the status “stated”`,
      ),
    ];
  if (claim.status === 'stated' && attributed.length === claim.receipts.length)
    return [
      problemWith(
        pack,
        claim,
        'status',
        'the status “reported”: every article has it from someone else, as `attribution` says',
      ),
    ];
  return [];
}

/**
 * A work or an outlet named in the text will do: "in Mic’s video" attributes as well as "said". A person will not:
 * whoever says something of their own doings is named in any case.
 */
function wordingProblems(pack: Pack, claim: Claim): readonly Problem[] {
  if (claim.status === 'stated' && claim.denials.length === 0) return [];
  const sources = claim.receipts.flatMap(({ attribution }) => attribution);
  const isPerson = (name: string): boolean =>
    pack.entities.some((entity) => entity.kind === 'person' && entity.name === name);
  const tells = claim.status === 'stated' ? tellsWhose : hasWordsOfAttribution;
  if (tells(claim.text) || sources.some((source) => !isPerson(source) && stands(source, claim.text)))
    return [];
  const source = sources[0] ?? 'its source';
  return [problemWith(pack, claim, 'text', `who says so, in words: “according to ${source}”, “said that”`)];
}

/** An article’s own words about what is denied are stated, and carry the denial all the same. */
function denialProblems(pack: Pack, claim: Claim): readonly Problem[] {
  if (claim.status === 'disputed' && claim.denials.length === 0)
    return [problemWith(pack, claim, 'denials', 'the claim that denies it, or the status “reported”')];
  if (claim.status === 'reported' && claim.denials.length > 0)
    return [
      problemWith(pack, claim, 'status', 'the status “disputed”: `denials` says that someone denies it'),
    ];
  return [];
}

function contestedProblems(pack: Pack, claim: Claim, contested: Contested): readonly Problem[] {
  const denial = denialOf(claim, contested);
  if (denial === undefined || denial === claim.id || isBelief(claim)) return [];
  const status = 'the status “disputed”: it rests on a source that the pack calls contested';
  const carried = `“${denial}” too, which denies all that its source says`;
  return [
    ...(claim.status === 'disputed' ? [] : [problemWith(pack, claim, 'status', status)]),
    ...(claim.denials.includes(denial) ? [] : [problemWith(pack, claim, 'denials', carried)]),
  ];
}

/**
 * An article may print as plain fact what only the contested source tells. Where more than half of what is known
 * about an event rests on that source, the rest is taken to come from it too, and carries the denial – but not what
 * says itself whose words it tells: that an article prints something, nobody denies.
 */
function plainFactProblems(pack: Pack, event: Event, contested: Contested): readonly Problem[] {
  const known = pack.claims.filter(({ events }) => events.includes(event.id));
  const denials = known.flatMap((claim) => denialOf(claim, contested) ?? []);
  const [denial] = denials;
  if (denial === undefined || denials.length * 2 <= known.length) return [];
  const expected = `“${denial}”: nearly all that is known of “${event.id}” comes from a contested source`;
  return known
    .filter(
      (claim) =>
        claim.id !== denial &&
        denialOf(claim, contested) === undefined &&
        !claim.denials.includes(denial) &&
        !tellsWhose(claim.text),
    )
    .map((claim) => problemWith(pack, claim, 'denials', expected));
}
