/** Every rule there is. */
import type { Rule } from './rule.ts';
import { absentName } from './rules/absent-name.ts';
import { answerInPrompt } from './rules/answer-in-prompt.ts';
import { answerUnproved } from './rules/answer-unproved.ts';
import { asOf } from './rules/as-of.ts';
import { bareSurname } from './rules/bare-surname.ts';
import { beyondArticle } from './rules/beyond-article.ts';
import { chain } from './rules/chain.ts';
import { childAge } from './rules/child-age.ts';
import { contestedSource } from './rules/contested-source.ts';
import { coverage } from './rules/coverage.ts';
import { dateOrder } from './rules/date-order.ts';
import { emptyTopic } from './rules/empty-topic.ts';
import { factUnproved } from './rules/fact-unproved.ts';
import { headline } from './rules/headline.ts';
import { keptFromQuiz } from './rules/kept-from-quiz.ts';
import { loneHedge } from './rules/lone-hedge.ts';
import { looseDate } from './rules/loose-date.ts';
import { markup } from './rules/markup.ts';
import { misconduct } from './rules/misconduct.ts';
import { misplacedDenial } from './rules/misplaced-denial.ts';
import { mutualDenial } from './rules/mutual-denial.ts';
import { namedSource } from './rules/named-source.ts';
import { nearPrompt } from './rules/near-prompt.ts';
import { noQuestions } from './rules/no-questions.ts';
import { noText } from './rules/no-text.ts';
import { oneAnswer } from './rules/one-answer.ts';
import { oneFact } from './rules/one-fact.ts';
import { opinion } from './rules/opinion.ts';
import { overtaken } from './rules/overtaken.ts';
import { ownWords } from './rules/own-words.ts';
import { payoff } from './rules/payoff.ts';
import { quotation } from './rules/quotation.ts';
import { rank } from './rules/rank.ts';
import { reason } from './rules/reason.ts';
import { released } from './rules/released.ts';
import { sameKind } from './rules/same-kind.ts';
import { secondReceipt } from './rules/second-receipt.ts';
import { stale } from './rules/stale.ts';
import { tell } from './rules/tell.ts';
import { unreadable } from './rules/unreadable.ts';
import { unreleased } from './rules/unreleased.ts';
import { unwritten } from './rules/unwritten.ts';
import { voice } from './rules/voice.ts';
import { whoSaysSo } from './rules/who-says-so.ts';
import { whoseWords } from './rules/whose-words.ts';

export const rules: readonly Rule[] = [
  // About what is said.
  bareSurname,
  looseDate,
  dateOrder,
  quotation,
  whoseWords,
  opinion,
  chain,
  whoSaysSo,
  contestedSource,
  misplacedDenial,
  mutualDenial,
  asOf,
  stale,
  childAge,
  overtaken,
  markup,
  unwritten,
  unreadable,
  // About what is asked.
  oneAnswer,
  answerUnproved,
  answerInPrompt,
  nearPrompt,
  oneFact,
  headline,
  tell,
  loneHedge,
  rank,
  sameKind,
  keptFromQuiz,
  misconduct,
  reason,
  payoff,
  voice,
  noQuestions,
  emptyTopic,
  released,
  unreleased,
  // About the articles.
  coverage,
  beyondArticle,
  ownWords,
  factUnproved,
  secondReceipt,
  namedSource,
  absentName,
  noText,
];
