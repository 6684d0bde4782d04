import type { Pack } from '../../../core/dataset/pack.ts';
import type { Claim } from '../../../core/dataset/schema.ts';
import { type Contested, contestedIn, denialOf, isBelief } from '../contested.ts';
import { finding, type Rule } from '../rule.ts';

export const misplacedDenial = {
  id: 'misplaced-denial',
  severity: 'error',
  says: 'Whoever dismisses a book denies what it says: not what an article prints, nor what someone believed.',
  languages: ['en'],
  check(pack) {
    const contested = contestedIn(pack);
    const denials = new Set(contested.values());
    return pack.claims.flatMap((claim) =>
      claim.denials
        .filter((denial) => denials.has(denial) && !mayStand(pack, claim, denial, contested))
        .map((denial) =>
          finding(claim, 'denials', `no “${denial}”: it does not speak of what this fact says`, denial),
        ),
    );
  },
} satisfies Rule;

/** An article may tell an allegation of the source as its own: the source then tells of the same event. */
function mayStand(pack: Pack, claim: Claim, denial: string, contested: Contested): boolean {
  const saysTheSource = (one: Claim): boolean => denialOf(one, contested) === denial;
  if (isBelief(claim)) return false;
  if (saysTheSource(claim)) return true;
  if (claim.reserved === 'about-the-article') return false;
  return claim.events.some((event) =>
    pack.claims.some((other) => saysTheSource(other) && other.events.includes(event)),
  );
}
