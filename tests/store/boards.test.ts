/** What is kept on boards, and what of a person is kept at all, looked at in the tables themselves. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/ports/store.ts';
import { openDatabase } from '../../src/store/open.ts';
import { createStore } from '../../src/store/store.ts';
import type { Db, Tables } from '../../src/store/tables.ts';
import { wrongStandings } from '../fakes/recount.ts';
import {
  ana,
  answer,
  ben,
  COUNTING,
  channel,
  cleo,
  daily,
  NOON,
  otherTeam,
  playRound,
  quiz,
  secondChannel,
  startRound,
} from './contract/samples.ts';

let db: Db;
let store: Store;
beforeEach(async () => {
  db = await openDatabase(':memory:');
  store = createStore(db);
  await playRound(store, 'one', [
    [ana, true],
    [ben, false],
  ]);
  await playRound(
    store,
    'two',
    [
      [ana, false],
      [cleo, true],
    ],
    secondChannel,
  );
});
afterEach(() => store.close());

describe('the kept boards', () => {
  it('equal a recount, with no empty line left of what counts no more', async () => {
    expect(await wrongStandings(db)).toEqual([]);
    await store.voidRound('one');
    await store.deletePlayer(cleo);
    expect(await wrongStandings(db)).toEqual([]);
    expect(await db.selectFrom('standings').selectAll().execute()).toHaveLength(6);
  });

  it('of one pack equal a recount as well, and leave no empty line behind', async () => {
    const before = await db.selectFrom('standings').selectAll().execute();
    for (const [id, player] of [
      ['three', ana],
      ['four', ben],
    ] as const) {
      await startRound(store, id, { questionId: 'moon/landing' });
      await store.recordAnswer(answer({ round: id, player }));
      await store.closeRound(id, NOON + 2, COUNTING);
    }
    expect(await wrongStandings(db)).toEqual([]);
    expect(await db.selectFrom('standings').selectAll().execute()).toHaveLength(before.length + 12);
    await store.voidRound('three');
    expect(await wrongStandings(db)).toEqual([]);
    await store.movePlace(channel, otherTeam);
    expect(await wrongStandings(db)).toEqual([]);
    await store.deletePlayer(ben);
    expect(await wrongStandings(db)).toEqual([]);
    const left = await db.selectFrom('standings').select('period').execute();
    expect(JSON.stringify(left)).not.toContain('moon');
  });

  it('are found wrong by a recount where a number of people is off, though no line is', async () => {
    await db.updateTable('ranks').set({ people: 7 }).where('period', '=', 'all').execute();
    expect((await wrongStandings(db)).join()).toContain('kept 7 people, counted 1 people');
  });

  it('are found wrong by a recount where what people knew of a question is off', async () => {
    await db.updateTable('question_counts').set({ answer_count: 7 }).execute();
    expect((await wrongStandings(db)).join()).toContain('kept 2 of 7, counted 2 of 3');
  });

  it('are found wrong by a recount where a line is off, missing, or too many', async () => {
    const them = { player_user: ben.user };
    await db.updateTable('standings').set({ right_count: 1 }).where('period', '=', 'all').execute();
    expect((await wrongStandings(db)).length).toBeGreaterThan(0);
    await db
      .deleteFrom('standings')
      .where((eb) => eb.and(them))
      .execute();
    expect((await wrongStandings(db)).join()).toContain('kept nothing, counted 0 of 1');
    await db.deleteFrom('answers').where('round_id', '=', 'two').execute();
    expect((await wrongStandings(db)).join()).toContain('counted nothing');
  });
});

describe('a person who deletes what is stored about them', () => {
  it('stands in no table any more', async () => {
    await store.createQuiz(quiz({ starter: ana }));
    await store.saveDaily(daily({ setBy: ana }));
    await store.hide(ana, 5);
    const tables = (await db.introspection.getTables()).filter(({ columns }) =>
      columns.some(({ name }) => name === 'player_user'),
    );
    const counted = async () => {
      const rows: Record<string, number> = {};
      for (const { name } of tables) {
        const found = await db
          .selectFrom(name as 'answers' & keyof Tables)
          .selectAll()
          .where('player_user', '=', ana.user)
          .execute();
        rows[name] = found.length;
      }
      return rows;
    };
    for (const [name, rows] of Object.entries(await counted()))
      expect([name, rows > 0], 'put something about her into each such table').toEqual([name, true]);
    await store.deletePlayer(ana);
    expect(Object.values(await counted()).every((rows) => rows === 0)).toBe(true);
  });
});
