/** The reply to an acknowledged interaction, put where it belongs whatever was promised. */
import { type REST, type RequestData, Routes } from 'discord.js';
import type { Card } from '../../core/cards/card.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import { type Acknowledgement, filesOf, type Reply, type ReplyFile } from '../../core/requests/request.ts';
import { EPHEMERAL } from './acknowledge.ts';
import { describeError, isUncertain, isUnknownMessage, neverSent } from './errors.ts';
import type { Ticket } from './inbound.ts';
import { pause } from './pause.ts';
import { renderCard } from './render.ts';
import type { AnswerLines } from './rest.ts';

/** Who was promised an answer: Discord cannot turn a private "thinking" into a public message or back. */
const PROMISED = { 'to-everyone': 'everyone', 'to-asker': 'asker' } as const;

export interface Delivery {
  readonly lines: AnswerLines;
  readonly clock: Clock;
  readonly logger: Logger;
  /** When the interaction's token ends. */
  readonly until: number;
  /** Raised when the bot stops: what fails from then on is not tried again. */
  readonly stopping: AbortSignal;
}

/** From when an interaction arrived (interactions/receiving-and-responding), less what a last try may take. */
export const TOKEN_LIVES_MS = 15 * 60_000 - 15_000;

export async function deliver(
  by: Delivery,
  ticket: Ticket,
  how: Acknowledgement,
  reply: Reply,
): Promise<void> {
  if (reply.type === 'done') return how === 'in-place' ? undefined : withdraw(by, ticket);
  const message = { card: reply.card, files: filesOf(reply) };
  if (how === 'in-place') {
    return reply.type === 'replace' ? fill(by, ticket, message) : followUp(by, ticket, reply.to, message);
  }
  // Where nothing in place was promised, the message to replace is the one that says "thinking".
  if (reply.type === 'replace' || reply.to === PROMISED[how]) return fill(by, ticket, message);
  // In this order: as long as the promise stands, Discord takes the next message for its fulfilment.
  await withdraw(by, ticket);
  await followUp(by, ticket, reply.to, message);
}

interface Message {
  readonly card: Card;
  readonly files: readonly ReplyFile[];
}

/** A body of several parts where there are files; the message names each by its number. */
function bodyOf({ card, files }: Message, more: object = {}): RequestData {
  const body = { ...renderCard(card), ...more };
  if (files.length === 0) return { body };
  return {
    body: { ...body, attachments: files.map(({ name }, id) => ({ id, filename: name })) },
    files: files.map(({ name, type, text }) => ({ name, contentType: type, data: text })),
  };
}

/** Fills "thinking", or after an in-place acknowledgement the message with the button. Twice is the same. */
async function fill(by: Delivery, { applicationId, token }: Ticket, message: Message): Promise<void> {
  const route = Routes.webhookMessage(applicationId, token, '@original');
  await keepAt(by, (rest) => rest.patch(route, { ...bodyOf(message), auth: false }));
}

async function withdraw(by: Delivery, { applicationId, token }: Ticket): Promise<void> {
  const route = Routes.webhookMessage(applicationId, token, '@original');
  await keepAt(by, (rest) => rest.delete(route, { auth: false })).catch((error) => {
    if (!isUnknownMessage(error)) throw error;
  });
}

/** Discord knows no repeats here: each try whose confirmation got lost may show once more. Better than never, and than often. */
const MOST_UNCONFIRMED = 2;

async function followUp(
  by: Delivery,
  { applicationId, token }: Ticket,
  to: 'everyone' | 'asker',
  message: Message,
): Promise<void> {
  const sent = bodyOf(message, to === 'asker' ? { flags: EPHEMERAL } : {});
  const query = new URLSearchParams({ wait: 'true' });
  const route = Routes.webhook(applicationId, token);
  await keepAt(by, (rest) => rest.post(route, { ...sent, auth: false, query }), MOST_UNCONFIRMED);
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** Until it has its answer a person sees "thinking", so what may work later is tried for as long as it can. */
async function keepAt(
  { lines, clock, logger, until, stopping }: Delivery,
  work: (rest: REST) => Promise<unknown>,
  mostUnconfirmed = Number.POSITIVE_INFINITY,
): Promise<void> {
  let unconfirmed = 0;
  for (let waitMs = 0; ; waitMs = Math.min(Math.max(FIRST_PAUSE_MS, waitMs * 2), LONGEST_PAUSE_MS)) {
    await pause(clock, waitMs, stopping);
    try {
      return void (await work(waitMs === 0 ? lines.usual : lines.fresh));
    } catch (error) {
      if (!neverSent(error)) unconfirmed += 1;
      const isOver = stopping.aborted || clock.now() >= until || unconfirmed > mostUnconfirmed;
      if (!isUncertain(error) || isOver) throw error;
      logger.warn('discord-reply-repeated', describeError(error));
    }
  }
}
