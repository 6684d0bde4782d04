/** What a database of before ids were scoped by their pack becomes, and what a second pack with the same ids then does. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardFromJson } from '../../src/adapters/web/card-json.ts';
import { buildLibrary, type Library } from '../../src/core/dataset/library.ts';
import type { Pack } from '../../src/core/dataset/pack.ts';
import { scopeKeptIds } from '../../src/core/dataset/scope-kept-ids.ts';
import { placeOf, playerOf } from '../../src/core/ids.ts';
import type { Store } from '../../src/core/ports/store.ts';
import { loadPacks } from '../../src/packs/read.ts';
import { openDatabase } from '../../src/store/open.ts';
import { postgresDialect } from '../../src/store/postgres.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import type { Db } from '../../src/store/tables.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { writeDatabaseOfBefore } from '../fakes/database-of-before.ts';
import { createRecordingLogger } from '../fakes/logger.ts';
import { wrongStandings } from '../fakes/recount.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';
import { createWorld, here, textOf, tokensOf, type World } from '../fakes/world.ts';

const server = sharedPostgres();
let folder: string;
let alone: Library;
let both: Library;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipts-scope-ids-'));
  const [pack] = await loadPacks('tests/fixtures/packs');
  if (!pack) throw new Error('there is no pack');
  alone = buildLibrary([renamed(pack)]);
  both = buildLibrary([renamed(pack), { ...pack, info: { ...pack.info, id: 'twin' } }]);
}, 120_000);
afterAll(() => rm(folder, { recursive: true }), 60_000);

/** The pack's next release, in which a question of the quiz has another id. */
const renamed = (pack: Pack): Pack => ({
  ...pack,
  questions: pack.questions.map((question) =>
    question.id === 'q-varn-price'
      ? { ...question, id: 'q-varn-sold', formerly: ['q-varn-price'] }
      : question,
  ),
});

const ASKED = ['q-varn-key', 'q-varn-offer', 'q-varn-sold', 'q-varn-stone'];
const NOT_ASKED = ['q-varn-trade', 'q-varn-wish'];
const PAGE = placeOf('web', 'page', 'page');
const WHILE_OPEN = '2026-11-24T09:10:00Z';

const databases = [
  ['SQLite', async () => join(folder, `${randomUUID()}.sqlite`), sqliteDialect],
  ['PostgreSQL', () => server.createDatabase(), (url: string) => postgresDialect(url)],
] as const;

