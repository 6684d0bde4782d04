/** Every gate there is, in the order of the report. */

import type { Gate, SourceGate } from './rule.ts';
import { absentName } from './rules/absent-name.ts';
import { answerInPrompt } from './rules/answer-in-prompt.ts';
import { asOf } from './rules/as-of.ts';
import { bareSurname } from './rules/bare-surname.ts';
import { chains } from './rules/chain.ts';
import { childAge } from './rules/child-age.ts';
import { coverage } from './rules/coverage.ts';
import { headlines } from './rules/headline.ts';
import { keptFromQuiz } from './rules/kept-from-quiz.ts';
import { looseDate } from './rules/loose-date.ts';
import { misconduct } from './rules/misconduct.ts';
import { misplacedDenial } from './rules/misplaced-denial.ts';
import { namedSource } from './rules/named-source.ts';
import { nearPrompt } from './rules/near-prompt.ts';
import { oneAnswer } from './rules/one-answer.ts';
import { oneFact } from './rules/one-fact.ts';
import { opinion } from './rules/opinion.ts';
import { overtaken } from './rules/overtaken.ts';
import { overlap } from './rules/own-words.ts';
import { paragraphCount } from './rules/paragraph-count.ts';
import { quotes } from './rules/quotation.ts';
import { ranks } from './rules/rank.ts';
import { reasons } from './rules/reason.ts';
import { receipts } from './rules/receipt.ts';
import { released } from './rules/released.ts';
import { sameKind } from './rules/same-kind.ts';
import { tell } from './rules/tell.ts';
import { voice } from './rules/voice.ts';
import { slots } from './slots.ts';

/** About what is said. */
const truth: readonly Gate[] = [
  bareSurname,
  looseDate,
  quotes,
  opinion,
  chains,
  misplacedDenial,
  asOf,
  childAge,
  coverage,
  overtaken,
];

/** About what is asked. */
const asking: readonly Gate[] = [
  slots,
  tell,
  answerInPrompt,
  nearPrompt,
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
  namedSource,
  paragraphCount,
  absentName,
];
