/**
 * Whether a message whose post was never confirmed stands in its channel after all.
 *
 * How a message of ours is known again: by its nonce, where Discord's list has it (it is promised for answers to
 * posts only); else by its buttons, whose ids carry the round's id and are no other message's; else, for a card
 * without buttons, by its words. The same words of ours, posted since, are what people were to see.
 *
 * What proves that it is not there: Discord shows an empty list to a bot that may not read the history of a
 * channel, so emptiness alone proves nothing. A list with anything in it does, and so does a channel whose last
 * message is older than the post. Where neither can be had, the answer is `impossible`.
 */
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Place } from '../../core/ids.ts';
import {
  type FindOutcome,
  lettersOf,
  type OwnPost,
  type PostsOutcome,
  type Sought,
  type Span,
} from '../../core/ports/platform.ts';
import { findFailure } from './errors.ts';
import { nonceOf, type OnError } from './post.ts';
import { renderCard } from './render.ts';

export interface Finding {
  readonly rest: REST;
  /** The bot's own user id. */
  readonly self: () => Promise<string>;
  readonly onError: OnError;
}

/** By how much Discord's clock may be behind ours. */
const MARGIN_MS = 60_000;
/** The most that Discord lists at once, and how many lists are read before a busy channel is given up. */
const PAGE = 100;
const MOST_PAGES = 3;

export async function findPost(by: Finding, place: Place, sought: Sought): Promise<FindOutcome> {
  try {
    return await look(by, place, sought);
  } catch (error) {
    by.onError(error);
    return findFailure(error);
  }
}

/** Oldest first: the post comes soon after the instant from which it is looked for. */
async function look({ rest, self }: Finding, place: Place, sought: Sought): Promise<FindOutcome> {
  const us = await self();
  const isSought = matcher(place, sought);
  const since = snowflakeAt(sought.since - MARGIN_MS);
  let after = since;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await list(rest, place, { after: String(after), limit: String(PAGE) });
    const found = messages.find((message) => isOwnPost(message, us) && isSought(message));
    if (found) return { status: 'found', message: { place, id: found.id } };
    if (messages.length < PAGE) {
      const proven = after !== since || messages.length > 0 || (await isSilent(rest, place, since));
      return { status: proven ? 'absent' : 'impossible' };
    }
    after = newestOf(messages, after);
  }
  return { status: 'impossible' };
}

/** What we posted in a span of time. */
export async function findPosts(by: Finding, place: Place, span: Span): Promise<PostsOutcome> {
  try {
    return await read(by, place, span);
  } catch (error) {
    by.onError(error);
    const failure = findFailure(error);
    return failure.status === 'absent' ? { status: 'read', posts: [] } : failure;
  }
}

async function read({ rest, self }: Finding, place: Place, span: Span): Promise<PostsOutcome> {
  const us = await self();
  const since = snowflakeAt(span.since - MARGIN_MS);
  const until = snowflakeAt(span.until + MARGIN_MS);
  const posts: OwnPost[] = [];
  let after = since;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await list(rest, place, { after: String(after), limit: String(PAGE) });
    const within = messages.filter(({ id }) => BigInt(id) <= until);
    posts.push(...within.filter((message) => isOwnPost(message, us)).map((one) => toPost(place, one)));
    if (messages.length < PAGE || within.length < messages.length) {
      const proven = after !== since || messages.length > 0 || (await isSilent(rest, place, since));
      return proven
        ? { status: 'read', posts: posts.toSorted((a, b) => a.at - b.at) }
        : { status: 'impossible' };
    }
    after = newestOf(messages, after);
  }
  return { status: 'impossible' };
}

const toPost = (place: Place, listed: Listed): OwnPost => ({
  message: { place, id: listed.id },
  at: Number(BigInt(listed.id) >> 22n) + DISCORD_EPOCH,
  text: textOf(listed),
  buttons: buttonsIn(listed.components),
});

function buttonsIn(value: unknown): OwnPost['buttons'] {
  if (typeof value !== 'object' || value === null) return [];
  if ('custom_id' in value && 'label' in value)
    return [{ label: String(value.label), token: String(value.custom_id) }];
  return Object.values(value).flatMap(buttonsIn);
}

const newestOf = (messages: readonly Listed[], after: bigint): bigint =>
  messages.reduce((newest, { id }) => (BigInt(id) > newest ? BigInt(id) : newest), after);

const Listed = z.object({
  id: z.string().regex(/^\d+$/),
  author: z.object({ id: z.string() }),
  /** Set on answers to interactions, which are not posts. */
  webhook_id: z.string().nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  content: z.string().nullish(),
  embeds: z.array(z.object({ description: z.string().nullish() })).default([]),
  components: z.array(z.unknown()).default([]),
});
type Listed = z.infer<typeof Listed>;

async function list(rest: REST, { channel }: Place, query: Readonly<Record<string, string>>) {
  const answer = await rest.get(Routes.channelMessages(channel), { query: new URLSearchParams(query) });
  return z.array(Listed).parse(answer);
}

const isOwnPost = ({ author, webhook_id }: Listed, us: string): boolean => author.id === us && !webhook_id;

function matcher(place: Place, { card, key }: Sought): (message: Listed) => boolean {
  const nonce = nonceOf(place, key);
  const wanted = renderCard(card);
  const buttons = idsIn(wanted.components).join('\n');
  const words = wordsOf(wanted);
  return (message) => {
    if (message.nonce === nonce) return true;
    const standing = idsIn(message.components).join('\n');
    if (buttons !== '' || standing !== '') return standing === buttons;
    return !message.nonce && wordsOf(message) === words;
  };
}

/** Sorted: Discord keeps the order, but nothing depends on it. */
const idsIn = (components: unknown): readonly string[] => customIds(components).toSorted();

function customIds(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'custom_id' in value && typeof value.custom_id === 'string' ? [value.custom_id] : [];
  return [...own, ...Object.values(value).flatMap(customIds)];
}

interface Worded {
  readonly content?: string | null | undefined;
  readonly embeds: readonly { readonly description?: string | null | undefined }[];
}

const textOf = ({ content, embeds }: Worded): string =>
  [content, ...embeds.map(({ description }) => description)].join('\n');

/** Discord may trim and strip the rest. */
const wordsOf = (worded: Worded): string => lettersOf(textOf(worded));

const Channel = z.object({ last_message_id: z.string().regex(/^\d+$/).nullish() });

/** Whether it is certain that nothing was posted since: the history can be read, or has no end that new. */
async function isSilent(rest: REST, place: Place, since: bigint): Promise<boolean> {
  if ((await list(rest, place, { limit: '1' })).length > 0) return true;
  const { last_message_id: last } = Channel.parse(await rest.get(Routes.channel(place.channel)));
  return BigInt(last ?? 0) <= since;
}

const DISCORD_EPOCH = 1_420_070_400_000;

/** The id that a message of this instant would have at least. */
const snowflakeAt = (instant: number): bigint =>
  BigInt(Math.max(0, Math.floor(instant) - DISCORD_EPOCH)) << 22n;

const Self = z.object({ id: z.string().min(1) });

/** Asked for once; a failure is not kept. */
export function createSelf(rest: REST): () => Promise<string> {
  let known: string | undefined;
  return async () => {
    known ??= Self.parse(await rest.get(Routes.user('@me'))).id;
    return known;
  };
}
