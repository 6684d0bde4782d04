/** `coverage`: which facts rest on each paragraph, and why the others have none. */
import { type CoveredParagraph, coverageOf } from '../../lint/rules/coverage.ts';
import { openPack, packOf } from '../open-pack.ts';
import type { Verb } from '../verb.ts';

export const coverageVerb: Verb = {
  name: 'coverage',
  args: '',
  count: [0, 0],
  says: 'which facts rest on each paragraph, and which paragraphs have none',
  async run(call) {
    const { out } = call.terminal;
    const paragraphs = coverageOf(packOf(await openPack(call)));
    for (const covered of paragraphs) {
      const { article, paragraph } = covered;
      if (paragraph === 1) out(`${article.id}: ${article.publisher}, “${article.title}”\n`);
      out(`  ${String(paragraph).padStart(3)}  ${whatStandsFor(covered)}\n`);
    }
    const withClaims = paragraphs.filter(({ claims }) => claims.length > 0).length;
    const leftOut = paragraphs.filter((one) => one.claims.length === 0 && one.leftOut.length > 0).length;
    const open = paragraphs.length - withClaims - leftOut;
    out(
      `${paragraphs.length} paragraphs: ${withClaims} with facts, ${leftOut} left out for a reason, ${open} unaccounted for\n`,
    );
    return 0;
  },
};

function whatStandsFor({ claims, leftOut }: CoveredParagraph): string {
  const parts = [
    claims.map(({ id }) => id).join(', '),
    ...leftOut.map(({ what, reason }) => `left out (${reason}): ${what}`),
  ].filter(Boolean);
  return parts.join('; ') || 'unaccounted for';
}
