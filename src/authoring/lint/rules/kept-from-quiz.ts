import { keptFromQuiz as keptFrom } from '../../../core/dataset/rules.ts';
import type { Rule } from '../rule.ts';

export const keptFromQuiz = {
  id: 'kept-from-quiz',
  severity: 'error',
  says: 'Nobody is asked about a child or about hardship. What is reserved as about the article may be asked.',
  protects: 'people',
  check(pack) {
    const questions = new Map(pack.questions.map((question) => [question.id, question]));
    return keptFrom(pack).map(({ record, field, expected }) => ({
      ...{ on: questions.get(record) ?? pack.info, record, field, expected },
    }));
  },
} satisfies Rule;
