/** Whether a fact that is asked for as people ask comes first: on the shipped pack, query by query. */
import { createFactSearch } from '../src/core/facts/search.ts';
import {
  NATURAL_QUERIES,
  type NaturalQuery,
  type Verdict,
  verdictOf,
} from '../tests/core/facts/natural-queries.ts';
import { shippedLibrary } from './dataset.ts';
import { type Row, told } from './report.ts';

/** Shares of the queries that have an answer. */
const GOAL = { right: 0.85, wrong: 0.05 };

export async function measureAsking(): Promise<readonly Row[]> {
  const search = createFactSearch(await shippedLibrary());
  return Object.entries(NATURAL_QUERIES).flatMap(([share, queries]) => {
    const answered: readonly NaturalQuery[] = queries.filter(({ right }) => right.length > 0);
    const unanswered: readonly NaturalQuery[] = queries.filter(({ right }) => right.length === 0);
    const verdicts = Map.groupBy(answered, (query) => verdictOf(search, query));
    const count = (verdict: Verdict) => verdicts.get(verdict)?.length ?? 0;
    const mistold = unanswered.filter((query) => verdictOf(search, query) !== 'right');
    const miss = [...(verdicts.get('wrong') ?? []), ...(verdicts.get('nothing') ?? []), ...mistold];
    return [
      {
        what: `${share}: ${answered.length} queries, right / wrong / nothing`,
        measured: [count('right'), count('wrong'), count('nothing')].join(' / '),
        against: `right ≥ ${GOAL.right * 100} %, wrong ≤ ${GOAL.wrong * 100} %`,
        within:
          count('right') >= GOAL.right * answered.length && count('wrong') <= GOAL.wrong * answered.length,
      },
      told(
        `${share}: ${unanswered.length} of which nothing is known, told something`,
        String(mistold.length),
      ),
      ...miss.map(({ words }) => told(`${share}: “${words}”`, search.find(words)[0]?.id ?? 'nothing')),
    ];
  });
}
