/** The store's hot path: answers as they come in, up to 100,000 of one workspace. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Place, placeOf, playerOf } from '../src/core/ids.ts';
import type { NewAnswer, Store } from '../src/core/ports/store.ts';
import { openStore } from '../src/store/open.ts';
import { atMost, figure, type Row } from './report.ts';
import { withScratch } from './scratch.ts';
import { timeEachNow, timesOf } from './timing.ts';

const ANSWERS = 100_000;
const A_ROUND = 100;
const PLAYERS = 1_000;
const DAYS = 30;
const DAY_MS = 86_400_000;

/** The target: six times the bare driver, where kysely lies between. */
const MOST_TIMES = 6;

export const measureStore = (): Promise<readonly Row[]> =>
  withScratch(async (folder) => {
    const path = join(folder, 'bot.sqlite');
    const store = await openStore(path);
    const place = placeOf('test', 'W1', 'C1');
    const took = await fill(store, place);
    const bare = timesOf(bareAnswers(path));
    const answers = (what: string, microseconds: readonly number[]): Row => {
      const { p50, p99 } = timesOf(microseconds);
      const target = `${MOST_TIMES} × the same statements on bare node:sqlite (${figure(bare.p50)} / ${figure(bare.p99)} µs)`;
      const row = atMost(what, { value: p50, most: bare.p50 * MOST_TIMES, unit: 'µs', target });
      return { ...row, measured: `${figure(p50)} / ${figure(p99)} µs` };
    };
    await store.close();
    return [
      answers('`recordAnswer`, the first 5,000, p50 / p99', took.slice(0, 5_000)),
      answers('`recordAnswer`, the last 5,000 of 100,000, p50 / p99', took.slice(-5_000)),
    ];
  });

const SHOWN = { prompt: 'Which?', options: ['A', 'B', 'C', 'D'], right: 0 };

/** Every answer by the store's own verb, timed. */
async function fill(store: Store, place: Place): Promise<readonly number[]> {
  const starter = playerOf('test', 'W1', 'mod');
  const quiz = { id: 'quiz', place, starter, topic: '', total: 10, secondsPerRound: 45, startedAt: 0 };
  await store.createQuiz({ ...quiz, isPrivate: false, state: 'running' });
  const took: number[] = [];
  for (let number = 0; number < ANSWERS / A_ROUND; number += 1) {
    const at = Math.floor((number * DAYS * DAY_MS * A_ROUND) / ANSWERS);
    const round = `round-${number}`;
    await store.openRound({
      ...{ id: round, place, questionId: 'question', shown: SHOWN, isPrivate: false },
      ...{ openedAt: at, closesAt: at + DAY_MS, belongsTo: { quiz: 'quiz', number } },
    });
    for (let nth = 0; nth < A_ROUND; nth += 1)
      took.push(
        await timeOnce(store, {
          round,
          player: playerOf('test', 'W1', player(number, nth)),
          option: nth % 4,
          right: nth % 4 === 0,
          at,
        }),
      );
    if (number + 1 < ANSWERS / A_ROUND) await store.closeRound(round, at);
  }
  return took;
}

const player = (round: number, nth: number): string => `player-${(round * 37 + nth * 7) % PLAYERS}`;

async function timeOnce(store: Store, answer: NewAnswer): Promise<number> {
  const before = performance.now();
  await store.recordAnswer(answer);
  return (performance.now() - before) * 1000;
}

/** The floor: the transaction of `recordAnswer`, prepared once, without kysely, on the same full tables. */
function bareAnswers(path: string): readonly number[] {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = normal;');
  const begin = database.prepare('begin immediate');
  const hold = database.prepare(
    "update rounds set state = 'open' where id = ? and state = 'open' returning platform",
  );
  const insert = database.prepare(
    'insert into answers values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing',
  );
  const count = database.prepare('select count(*) from answers where round_id = ?');
  const commit = database.prepare('commit');
  const round = `round-${ANSWERS / A_ROUND - 1}`;
  const took = timeEachNow([...Array(400).keys()], (at) => {
    begin.run();
    hold.all(round);
    insert.run(round, 'test', 'W1', `bare-${at}`, 'test', 'W1', 'C1', 0, 0, 1);
    count.get(round);
    commit.run();
  });
  database.close();
  return took;
}
