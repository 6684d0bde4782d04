/**
 * Whether a message whose post was never confirmed stands in its channel after all. Slack keeps with each message
 * the key that it was sent with, and shows it to apps that may read the channel: an optional right. Without it
 * nobody can tell.
 */
import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Place } from '../../core/ids.ts';
import type { FindOutcome, OwnPost, PostsOutcome, Sought, Span } from '../../core/ports/platform.ts';
import type { Identity } from './sdk.ts';

export const EVENT_TYPE = 'receipts_post';

interface Finding {
  readonly posting: webApi.WebClient;
  readonly identity: () => Promise<Identity>;
}

/** By how much Slack's clock may be behind ours. */
const MARGIN_MS = 60_000;
/** As many as Slack lists at once for an app of any kind, and how many lists are read of a busy channel. */
const PAGE = 15;
const MOST_PAGES = 3;

/** Rejects with the SDK's error where Slack cannot or will not tell. */
export async function findPost(
  { posting, identity }: Finding,
  place: Place,
  sought: Sought,
): Promise<FindOutcome> {
  const us = await identity();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { messages, next } = await list(posting, place, { since: sought.since }, cursor);
    const found = messages.find((message) => isOurs(message, us) && isSought(message.metadata, sought));
    if (found) return { status: 'found', message: { place, id: found.ts } };
    if (next === undefined) return { status: 'absent' };
    cursor = next;
  }
  return { status: 'impossible' };
}

/** What we posted in a span of time; rejects likewise. */
export async function findPosts(
  { posting, identity }: Finding,
  place: Place,
  span: Span,
): Promise<PostsOutcome> {
  const us = await identity();
  const posts: OwnPost[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { messages, next } = await list(posting, place, span, cursor);
    posts.push(...messages.filter((message) => isOurs(message, us)).map((one) => toPost(place, one)));
    if (next === undefined) return { status: 'read', posts: posts.toReversed() };
    cursor = next;
  }
  return { status: 'impossible' };
}

const toPost = (place: Place, { ts, text, blocks }: z.infer<typeof Message>): OwnPost => ({
  message: { place, id: ts },
  at: Math.floor(Number(ts) * 1_000),
  text: text ?? '',
  buttons: buttonsIn(blocks),
});

function buttonsIn(value: unknown): OwnPost['buttons'] {
  if (typeof value !== 'object' || value === null) return [];
  const button = Button.safeParse(value);
  if (button.success) return [{ label: button.data.text.text, token: button.data.value }];
  return Object.values(value).flatMap(buttonsIn);
}

const Button = z.object({
  type: z.literal('button'),
  text: z.object({ text: z.string() }),
  value: z.string(),
});

const Author = z.string().nullish();
const Message = z.object({
  ...{ text: z.string().nullish(), blocks: z.unknown().optional() },
  ...{ ts: z.string(), metadata: z.unknown().optional() },
  ...{ bot_id: Author, user: Author, app_id: Author },
});

/**
 * Any of the names that only Slack gives an author: where one is left out of a list, a message that stands there
 * would be called absent and be posted a second time.
 */
const isOurs = (message: z.infer<typeof Message>, { botId, botUserId, appId }: Identity): boolean =>
  message.bot_id === botId || message.user === botUserId || (appId !== undefined && message.app_id === appId);

const Listed = z.object({
  messages: z.array(Message),
  has_more: z.boolean().default(false),
  response_metadata: z.object({ next_cursor: z.string().optional() }).nullish(),
});

async function list(
  client: webApi.WebClient,
  { channel }: Place,
  { since, until }: { readonly since: number; readonly until?: number },
  cursor: string | undefined,
) {
  const from = (Math.max(0, since - MARGIN_MS) / 1_000).toFixed(6);
  const to = until === undefined ? {} : { latest: ((until + MARGIN_MS) / 1_000).toFixed(6) };
  const answer = await client.conversations.history({
    ...{ channel, oldest: from, limit: PAGE, include_all_metadata: true, ...to },
    ...(cursor === undefined ? {} : { cursor }),
  });
  const { messages, has_more: hasMore, response_metadata: meta } = Listed.parse(answer);
  const next = meta?.next_cursor || undefined;
  if (hasMore && next === undefined) throw new Error('a list that goes on without saying where');
  return { messages, next };
}

const Metadata = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: z.object({ key: z.string() }),
});

const isSought = (metadata: unknown, { key }: Sought): boolean =>
  Metadata.safeParse(metadata).data?.event_payload.key === key;
