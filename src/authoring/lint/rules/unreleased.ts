import { finding, type Rule } from '../rule.ts';

export const unreleased = {
  id: 'unreleased',
  severity: 'note',
  says: 'What was not released yet may still change its id; from its release on, rounds refer to it.',
  check(pack) {
    const listed = new Set(pack.released.map(({ id }) => id));
    return pack.questions
      .filter(({ id }) => !listed.has(id))
      .map((question) => finding(question, 'id', `the release of “${question.id}”, once it will stay`));
  },
} satisfies Rule;
