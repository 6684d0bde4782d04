import type { Pack } from '../../../core/dataset/pack.ts';
import type { Claim, Event } from '../../../core/dataset/schema.ts';
import { tellsWhose } from '../attribution.ts';
import { type Contested, contestedIn, denialOf, isBelief } from '../contested.ts';
import { type Finding, finding, type Rule } from '../rule.ts';

export const contestedSource = {
  id: 'contested-source',
  severity: 'error',
  says: 'What rests on a source that somebody denies as a whole carries that denial.',
  languages: ['en'],
  check(pack) {
    const contested = contestedIn(pack);
    if (contested.size === 0) return [];
    return [
      ...pack.claims.flatMap((claim) => uncarried(claim, contested)),
      ...pack.events.flatMap((event) => toldAsFact(pack, event, contested)),
    ];
  },
} satisfies Rule;

function uncarried(claim: Claim, contested: Contested): readonly Finding[] {
  const denial = denialOf(claim, contested);
  if (denial === undefined || denial === claim.id || isBelief(claim)) return [];
  const status = 'the status “disputed”: it rests on a source that the pack calls contested';
  const carried = `“${denial}” under \`denied-by\`, which denies all that its source says`;
  return [
    ...(claim.status === 'disputed' ? [] : [finding(claim, 'status', status)]),
    ...(claim.denials.includes(denial) ? [] : [finding(claim, 'denials', carried)]),
  ];
}

/**
 * An article may print as plain fact what only the contested source tells. Where more than half of what is known
 * about an event rests on that source, the rest is taken to come from it too, and carries the denial – but not what
 * says itself whose words it tells: that an article prints something, nobody denies.
 */
function toldAsFact(pack: Pack, event: Event, contested: Contested): readonly Finding[] {
  const known = pack.claims.filter(({ events }) => events.includes(event.id));
  const denials = known.flatMap((claim) => denialOf(claim, contested) ?? []);
  const [denial] = denials;
  if (denial === undefined || denials.length * 2 <= known.length) return [];
  const expected = `“${denial}” under \`denied-by\`: nearly all that is known of “${event.id}” comes from a contested source`;
  return known
    .filter(
      (claim) =>
        claim.id !== denial &&
        denialOf(claim, contested) === undefined &&
        !claim.denials.includes(denial) &&
        !tellsWhose(claim.text),
    )
    .map((claim) => finding(claim, 'denials', expected));
}
