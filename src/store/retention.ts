/** What is old enough goes: little by little, so that a bot that runs is not held up by it. */
import { randomUUID } from 'node:crypto';
import { type SqlBool, sql } from 'kysely';
import { FORGOTTEN } from '../core/ids.ts';
import type { Retired } from '../core/ports/store.ts';
import { addUp, deleteAll, deleteRounds, type Steps } from './deleting.ts';
import { type Key, keysOf } from './keys.ts';
import type { Db } from './tables.ts';
import { othersTurn } from './turns.ts';

interface Cutoff {
  readonly before: number;
  readonly seenBefore: number;
}

export async function takeChore(db: Db, chore: string, at: number, since: number): Promise<boolean> {
  const taken = await db
    .insertInto('chores')
    .values({ chore, begun_at: at })
    .onConflict((conflict) =>
      conflict
        .column('chore')
        .doUpdateSet({ begun_at: at })
        // One of the future was noted before the clock was set back.
        .where((eb) => eb.or([eb('chores.begun_at', '<=', since), eb('chores.begun_at', '>', at)])),
    )
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === 1n;
}

export async function retire(db: Db, cutoff: Cutoff, signal?: AbortSignal): Promise<Retired> {
  return runSteps(retiring(db, cutoff), signal);
}

export async function runSteps(steps: Steps, signal?: AbortSignal): Promise<Retired> {
  const total: Record<string, number> = {};
  for await (const step of steps) {
    addUp(total, step);
    await othersTurn();
    if (signal?.aborted) break;
  }
  return total;
}

async function* retiring(db: Db, { before, seenBefore }: Cutoff): Steps {
  yield* deleteRounds(db, sql`state = 'revealed' and closes_at < ${before}`);
  yield* deleteAll(
    db,
    'quizzes',
    sql`state = 'ended' and started_at < ${before} and retry_at is null
      and not exists (select 1 from rounds where rounds.quiz_id = quizzes.id)`,
  );
  for (const state of ['posted', 'skipped', 'failed'])
    yield* deleteAll(
      db,
      'deliveries',
      sql`state = ${state} and retry_at < ${before}
        and not exists (select 1 from rounds where rounds.delivery_id = deliveries.id)`,
    );
  yield* deleteAll(db, 'transcript', sql`posted_at < ${before}`);
  yield* forgetSeen(db, seenBefore);
  const oldest = new Date(before).toISOString().slice(0, 10);
  yield* clearBoards(db, oldest);
  yield* clearRanks(db, oldest);
}

/** A place's shelf has no more than there are questions or facts. */
async function* forgetSeen(db: Db, before: number): Steps {
  for await (const shelves of keysOf(db, 'shelves', ROWS_A_PAGE))
    for (const shelf of shelves) {
      const { numDeletedRows } = await db
        .deleteFrom('seen')
        .where((eb) => eb.and(shelf))
        .where('seen_at', '<', before)
        .executeTakeFirst();
      yield { seen: Number(numDeletedRows) };
    }
}

type Line = Key<'standings'>;

/**
 * A week or month that has ended before is shown to nobody any more. Of people who have no answer left, what they earned
 * stays where it is, so that nobody's rank changes, and nothing tells whose it was, or that two lines were one person's.
 */
async function* clearBoards(db: Db, oldest: string): Steps {
  for await (const lines of keysOf(db, 'standings', ROWS_A_PAGE)) {
    const over = lines.filter(({ period }) => isOver(period, oldest));
    for (const line of over)
      await db
        .deleteFrom('standings')
        .where((eb) => eb.and(line))
        .execute();
    yield { standings: over.length };
    const left = lines.filter((line) => !over.includes(line) && !line.player_user.startsWith(FORGOTTEN));
    const gone = await withoutAnswers(db, left);
    let names = 0;
    for (const line of gone) names += await takeName(db, line);
    yield { names };
  }
}

/** Of the same account in any workspace: whoever plays elsewhere has not gone. */
const ANSWERS_OF_LINE = sql<SqlBool>`exists (
  select 1 from answers where answers.player_platform = standings.player_platform
    and answers.player_user = standings.player_user)`;

async function withoutAnswers(db: Db, lines: readonly Line[]): Promise<readonly Line[]> {
  const gone = new Map<string, boolean>();
  for (const { player_platform, player_user } of lines) {
    const key = `${player_platform} ${player_user}`;
    if (gone.has(key)) continue;
    const found = await db
      .selectFrom('answers')
      .select('round_id')
      .where((eb) => eb.and({ player_platform, player_user }))
      .limit(1)
      .executeTakeFirst();
    gone.set(key, found === undefined);
  }
  return lines.filter((line) => gone.get(`${line.player_platform} ${line.player_user}`));
}

/** Unless they play again just now. */
async function takeName(db: Db, line: Line): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('standings')
    .set({ player_workspace: line.workspace, player_user: `${FORGOTTEN} ${randomUUID()}` })
    .where((eb) => eb.and(line))
    .where((eb) => eb.not(ANSWERS_OF_LINE))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

async function* clearRanks(db: Db, oldest: string): Steps {
  for await (const lines of keysOf(db, 'ranks', ROWS_A_PAGE)) {
    const over = lines.filter(({ period }) => isOver(period, oldest));
    for (const line of over)
      await db
        .deleteFrom('ranks')
        .where((eb) => eb.and(line))
        .execute();
    yield { ranks: over.length };
  }
}

const DAYS = { week: 7, month: 31 } as const;
const DAY_MS = 86_400_000;

/** By its key (`periodKey`): one that began so long before that it has ended. */
function isOver(period: string, oldest: string): boolean {
  const [, kind, first] = /^(week|month) (\d{4}-\d{2}(?:-\d{2})?)/.exec(period) ?? [];
  if (first === undefined || (kind !== 'week' && kind !== 'month')) return false;
  const begins = Date.parse(kind === 'month' ? `${first}-01` : first);
  return begins + DAYS[kind] * DAY_MS < Date.parse(oldest);
}

/** Each may cost three statements, all before anybody else has their turn. */
const ROWS_A_PAGE = 50;
