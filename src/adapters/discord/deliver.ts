/** The reply to an acknowledged interaction, put where it belongs whatever was promised. */
import { type REST, Routes } from 'discord.js';
import type { Card } from '../../core/card.ts';
import type { Acknowledgement, Reply } from '../../core/request.ts';
import { EPHEMERAL } from './acknowledge.ts';
import { isUncertain, isUnknownMessage } from './errors.ts';
import type { Ticket } from './inbound.ts';
import { renderCard } from './render.ts';

/** Who was promised an answer: Discord cannot turn a private "thinking" into a public message or back. */
const PROMISED = { 'to-everyone': 'everyone', 'to-asker': 'asker' } as const;

export async function deliver(rest: REST, ticket: Ticket, how: Acknowledgement, reply: Reply): Promise<void> {
  if (how === 'in-place') {
    return reply.type === 'replace'
      ? fill(rest, ticket, reply.card)
      : followUp(rest, ticket, reply.to, reply.card);
  }
  // Where nothing in place was promised, the message to replace is the one that says "thinking".
  if (reply.type === 'replace' || reply.to === PROMISED[how]) return fill(rest, ticket, reply.card);
  // In this order: as long as the promise stands, Discord takes the next message for its fulfilment.
  await withdraw(rest, ticket);
  await followUp(rest, ticket, reply.to, reply.card);
}

/** Fills "thinking", or after an in-place acknowledgement the message with the button. Twice is the same. */
async function fill(rest: REST, { applicationId, token }: Ticket, card: Card): Promise<void> {
  const route = Routes.webhookMessage(applicationId, token, '@original');
  const patch = () => rest.patch(route, { body: renderCard(card), auth: false });
  await patch().catch((error) => {
    if (!isUncertain(error)) throw error;
    return patch();
  });
}

async function withdraw(rest: REST, { applicationId, token }: Ticket): Promise<void> {
  await rest
    .delete(Routes.webhookMessage(applicationId, token, '@original'), { auth: false })
    .catch((error) => {
      if (!isUnknownMessage(error)) throw error;
    });
}

async function followUp(
  rest: REST,
  { applicationId, token }: Ticket,
  to: 'everyone' | 'asker',
  card: Card,
): Promise<void> {
  const body = { ...renderCard(card), ...(to === 'asker' ? { flags: EPHEMERAL } : {}) };
  await rest.post(Routes.webhook(applicationId, token), {
    body,
    auth: false,
    query: new URLSearchParams({ wait: 'true' }),
  });
}
