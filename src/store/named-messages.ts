/**
 * Messages that are kept as cards (the page's channel) and name somebody. A platform keeps its own messages elsewhere;
 * these are ours, so whoever wants to be forgotten is forgotten in them too.
 */
import type { Account } from '../core/ids.ts';
import type { AccountRecord } from '../core/ports/store.ts';
import { PLACE, toPlace } from './columns.ts';
import type { Db } from './tables.ts';

const kept = (db: Db, { platform, workspace }: Account) =>
  db
    .selectFrom('transcript')
    .select([...PLACE, 'message_id', 'card', 'posted_at'])
    .where('platform', '=', platform)
    .$if(workspace !== undefined, (all) => all.where('workspace', '=', workspace ?? ''));

export async function messagesNaming(db: Db, account: Account): Promise<AccountRecord['messages']> {
  const rows = await kept(db, account).orderBy('posted_at').orderBy('position').execute();
  return rows
    .filter(({ card }) => withoutName(card, account) !== card)
    .map((row) => ({ message: { place: toPlace(row), id: row.message_id }, at: row.posted_at }));
}

export async function forgetIn(db: Db, account: Account): Promise<void> {
  for (const { card, message_id, platform, workspace, channel } of await kept(db, account).execute()) {
    const nameless = withoutName(card, account);
    if (nameless !== card)
      await db
        .updateTable('transcript')
        .set({ card: nameless })
        .where((eb) => eb.and({ platform, workspace, channel, message_id }))
        .execute();
  }
}

const SOMEONE = 'someone';

/** In a text a word stands for the name; who asked for it is left out. The same text where it names somebody else. */
function withoutName(card: string, { user }: Account): string {
  if (!card.includes(JSON.stringify(user))) return card;
  let isNamed = false;
  const isThem = (value: unknown) =>
    typeof value === 'object' && value !== null && 'player' in value && value.player === user;
  const nameless = JSON.stringify(JSON.parse(card), (key, value: unknown) => {
    if (!isThem(value)) return value;
    isNamed = true;
    return key === 'asked' ? undefined : SOMEONE;
  });
  return isNamed ? nameless : card;
}
