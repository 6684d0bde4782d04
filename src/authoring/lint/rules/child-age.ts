import { finding, type Rule } from '../rule.ts';

/** "is 7", "aged 7", "seven years old", "7-year-old", "age as 7", "her 7th birthday", "turned 7", "Pip Quill, 7,". */
const AGE =
  /\bages?\b|\baged\b|\byears?[- ]old\b|\b\d{1,2}(?:st|nd|rd|th) birthday\b|\b(?:is|was|turn(?:s|ed)) \d{1,2}\b|, \d{1,2}(?=[,.;]|$)/iu;

export const childAge = {
  id: 'child-age',
  severity: 'error',
  says: 'How old a child is, is nobody’s business, whatever a paper prints.',
  languages: ['en'],
  protects: 'people',
  check(pack) {
    const minors = new Set(pack.entities.filter(({ minor }) => minor).map(({ id }) => id));
    const expected = 'nothing of a child’s age: leave it out, as a “private-detail-of-a-child”';
    return pack.claims
      .filter(({ text, entities }) => AGE.test(text) && entities.some(({ entity }) => minors.has(entity)))
      .map((claim) => finding(claim, 'text', expected, AGE.exec(claim.text)?.[0]));
  },
} satisfies Rule;
