/** The reply to an acknowledged interaction, put where it belongs whatever was promised. */
import { type REST, Routes } from 'discord.js';
import type { Card } from '../../core/cards/card.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Acknowledgement, Reply } from '../../core/requests/request.ts';
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
  if (how === 'in-place') {
    return reply.type === 'replace'
      ? fill(by, ticket, reply.card)
      : followUp(by, ticket, reply.to, reply.card);
  }
  // Where nothing in place was promised, the message to replace is the one that says "thinking".
  if (reply.type === 'replace' || reply.to === PROMISED[how]) return fill(by, ticket, reply.card);
  // In this order: as long as the promise stands, Discord takes the next message for its fulfilment.
  await withdraw(by, ticket);
  await followUp(by, ticket, reply.to, reply.card);
}

/** Fills "thinking", or after an in-place acknowledgement the message with the button. Twice is the same. */
async function fill(by: Delivery, { applicationId, token }: Ticket, card: Card): Promise<void> {
  const route = Routes.webhookMessage(applicationId, token, '@original');
  await keepAt(by, (rest) => rest.patch(route, { body: renderCard(card), auth: false }));
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
  card: Card,
): Promise<void> {
  const body = { ...renderCard(card), ...(to === 'asker' ? { flags: EPHEMERAL } : {}) };
  const query = new URLSearchParams({ wait: 'true' });
  const route = Routes.webhook(applicationId, token);
  await keepAt(by, (rest) => rest.post(route, { body, auth: false, query }), MOST_UNCONFIRMED);
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
