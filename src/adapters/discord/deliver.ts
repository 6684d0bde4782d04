/** The reply to an acknowledged interaction, put where it belongs whatever was promised. */
import { type REST, Routes } from 'discord.js';
import type { Card } from '../../core/card.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/logger.ts';
import type { Acknowledgement, Reply } from '../../core/request.ts';
import { EPHEMERAL } from './acknowledge.ts';
import { describeError, isUncertain, isUnknownMessage } from './errors.ts';
import type { Ticket } from './inbound.ts';
import { renderCard } from './render.ts';

/** Who was promised an answer: Discord cannot turn a private "thinking" into a public message or back. */
const PROMISED = { 'to-everyone': 'everyone', 'to-asker': 'asker' } as const;

export interface Delivery {
  readonly rest: REST;
  readonly clock: Pick<Clock, 'after'>;
  readonly logger: Logger;
}

export async function deliver(
  by: Delivery,
  ticket: Ticket,
  how: Acknowledgement,
  reply: Reply,
): Promise<void> {
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
  await onceMore(by, () => by.rest.patch(route, { body: renderCard(card), auth: false }));
}

async function withdraw(by: Delivery, { applicationId, token }: Ticket): Promise<void> {
  const route = Routes.webhookMessage(applicationId, token, '@original');
  await onceMore(by, () => by.rest.delete(route, { auth: false })).catch((error) => {
    if (!isUnknownMessage(error)) throw error;
  });
}

/** Discord knows no repeats here: where only its confirmation got lost, the answer shows twice. Better than never. */
async function followUp(
  by: Delivery,
  { applicationId, token }: Ticket,
  to: 'everyone' | 'asker',
  card: Card,
): Promise<void> {
  const body = { ...renderCard(card), ...(to === 'asker' ? { flags: EPHEMERAL } : {}) };
  const query = new URLSearchParams({ wait: 'true' });
  await onceMore(by, () => by.rest.post(Routes.webhook(applicationId, token), { body, auth: false, query }));
}

const PAUSE_MS = 1_000;

/** Until it has its answer a person sees "thinking", so what may work the second time is tried a second time. */
async function onceMore({ clock, logger }: Delivery, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isUncertain(error)) throw error;
    logger.warn('discord-reply-repeated', describeError(error));
    await new Promise<void>((resolve) => clock.after(PAUSE_MS, resolve));
    await work();
  }
}
