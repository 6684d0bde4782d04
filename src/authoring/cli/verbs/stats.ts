/** `stats`: what a pack holds. */
import { proposeQuestions } from '../../drafts/propose-questions.ts';
import { openPack, packOf } from '../open-pack.ts';
import type { Verb } from '../verb.ts';

export const statsVerb: Verb = {
  name: 'stats',
  args: '',
  count: [0, 0],
  says: 'how many facts and questions there are, by kind, topic and article',
  options: { json: { type: 'boolean' } },
  help: ['--json  for a program to read'],
  async run(call) {
    const pack = packOf(await openPack(call));
    const { claims, questions, articles } = pack;
    const stats = {
      articles: articles.length,
      entities: pack.entities.length,
      events: pack.events.length,
      claims: claims.length,
      claimsByStatus: countBy(claims.map(({ status }) => status)),
      claimsPerArticle: Object.fromEntries(
        articles.map(({ id }) => [
          id,
          claims.filter(({ receipts }) => receipts.some(({ article }) => article === id)).length,
        ]),
      ),
      disagreements: pack.disagreements.length,
      questions: questions.length,
      questionsByKind: countBy(questions.map(({ kind }) => kind)),
      questionsByFit: countBy(questions.map(({ fit }) => fit)),
      questionsByTopic: countBy(questions.map(({ topic }) => topic)),
      questionsByDifficulty: countBy(questions.map(({ difficulty }) => String(difficulty))),
      proposals: proposeQuestions(pack).length,
      leftOut: pack.leftOut.length,
    };
    if (call.options.json === true) call.terminal.out(`${JSON.stringify(stats, null, 2)}\n`);
    else
      for (const [name, value] of Object.entries(stats))
        call.terminal.out(`${name}: ${JSON.stringify(value)}\n`);
    return 0;
  },
};

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
