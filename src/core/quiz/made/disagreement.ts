/** Questions on where the articles part ways: which of them takes one side, and which of them takes both. */
import { bothQuestions } from './both-sides.ts';
import type { Maker } from './made.ts';
import { sideQuestions } from './one-side.ts';

/** One question at most on each disagreement. */
export const disagreement: Maker = (story) => [...sideQuestions(story), ...bothQuestions(story)];
