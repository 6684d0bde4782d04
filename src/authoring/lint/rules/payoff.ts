import { contentStems } from '../question-words.ts';
import { finding, type Rule } from '../rule.ts';
import { lengthProblem } from '../sentences.ts';

/** What a card shows without pushing the receipts away. */
const MOST = 160;

const SAID_ALREADY =
  'something that question and right option do not say already: the source, the date, what another article says';

export const payoff = {
  id: 'payoff',
  severity: 'warning',
  says: 'A pay-off adds something: the reveal is where a player learns.',
  check: (pack) =>
    pack.questions.flatMap((question) => {
      const { payoff, prompt, right } = question;
      const given = contentStems(`${prompt} ${right.text}`);
      const addsNothing = [...contentStems(payoff)].every((word) => given.has(word));
      return [...lengthProblem(payoff, MOST), ...(addsNothing ? [SAID_ALREADY] : [])].map((expected) =>
        finding(question, 'payoff', expected),
      );
    }),
} satisfies Rule;
