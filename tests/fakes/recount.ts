/** Boards, and what people knew of each question, counted anew from the answers, against what is kept; for a property test, a migration, and the chaos. */
import { packOf } from '../../src/core/dataset/scope.ts';
import { periodKey } from '../../src/core/quiz/period.ts';
import { toShown } from '../../src/store/columns.ts';
import type { Db } from '../../src/store/tables.ts';

/** One line for each standing, and each number of people, that is not as it should be; empty where all are right. */
export async function wrongStandings(db: Db): Promise<readonly string[]> {
  const { lines, people } = await recount(db);
  return [
    ...differences(await keptLines(db), lines),
    ...differences(await keptPeople(db), people),
    ...differences(await keptQuestions(db), await countQuestions(db)),
  ];
}

type Counts = ReadonlyMap<string, string>;

const differences = (kept: Counts, counted: Counts): readonly string[] =>
  [...new Set([...kept.keys(), ...counted.keys()])]
    .filter((key) => kept.get(key) !== counted.get(key))
    .map((key) => `${key}: kept ${kept.get(key) ?? 'nothing'}, counted ${counted.get(key) ?? 'nothing'}`);

async function keptQuestions(db: Db): Promise<Counts> {
  const rows = await db.selectFrom('question_counts').selectAll().where('answer_count', '<>', 0).execute();
  return new Map(
    rows.map((row) => [`${row.question_id}|${row.right_text}`, `${row.right_count} of ${row.answer_count}`]),
  );
}

async function countQuestions(db: Db): Promise<Counts> {
  const answers = await db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.round_id')
    .select(['question_id', 'shown', 'is_right'])
    .where('is_first', '=', 1)
    .execute();
  const groups = Map.groupBy(answers, ({ question_id, shown }) => {
    const { options, right } = toShown(shown);
    return `${question_id}|${options[right]}`;
  });
  const counted = [...groups].map(([key, them]) => {
    const right = them.filter(({ is_right }) => is_right === 1).length;
    return [key, `${right} of ${them.length}`] as const;
  });
  return new Map(counted);
}

async function keptPeople(db: Db): Promise<Counts> {
  const rows = await db.selectFrom('ranks').selectAll().where('people', '<>', 0).execute();
  return new Map(
    rows.map(({ platform, workspace, channel, period, right_count, people }) => [
      [platform, workspace, channel, period, right_count].join('|'),
      `${people} people`,
    ]),
  );
}

async function keptLines(db: Db): Promise<Counts> {
  const kept = new Map<string, string>();
  for (const row of await db.selectFrom('standings').selectAll().execute()) {
    const { platform, workspace, channel, period, player_platform, player_workspace, player_user } = row;
    const key = [platform, workspace, channel, period, player_platform, player_workspace, player_user].join(
      '|',
    );
    kept.set(key, `${row.right_count} of ${row.answer_count}`);
  }
  return kept;
}

async function recount(db: Db): Promise<{ readonly lines: Counts; readonly people: Counts }> {
  const answers = await db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.round_id')
    .selectAll('answers')
    .select(['question_id', 'counted_on', 'counts_everywhere'])
    .execute();
  const counts = new Map<string, { right: number; all: number }>();
  for (const { counted_on: date, counts_everywhere, question_id, ...answer } of answers) {
    const { platform, workspace, channel, player_platform, player_workspace, player_user } = answer;
    if (date === null) continue;
    for (const board of counts_everywhere === 1 ? [channel, ''] : [channel])
      for (const period of ['week', 'month', 'all'] as const)
        for (const pack of new Set([undefined, packOf(question_id)])) {
          const key = [platform, workspace, board, periodKey(period, date, pack)]
            .concat(player_platform, player_workspace, player_user)
            .join('|');
          const { right, all } = counts.get(key) ?? { right: 0, all: 0 };
          counts.set(key, { right: right + answer.is_right, all: all + 1 });
        }
  }
  const people = Map.groupBy(counts, ([key, { right }]) => [...key.split('|').slice(0, 4), right].join('|'));
  return {
    lines: new Map([...counts].map(([key, { right, all }]) => [key, `${right} of ${all}`])),
    people: new Map([...people].map(([key, { length }]) => [key, `${length} people`])),
  };
}