describe.each(databases)('what a %s database kept before ids were scoped', (_, create, dialectOf) => {
  let db: Db;
  let store: Store;
  beforeEach(async () => {
    const location = await create();
    await writeDatabaseOfBefore(await dialectOf(location));
    db = await openDatabase(location);
    store = createStore(db);
  });
  afterEach(() => store.close());

  /** As the bot does at its start. */
  const start = async (library: Library) => {
    const log = createRecordingLogger();
    await scopeKeptIds({ library, store, logger: log });
    return log.lines.map(({ event, fields }) => [event, fields]);
  };

  /** The questions that somebody who knows these packs takes for seen. */
  async function seenIn(library: Library) {
    const { items } = await store.shownIn(here, 'question');
    return [...new Set([...items].flatMap((id) => library.question(id)?.id ?? []))].toSorted();
  }

  const scoped = (ids: readonly string[]) => ids.map((id) => `lighthouse/${id}`);

  it('is still the first pack’s where the bot started with that one alone before a second came', async () => {
    expect(await seenIn(both)).toEqual([]);
    await start(alone);
    expect(await seenIn(both)).toEqual(scoped(ASKED));
    const facts = await store.shownIn(here, 'fact');
    expect([...facts.items].toSorted()).toEqual(scoped(['varn-orla-turns-key', 'varn-price']));
    expect(facts.last).toBe('lighthouse/varn-orla-turns-key');
    expect((await store.questionCounts()).map(countToText).toSorted()).toEqual([
      'lighthouse/q-varn-offer: 1 of 2',
      'lighthouse/q-varn-sold: 1 of 2',
      'lighthouse/q-varn-stone: 2 of 2',
    ]);
    const outcomes = await store.lastOutcomes(here);
    expect(outcomes.map(({ questionId }) => both.question(questionId)?.id)).not.toContain(undefined);
  });

  const countToText = ({ questionId, right, answered }: Awaited<ReturnType<Store['questionCounts']>>[0]) =>
    `${both.question(questionId)?.id}: ${right} of ${answered}`;

  it('counts on the boards of that pack, and is taken from them with the answers', async () => {
    const ada = playerOf(here.platform, here.workspace, 'ada');
    await start(alone);
    expect(await wrongStandings(db)).toEqual([]);
    for (const period of ['today', 'week', 'all'] as const) {
      const board = { scope: { place: here }, period, date: '2026-11-23', pack: 'lighthouse' };
      expect((await store.leaderboard(board, ada, 5)).viewer).toMatchObject({ right: 2, answered: 3 });
    }
    await store.deletePlayer(ada);
    expect(await wrongStandings(db)).toEqual([]);
  });

  it('goes on with both packs: the open question is revealed, and nothing that was asked comes again', async () => {
    await start(alone);
    const world = await createWorld({
      ...{ store, library: both, clock: createFakeClock(WHILE_OPEN) },
      // The bot that wrote the database named what is in it by the seed 1.
      seed: 2,
    });
    const allRevealed = () => expect.poll(() => store.unrevealedRounds()).toEqual([]);
    await answerOpen(world);
    await world.minutes(120);
    await allRevealed();
    await world.type('/packs off name: twin', { manages: true });
    const asked: string[] = [];
    for (const _ of NOT_ASKED) {
      await world.type('/quiz seconds: 15');
      const open = () => store.unrevealedRounds();
      await expect.poll(open).toHaveLength(1);
      asked.push(...(await open()).map(({ questionId }) => questionId));
      await world.everyMinute(2);
      await allRevealed();
    }
    expect(asked.toSorted()).toEqual(scoped(NOT_ASKED));
    expect(await wrongStandings(db)).toEqual([]);
    await world.services.queue.stop();
  });

  async function answerOpen(world: World) {
    const [open] = await store.unrevealedRounds();
    if (!open) throw new Error('nothing is open');
    const reply = await world.press(
      { do: 'answer', round: open.id, option: open.shown.right },
      { user: 'bob' },
    );
    expect(textOf(reply)).toContain('Locked in');
  }

  it('is found by the buttons of the page’s messages', async () => {
    await start(alone);
    const [message] = await store.transcriptOf(PAGE, 1);
    const card = cardFromJson(message?.card ?? '')?.card;
    expect(card && tokensOf(card)).toContainEqual({ do: 'ask', claim: 'lighthouse/varn-price' });
  });

  it('stays as it is where it is not known whose it is, and is rewritten once it is', async () => {
    expect(await start(both)).toEqual([]);
    expect([...(await store.shownIn(here, 'question')).items]).toContain('q-varn-key');
    expect(await start(alone)).toEqual([['ids-scoped', { rows: 16 }]]);
    expect(await start(alone)).toEqual([]);
  });

  it('is counted once where two processes rewrite it at the same time, or one was cut short', async () => {
    const stopped = AbortSignal.abort();
    await scopeKeptIds({ library: alone, store, logger: createRecordingLogger() }, stopped);
    const starts = await Promise.all([start(alone), start(alone)]);
    expect(starts.flat().map(([event]) => event)).not.toContain('ids-not-scoped');
    expect(await wrongStandings(db)).toEqual([]);
    expect(await seenIn(both)).toEqual(scoped(ASKED));
    expect(await start(alone)).toEqual([]);
  });

  it('is rewritten while others have their turn, and left as soon as the bot is told to stop', async () => {
    const stop = new AbortController();
    const log = createRecordingLogger();
    setTimeout(() => stop.abort(), 0);
    await scopeKeptIds({ library: alone, store, logger: log }, stop.signal);
    const [{ fields } = { fields: { rows: 0 } }] = log.lines;
    expect(fields.rows).toBeLessThan(16);
    await start(alone);
    expect(await seenIn(both)).toEqual(scoped(ASKED));
  });

  it('is put together with what the same pack was asked since', async () => {
    await store.takeChosen(here, 'question', () => ({ item: 'lighthouse/q-varn-key', forget: [] }), 0);
    await db
      .insertInto('question_counts')
      .values({ ...COUNT, question_id: 'lighthouse/q-varn-stone' })
      .execute();
    await start(alone);
    expect(await seenIn(both)).toEqual(scoped(ASKED));
    expect(await db.selectFrom('question_counts').selectAll().execute()).toContainEqual({
      ...{ question_id: 'lighthouse/q-varn-stone', right_text: 'Grey granite' },
      ...{ right_count: 3, answer_count: 5 },
    });
  });
});

const COUNT = { right_text: 'Grey granite', right_count: 1, answer_count: 3 };
