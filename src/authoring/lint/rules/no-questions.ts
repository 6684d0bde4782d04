import { finding, type Rule } from '../rule.ts';

export const noQuestions = {
  id: 'no-questions',
  severity: 'warning',
  says: 'Without a question, a quiz and a daily have nothing to ask.',
  check: ({ info, questions }) =>
    questions.length > 0 ? [] : [finding(info, 'questions', 'a question: without one, nothing can be asked')],
} satisfies Rule;
