/** One interaction from its arrival to its answer: acknowledge, ask the bot, deliver. */
import type { REST } from 'discord.js';
import { say } from '../../core/card.ts';
import type { Clock } from '../../core/clock.ts';
import type { Command } from '../../core/command.ts';
import type { Logger } from '../../core/logger.ts';
import {
  type Acknowledgement,
  type Bot,
  type Reply,
  type Request,
  type SuggestRequest,
  toAsker,
} from '../../core/request.ts';
import { acknowledge, answerSuggest } from './acknowledge.ts';
import { deliver } from './deliver.ts';
import { describeError, isRejectedForm } from './errors.ts';
import { readInteraction, type Ticket } from './inbound.ts';
import { renderCard } from './render.ts';

export interface Interactions {
  /** Begins to handle a raw INTERACTION_CREATE payload; never throws. */
  take(payload: unknown): void;
  /** Takes nothing more, and resolves when what is in flight has ended. */
  finish(): Promise<void>;
}

export interface InteractionDeps {
  readonly bot: Bot;
  readonly rest: REST;
  readonly commands: readonly Command[];
  readonly logger: Logger;
  readonly clock: Clock;
}

export function createInteractions(deps: InteractionDeps): Interactions {
  const inFlight = new Set<Promise<void>>();
  let open = true;
  return {
    take: (payload) => {
      if (!open) return;
      const work = handle(deps, payload)
        .catch((error) => deps.logger.error('discord-interaction-failed', describeError(error)))
        .finally(() => inFlight.delete(work));
      inFlight.add(work);
    },
    finish: async () => {
      open = false;
      await Promise.all(inFlight);
    },
  };
}

async function handle(deps: InteractionDeps, payload: unknown): Promise<void> {
  const inbound = readInteraction(payload, deps.commands);
  if (inbound.kind === 'unsupported')
    return deps.logger.warn('discord-unsupported-interaction', kindOf(payload));
  return inbound.kind === 'suggest'
    ? suggest(deps, inbound.ticket, inbound.request)
    : respond(deps, inbound.ticket, inbound.request);
}

async function suggest(
  { bot, rest }: InteractionDeps,
  ticket: Ticket,
  request: SuggestRequest,
): Promise<void> {
  await answerSuggest(rest, ticket, await bot.suggest(request));
}

/** What could not be acknowledged is not handled: its person sees that it failed, and will try again. */
async function respond(deps: InteractionDeps, ticket: Ticket, request: Request): Promise<void> {
  const began = deps.clock.now();
  const how = deps.bot.acknowledgement(request);
  await acknowledge(deps.rest, ticket, how);
  deps.logger.debug('discord-acknowledged', { how, tookMs: deps.clock.now() - began });
  const reply = await deps.bot.handle(request);
  if (reply) await deliverOrApologise(deps, ticket, how, reply);
}

const APOLOGY = toAsker(
  say(
    'problem',
    'There is an answer, but Discord did not take it. This is a fault of the bot; whoever runs it finds it in its log.',
  ),
);

async function deliverOrApologise(
  deps: InteractionDeps,
  ticket: Ticket,
  how: Acknowledgement,
  reply: Reply,
): Promise<void> {
  try {
    await deliver(deps, ticket, how, showable(deps, reply));
  } catch (error) {
    deps.logger.error('discord-reply-failed', describeError(error));
    if (isRejectedForm(error)) await deliver(deps, ticket, how, APOLOGY);
  }
}

function showable({ logger }: InteractionDeps, reply: Reply): Reply {
  try {
    renderCard(reply.card);
    return reply;
  } catch (error) {
    logger.error('discord-not-showable', describeError(error));
    return APOLOGY;
  }
}

const kindOf = (payload: unknown) => ({
  type: typeof payload === 'object' && payload !== null && 'type' in payload ? payload.type : undefined,
});
