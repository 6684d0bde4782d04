/**
 * Nobody is asked about a child or about hardship. What is
 * reserved as about the article may be asked by a person who words it with care; no maker draws on it.
 */
import { keptFromQuiz as rule } from '../../../core/dataset/rules.ts';
import type { Gate } from '../rule.ts';

export const keptFromQuiz: Gate = { name: 'no question on children or hardship', check: rule };
