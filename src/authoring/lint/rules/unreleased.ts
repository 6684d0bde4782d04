import { finding, type Rule } from '../rule.ts';

export const unreleased = {
  id: 'unreleased',
  severity: 'note',
  says: 'What was not released yet may still change its id; from its release on, rounds refer to it.',
  check(pack) {
    const listed = new Set(pack.released.map(({ id }) => id));
    const open = pack.questions.filter(({ id }) => !listed.has(id)).map(({ id }) => id);
    const expected = `${open.length === 1 ? `“${open[0]}”` : `${open.length} questions, “${open[0]}” among them,`} to be released before others get the pack: npm run pack -- share, or release`;
    return open.length === 0 ? [] : [finding(pack.info, 'released', expected)];
  },
} satisfies Rule;
