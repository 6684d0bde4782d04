/** The key of each table, and going through a table by it: the last of a million rows is found as fast as the first. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tables } from './tables.ts';

export type Table = keyof Tables;

/** A table that others refer to stands before them. One that is missing here does not compile. */
export const KEYS = {
  quizzes: ['id'],
  dailies: ['id'],
  deliveries: ['id'],
  rounds: ['id'],
  answers: ['round_id', 'player_platform', 'player_workspace', 'player_user'],
  answer_marks: ['round_id', 'mark'],
  standings: [
    ...['player_platform', 'player_workspace', 'player_user'],
    ...['platform', 'workspace', 'channel', 'period'],
  ],
  ranks: ['platform', 'workspace', 'channel', 'period', 'right_count'],
  question_counts: ['question_id', 'right_text'],
  shelves: ['platform', 'workspace', 'channel', 'shelf'],
  seen: ['platform', 'workspace', 'channel', 'shelf', 'item'],
  plans: ['platform', 'workspace', 'channel'],
  settings: ['platform', 'workspace', 'channel'],
  left_out: ['platform', 'workspace', 'channel', 'kind', 'item'],
  transcript: ['platform', 'workspace', 'channel', 'message_id'],
  requests: ['platform', 'request_id'],
  installations: ['platform'],
  hidden: ['player_platform', 'player_user', 'player_workspace'],
  left_workspaces: ['platform', 'workspace'],
  chores: ['chore'],
} as const satisfies { readonly [Name in Table]: readonly (keyof Tables[Name])[] };

export const keyIn = (table: Table) => sql.join(KEYS[table].map((column) => sql.ref(column)));

export type Key<Name extends Table> = Pick<Tables[Name], (typeof KEYS)[Name][number] & keyof Tables[Name]>;

/** All keys of a table in their order, so many at a time. */
export const keysOf = <Name extends Table>(db: Db, table: Name, atOnce: number) =>
  pagesOf<Key<Name>>(db, table, keyIn(table), atOnce);

/** The same with all that a row has. */
export const rowsOf = <Name extends Table>(db: Db, table: Name, atOnce: number) =>
  pagesOf<Tables[Name]>(db, table, sql`*`, atOnce);

async function* pagesOf<Row extends object>(
  db: Db,
  table: Table,
  columns: RawBuilder<unknown>,
  atOnce: number,
): AsyncGenerator<readonly Row[], void> {
  const key = keyIn(table);
  for (let last: Row | undefined; ; ) {
    const values = new Map<string, unknown>(Object.entries(last ?? {}));
    const after = last
      ? sql`where (${key}) > (${sql.join(KEYS[table].map((column) => values.get(column)))})`
      : sql``;
    const { rows }: { rows: Row[] } = await sql<Row>`
      select ${columns} from ${sql.table(table)} ${after} order by ${key} limit ${sql.lit(atOnce)}`.execute(
      db,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < atOnce) return;
    last = rows.at(-1);
  }
}
