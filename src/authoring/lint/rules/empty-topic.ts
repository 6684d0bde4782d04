import { finding, type Rule } from '../rule.ts';

export const emptyTopic = {
  id: 'empty-topic',
  severity: 'note',
  says: 'Who chooses a topic for a quiz wants to be asked something of it.',
  check({ topics, questions }) {
    const asked = new Set(questions.map(({ topic }) => topic));
    const expected = 'a question: whoever chooses this topic for a quiz is told that there is none';
    return questions.length === 0
      ? []
      : topics.filter(({ id }) => !asked.has(id)).map((topic) => finding(topic, 'name', expected));
  },
} satisfies Rule;
