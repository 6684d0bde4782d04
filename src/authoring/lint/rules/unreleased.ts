import { finding, type Rule } from '../rule.ts';

/** So many ids are named. */
const NAMED = 3;

export const unreleased = {
  id: 'unreleased',
  severity: 'note',
  says: 'What was not released yet may still change its id; from its release on, rounds refer to it.',
  check({ info, questions, released }) {
    const listed = new Set(released.map(({ id }) => id));
    const unlisted = questions.map(({ id }) => id).filter((id) => !listed.has(id));
    if (unlisted.length === 0) return [];
    const ids = [...unlisted.slice(0, NAMED), ...(unlisted.length > NAMED ? ['…'] : [])].join(', ');
    return [finding(info, 'questions', `the release of what is to stay: new is ${ids} (${unlisted.length})`)];
  },
} satisfies Rule;
