/** Messages of the bot's own accord: a question, its result. They outlive the fifteen minutes of an interaction. */
import { createHash } from 'node:crypto';
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Card } from '../../core/card.ts';
import type { MessageRef, Place } from '../../core/ids.ts';
import type { EditOutcome, PostOutcome } from '../../core/platform.ts';
import { editFailure, postFailure } from './errors.ts';
import { renderCard } from './render.ts';

/** Told of every error, before it becomes an outcome. */
export type OnError = (error: unknown) => void;

const Posted = z.object({ id: z.string().min(1) });

export async function postCard(
  rest: REST,
  place: Place,
  card: Card,
  key: string,
  onError: OnError,
): Promise<PostOutcome> {
  const body = { ...renderCard(card), nonce: nonceOf(place, key), enforce_nonce: true };
  try {
    const { id } = Posted.parse(await rest.post(Routes.channelMessages(place.channel), { body }));
    return { status: 'posted', message: { place, id } };
  } catch (error) {
    onError(error);
    return postFailure(error);
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
    return editFailure(error);
  }
}

/**
 * With it Discord answers a repeat with the message that stands already. The channel is part of it, because
 * Discord compares nonces by author.
 */
const nonceOf = (place: Place, key: string): string =>
  createHash('sha256').update(`${place.channel}\n${key}`).digest('base64url').slice(0, 24);
