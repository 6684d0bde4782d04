/** Messages of the bot's own accord: a question, its result, a word to one person. They outlive the fifteen minutes of an interaction. */
import { createHash } from 'node:crypto';
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Card } from '../../core/cards/card.ts';
import { type MessageRef, type Place, type Player, placeOf } from '../../core/ids.ts';
import type { EditOutcome, PostOutcome } from '../../core/ports/platform.ts';
import { editFailure, isOutside, isReplyDenied, postFailure, REMOVED } from './errors.ts';
import { privateWorkspace } from './origin.ts';
import { renderCard } from './render.ts';

/** Told of every error, before it becomes an outcome. */
export type OnError = (error: unknown) => void;

const Created = z.object({ id: z.string().min(1) });

export interface Post {
  readonly place: Place;
  readonly card: Card;
  readonly key: string;
  /** The message of ours in the same channel that it answers. */
  readonly under?: MessageRef | undefined;
}

export async function postCard(rest: REST, post: Post, onError: OnError): Promise<PostOutcome> {
  const { place, card, key, under } = post;
  try {
    return { status: 'posted', message: { place, id: await send(rest, post) } };
  } catch (error) {
    onError(error);
    // Better beside the question than not at all.
    if (under && isReplyDenied(error)) return postCard(rest, { place, card, key }, onError);
    return (await isRemoved(rest, place, error)) ? REMOVED : postFailure(error);
  }
}

async function send(rest: REST, { place, card, key, under }: Post): Promise<string> {
  const body = {
    ...renderCard(card),
    ...(under ? answering(under) : {}),
    nonce: nonceOf(place, key),
    enforce_nonce: true,
  };
  return Created.parse(await rest.post(Routes.channelMessages(place.channel), { body })).id;
}

/** Still a message where the one it answers was deleted; `replied_user` would ping ourselves at most, and is off. */
const answering = ({ id }: MessageRef) => ({
  message_reference: { message_id: id, fail_if_not_exists: false },
  allowed_mentions: { parse: [], replied_user: false },
});

/** A private talk is a channel that is the same for a person every time it is opened. */
export async function tellCard(
  rest: REST,
  { platform, user }: Player,
  { card, key }: Pick<Post, 'card' | 'key'>,
  onError: OnError,
): Promise<PostOutcome> {
  try {
    const talk = await rest.post(Routes.userChannels(), { body: { recipient_id: user } });
    const { id } = Created.parse(talk);
    return await postCard(rest, { place: placeOf(platform, privateWorkspace(id), id), card, key }, onError);
  } catch (error) {
    onError(error);
    const failure = postFailure(error);
    // An opened talk is empty.
    return failure.status === 'failed' ? { ...failure, sent: 'no' } : failure;
  }
}

export async function editCard(
  rest: REST,
  { place, id }: MessageRef,
  card: Card,
  onError: OnError,
): Promise<EditOutcome> {
  const body = renderCard(card);
  try {
    await rest.patch(Routes.channelMessage(place.channel, id), { body });
    return { status: 'edited' };
  } catch (error) {
    onError(error);
    return (await isRemoved(rest, place, error)) ? REMOVED : editFailure(error);
  }
}

/** A server that took the bot out answers for its channels as if they were hidden; for itself it says so. */
const isRemoved = async (rest: REST, { workspace }: Place, error: unknown): Promise<boolean> =>
  isOutside(error) && (await isInServer(rest, workspace, () => {})) === false;

/** Undefined for a private talk, which nobody takes the bot out of, and while a server is away. */
export async function isInServer(
  rest: REST,
  workspace: string,
  onError: OnError,
): Promise<boolean | undefined> {
  if (!/^\d+$/.test(workspace)) return undefined;
  try {
    await rest.get(Routes.guild(workspace));
    return true;
  } catch (error) {
    if (isOutside(error)) return false;
    onError(error);
    return undefined;
  }
}

/**
 * With it Discord answers a repeat with the message that stands already. The channel is part of it, because
 * Discord compares nonces by author.
 */
export const nonceOf = (place: Place, key: string): string =>
  createHash('sha256').update(`${place.channel}\n${key}`).digest('base64url').slice(0, 24);
