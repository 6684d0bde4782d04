/** One interaction from its arrival to its answer: acknowledge, ask the bot, deliver. */
import { say, withNote } from '../../core/cards/card.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import { sayingWhoAsked } from '../../core/requests/asked-line.ts';
import type { Limited } from '../../core/requests/limits.ts';
import {
  type Acknowledgement,
  type Bot,
  type Reply,
  type Request,
  type SuggestRequest,
  toAsker,
} from '../../core/requests/request.ts';
import { acknowledge, answerAtOnce, answerSuggest } from './acknowledge.ts';
import { type Delivery, deliver, TOKEN_LIVES_MS } from './deliver.ts';
import {
  describeError,
  isAlreadyAcknowledged,
  isRefused,
  isRejectedForm,
  isUnknownInteraction,
} from './errors.ts';
import { readInteraction, SUGGEST, type Ticket, type Unread } from './inbound.ts';
import { DISCORD } from './origin.ts';
import { renderCard } from './render.ts';
import type { AnswerLines } from './rest.ts';

export interface Interactions {
  /** Begins to handle a raw INTERACTION_CREATE payload; never throws. */
  take(payload: unknown): void;
  /** Takes nothing more, and resolves when what is in flight has ended. */
  finish(): Promise<void>;
}

export interface InteractionDeps {
  readonly bot: Bot;
  readonly lines: AnswerLines;
  readonly logger: Logger;
  readonly clock: Clock;
}

export function createInteractions(deps: InteractionDeps): Interactions {
  const inFlight = new Set<Promise<void>>();
  const stopping = new AbortController();
  return {
    take: (payload) => {
      if (stopping.signal.aborted) return;
      const work = handle(deps, payload, stopping.signal)
        .catch((error) => deps.logger.error('discord-interaction-failed', describeError(error)))
        .finally(() => inFlight.delete(work));
      inFlight.add(work);
    },
    finish: async () => {
      stopping.abort();
      await Promise.all(inFlight);
    },
  };
}

async function handle(deps: InteractionDeps, payload: unknown, stopping: AbortSignal): Promise<void> {
  const inbound = readInteraction(payload);
  if (inbound.kind === 'unread') return decline(deps, inbound);
  return inbound.kind === 'suggest'
    ? suggest(deps, inbound.ticket, inbound.request)
    : respond(deps, inbound.ticket, inbound.request, stopping);
}

const UNKNOWN = say(
  'problem',
  'This belongs to an older version of the bot, or is not from it at all. Type /help for what works now.',
);

/** A menu or form of whichever bot had this application before, or something new of Discord's. */
async function decline({ lines, logger }: InteractionDeps, { ticket, type, fields }: Unread): Promise<void> {
  logger.warn('discord-unsupported-interaction', { type, fields });
  if (!ticket) return;
  const answer =
    type === SUGGEST ? answerSuggest(lines, ticket, []) : answerAtOnce(lines, ticket, renderCard(UNKNOWN));
  await answer.catch(unlessOvertaken(logger));
}

async function suggest(
  { bot, lines, logger }: InteractionDeps,
  ticket: Ticket,
  request: SuggestRequest,
): Promise<void> {
  await answerSuggest(lines, ticket, await bot.suggest(request)).catch(unlessOvertaken(logger));
}

/** By its person, who types on while Discord waits for one answer; or by another process of the bot. */
const unlessOvertaken =
  (logger: Logger) =>
  (error: unknown): void => {
    if (!isUnknownInteraction(error) && !isAlreadyAcknowledged(error)) throw error;
    logger.debug('discord-answer-overtaken', describeError(error));
  };

/** What could not be acknowledged is not handled: its person sees that it failed, and will try again. */
async function respond(
  deps: InteractionDeps,
  ticket: Ticket,
  request: Request,
  stopping: AbortSignal,
): Promise<void> {
  const { bot, lines, logger, clock } = deps;
  const began = clock.now();
  const how = bot.acknowledgement(request);
  if (typeof how === 'object') return tellLimit(deps, ticket, how);
  const isOurs = await acknowledge(lines, ticket, how);
  const soFar = () => ({ platform: DISCORD, tookMs: clock.now() - began });
  logger.debug(isOurs ? 'request-acknowledged' : 'discord-taken-elsewhere', soFar());
  if (!isOurs) return;
  const delivery = { lines, clock, logger, until: began + TOKEN_LIVES_MS, stopping };
  const reply = await bot.handle(request);
  if (!reply) return;
  // Above an answer to a command Discord shows who typed it, above one to a button only the message that has it, if that.
  const shown = request.kind === 'press' ? sayingWhoAsked(request, reply) : reply;
  await deliverOrApologise(delivery, ticket, how, shown);
  logger.debug('request-answered', soFar());
}

/** In one call. Of what is not answered Discord says by itself that it failed. */
async function tellLimit({ lines, logger }: InteractionDeps, ticket: Ticket, told: Limited): Promise<void> {
  if (told.isKnown) return;
  await answerAtOnce(lines, ticket, renderCard(told.limited)).catch(unlessOvertaken(logger));
}

const APOLOGY = toAsker(
  say(
    'problem',
    'There is an answer, but Discord did not take it. This is a fault of the bot; whoever runs it finds it in its log.',
  ),
);

/** Where files are not allowed, or they are too large. */
const NO_FILES =
  'Discord did not take the files here. Use the command in a private talk with the bot, or ask whoever runs it for them.';

async function deliverOrApologise(
  delivery: Delivery,
  ticket: Ticket,
  how: Acknowledgement,
  reply: Reply,
): Promise<void> {
  try {
    await deliver(delivery, ticket, how, showable(delivery, reply));
  } catch (error) {
    delivery.logger.error('discord-reply-failed', describeError(error));
    if (reply.type === 'say' && reply.to === 'asker' && reply.files && isRefused(error))
      return deliver(delivery, ticket, how, toAsker(withNote(reply.card, NO_FILES)));
    if (isRejectedForm(error)) await deliver(delivery, ticket, how, APOLOGY);
  }
}

function showable({ logger }: Delivery, reply: Reply): Reply {
  try {
    if (reply.type !== 'done') renderCard(reply.card);
    return reply;
  } catch (error) {
    logger.error('discord-not-showable', describeError(error));
    return APOLOGY;
  }
}
