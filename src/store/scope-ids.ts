/**
 * Ids of before they were scoped by their pack (ADR 26), brought to what they are now. One round, or some of what a place
 * has seen, in a transaction: whoever plays meanwhile waits for no more than that. Whichever process comes second finds
 * nothing to change. Plans and settings came later and never had any.
 */
import { sql } from 'kysely';
import type { ScopedIds } from '../core/ports/store.ts';
import { PLACE } from './columns.ts';
import { addCount } from './question-counts.ts';
import { holdShelf } from './shelves.ts';
import { COUNTED, countForPack } from './standings.ts';
import type { Db, SeenRow } from './tables.ts';
import { othersTurn } from './turns.ts';

export async function scopeIds(db: Db, scoped: ScopedIds, signal?: AbortSignal): Promise<number> {
  let changed = 0;
  // Rounds before counts: what is taken back is taken from the id that its round has.
  for (const step of [scopeRounds, scopeCounts, scopeLast, scopeSeen, scopeCards])
    for await (const rows of step(db, scoped)) {
      changed += rows;
      await othersTurn();
      if (signal?.aborted) return changed;
    }
  return changed;
}

type Step = (db: Db, scoped: ScopedIds) => AsyncIterable<number>;

/** As the indexes have it. */
const isBare = (column: string) => sql<boolean>`${sql.ref(column)} not like '%/%'`;

const scopeRounds: Step = async function* (db, scoped) {
  const bare = await db
    .selectFrom('rounds')
    .select('question_id as id')
    .distinct()
    .where(isBare('question_id'))
    .execute();
  for (const { id, to } of known(bare, scoped.question)) {
    const rounds = await db
      .selectFrom('rounds')
      .select('id')
      .where('question_id', '=', id)
      .where(isBare('question_id'))
      .execute();
    for (const round of rounds)
      yield db.transaction().execute(async (transaction) => {
        const held = await transaction
          .updateTable('rounds')
          .set({ question_id: to })
          .where('id', '=', round.id)
          .where('question_id', '=', id)
          .returning(COUNTED)
          .executeTakeFirst();
        if (held) await countForPack(transaction, held);
        return held ? 1 : 0;
      });
  }
};

const scopeCounts: Step = async function* (db, scoped) {
  const bare = await db
    .selectFrom('question_counts')
    .select('question_id as id')
    .distinct()
    .where(isBare('question_id'))
    .execute();
  for (const { id, to } of known(bare, scoped.question))
    yield db.transaction().execute(async (transaction) => {
      const counts = await transaction
        .deleteFrom('question_counts')
        .where('question_id', '=', id)
        .returningAll()
        .execute();
      for (const count of counts) await addCount(transaction, { ...count, question_id: to });
      return counts.length;
    });
};

const scopeLast: Step = async function* (db, scoped) {
  const shelves = await db
    .selectFrom('shelves')
    .select([...PLACE, 'shelf', 'last_item'])
    .where(isBare('last_item'))
    .execute();
  for (const { last_item, ...shelf } of shelves) {
    const to = scopedOn(scoped, shelf)(last_item ?? '');
    if (to === undefined) continue;
    const { numUpdatedRows } = await db
      .updateTable('shelves')
      .set({ last_item: to })
      .where((eb) => eb.and({ ...shelf, last_item }))
      .executeTakeFirst();
    yield Number(numUpdatedRows);
  }
};

/** What stands in one statement, and in one transaction. */
const ITEMS_AT_ONCE = 100;

const scopeSeen: Step = async function* (db, scoped) {
  const bare = db.selectFrom('seen').where(isBare('item'));
  const shelves = await bare
    .select([...PLACE, 'shelf'])
    .distinct()
    .execute();
  for (const shelf of shelves) {
    const items = await bare
      .select('item as id')
      .where((eb) => eb.and(shelf))
      .execute();
    const scopes = new Map(known(items, scopedOn(scoped, shelf)).map(({ id, to }) => [id, to]));
    const ids = [...scopes.keys()];
    for (let from = 0; from < ids.length; from += ITEMS_AT_ONCE)
      yield db.transaction().execute(async (transaction) => {
        await holdShelf(transaction, shelf);
        const seen = await transaction
          .deleteFrom('seen')
          .where((eb) => eb.and(shelf))
          .where('item', 'in', ids.slice(from, from + ITEMS_AT_ONCE))
          .returningAll()
          .execute();
        const rows = seen.map((row) => ({ ...row, item: scopes.get(row.item) ?? row.item }));
        if (rows.length > 0)
          await transaction
            .insertInto('seen')
            .values(rows)
            .onConflict((conflict) => conflict.columns([...PLACE, 'shelf', 'item']).doNothing())
            .execute();
        return rows.length;
      });
  }
};

const scopeCards: Step = async function* (db, scoped) {
  const cards = await db
    .selectFrom('transcript')
    .select([...PLACE, 'message_id', 'card'])
    .execute();
  for (const { card: before, ...message } of cards) {
    const card = scoped.card(before);
    if (card === before) continue;
    const { numUpdatedRows } = await db
      .updateTable('transcript')
      .set({ card })
      .where((eb) => eb.and({ ...message, card: before }))
      .executeTakeFirst();
    yield Number(numUpdatedRows);
  }
};

const known = (bare: readonly { readonly id: string }[], scoped: ScopedIds['question']) =>
  bare.flatMap(({ id }) => {
    const to = scoped(id);
    return to === undefined ? [] : [{ id, to }];
  });

const scopedOn = (scoped: ScopedIds, { shelf }: Pick<SeenRow, 'shelf'>) =>
  shelf === 'question' ? scoped.question : scoped.claim;
