import { finding, type Rule } from '../rule.ts';

export const mutualDenial = {
  id: 'mutual-denial',
  severity: 'warning',
  says: 'Of two claims that deny each other, either would be shown as the other’s denial: they are a disagreement.',
  check({ claims }) {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    return claims.flatMap((claim) =>
      claim.denials
        .filter((id) => id < claim.id && byId.get(id)?.denials.includes(claim.id))
        .map((id) => {
          const expected = `a disagreement of the two in place of “${id}”, which names this fact under \`denied-by\` as well`;
          return finding(claim, 'denials', expected, id);
        }),
    );
  },
} satisfies Rule;
