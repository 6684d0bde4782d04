import { finding, type Rule } from '../rule.ts';

export const asOf = {
  id: 'as-of',
  severity: 'error',
  says: 'No article can know what holds after its own day.',
  check(pack) {
    const published = new Map(pack.articles.map((article) => [article.id, article.published]));
    return pack.claims.flatMap((claim) => {
      const { asOf: day, receipts } = claim;
      const dates = receipts.flatMap(({ article }) => published.get(article) ?? []);
      // One whose day nobody knows may be newer than all others.
      if (day === undefined || dates.length < receipts.length) return [];
      if (dates.some((date) => !isAfter(day, date))) return [];
      const expected = `a date no later than ${dates.toSorted().at(-1)}, when its newest article appeared, but it is ${day}`;
      return [finding(claim, 'asOf', expected)];
    });
  },
} satisfies Rule;

/** Dates known less finely are compared as far as they go. */
function isAfter(day: string, date: string): boolean {
  const length = Math.min(day.length, date.length);
  return day.slice(0, length) > date.slice(0, length);
}
