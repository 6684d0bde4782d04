/** Every gate there is, in the order of the report. */
import { absentNames } from './absent-names.ts';
import { agesOfChildren } from './ages-of-children.ts';
import { answerInPrompt } from './answer-in-prompt.ts';
import { asOf } from './as-of.ts';
import { bareNames } from './bare-names.ts';
import { chains } from './chains.ts';
import { coverage } from './coverage.ts';
import type { Gate, SourceGate } from './gate.ts';
import { headlines } from './headlines.ts';
import { keptFromQuiz } from './kept-from-quiz.ts';
import { looseDates } from './loose-dates.ts';
import { misconduct } from './misconduct.ts';
import { misplacedDenials } from './misplaced-denials.ts';
import { namedSources } from './named-sources.ts';
import { nearPrompts } from './near-prompts.ts';
import { oneAnswer } from './one-answer.ts';
import { oneFact } from './one-fact.ts';
import { opinion } from './opinion.ts';
import { overlap } from './overlap.ts';
import { overtaken } from './overtaken.ts';
import { paragraphCount } from './paragraph-count.ts';
import { quotes } from './quotes.ts';
import { ranks } from './ranks.ts';
import { reasons } from './reasons.ts';
import { receipts } from './receipts.ts';
import { released } from './released.ts';
import { sameKind } from './same-kind.ts';
import { slots } from './slots.ts';
import { standingOut } from './standing-out.ts';
import { voice } from './voice.ts';

/** About what is said. */
const truth: readonly Gate[] = [
  bareNames,
  looseDates,
  quotes,
  opinion,
  chains,
  misplacedDenials,
  asOf,
  agesOfChildren,
  coverage,
  overtaken,
];

/** About what is asked. */
const asking: readonly Gate[] = [
  slots,
  standingOut,
  answerInPrompt,
  nearPrompts,
  oneAnswer,
  headlines,
  oneFact,
  ranks,
  keptFromQuiz,
  misconduct,
  reasons,
  sameKind,
  released,
];

export const gates: readonly Gate[] = [...truth, ...asking];

/** What a question is advised to be, and what may be otherwise for a reason. */
export const advice: readonly Gate[] = [voice];

/** Run where local copies of the articles are given. */
export const sourceGates: readonly SourceGate[] = [
  overlap,
  receipts,
  namedSources,
  paragraphCount,
  absentNames,
];
