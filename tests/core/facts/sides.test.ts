/** What heads a disagreement: who says the sides, or who has them from somebody. */
import { expect, it } from 'vitest';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { headingOf } from '../../../src/core/facts/sides.ts';
import { claim, harbour } from '../../authoring/drafts/harbour.ts';

const receipt = { article: 'gazette', paragraph: 1, from: 'A boat came in', sha256: 'a'.repeat(64) };

const headingWith = (...attributions: readonly (readonly string[])[]): string => {
  const claims = attributions.map((attribution, at) =>
    claim(`side-${at}`, `The boat cost ${at + 1} crowns.`, { receipts: [{ ...receipt, attribution }] }),
  );
  const disagreement = {
    ...{ id: 'price', kind: 'within-article', title: 'What the boat cost' },
    sides: claims.map(({ id, text }) => ({ says: text, claims: [id] })),
  };
  const library = buildLibrary([harbour(claims, { disagreements: [disagreement] })]);
  const [shown] = library.disagreementsOf([...library.claims.keys()][0] ?? '');
  if (!shown) throw new Error('there is no disagreement');
  return headingOf(library, shown);
};

it('an article says what it has from nobody, and reports what it has from others', () => {
  expect(headingWith([], [])).toBe('The Gazette says two things: What the boat cost');
  expect(headingWith(['Ben Lark'], ['Ada Stone', 'Dov Winter'])).toBe(
    'The Gazette reports two things: What the boat cost',
  );
  expect(headingWith(['Ben Lark'], [])).toBe('The Gazette says two things: What the boat cost');
});
