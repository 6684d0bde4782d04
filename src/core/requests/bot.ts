/**
 * From a request to a reply: finds the command or decodes the button, runs it, and is the one place where a
 * fault becomes a kind answer.
 */
import { say } from '../cards/card.ts';
import { Fault } from '../errors.ts';
import { asOfNow } from '../knowledge.ts';
import { leaveWorkspace, movePlace } from '../places.ts';
import { bounded } from './bounds.ts';
import { actionNamed, type CommandServices } from './command.ts';
import { findAction } from './find-action.ts';
import type { Limited } from './limits.ts';
import { acknowledgementOf, atPace, isAnswer, isRepeatable, type Pressed, press } from './press.ts';
import { readNamed, readWords } from './read-args.ts';
import {
  type Acknowledgement,
  type Bot,
  type CommandRequest,
  type Permission,
  type Reply,
  type Request,
  type Suggestion,
  type SuggestRequest,
  toAsker,
} from './request.ts';
import { decodeToken } from './token.ts';

export function createBot(services: CommandServices): Bot {
  return {
    acknowledgement: (sent) => {
      const request = bounded(sent);
      return admit(services, request) ?? acknowledge(services, request);
    },
    handle: (sent) => {
      const request = bounded(sent);
      return guard(services, request, () => once(asOfNow(services), request));
    },
    suggest: async (request) => {
      if (services.limits.take('proposed', request)) return [];
      try {
        services.logger.debug('request-handled', { platform: request.place.platform, what: 'suggest' });
        return await suggest(asOfNow(services), request);
      } catch (error) {
        services.logger.error('suggest-failed', { error });
        return [];
      }
    },
    placeMoved: (from, to) => movePlace(services, from, to),
    removed: async (from, reason) => {
      try {
        await leaveWorkspace(asOfNow(services), from, reason);
      } catch (error) {
        services.logger.error('workspace-not-stopped', { ...from, error });
      }
    },
  };
}

function admit({ limits, logger }: CommandServices, request: Request): Limited | undefined {
  const asked = askedBy(request);
  const doing = asked && 'do' in asked && isAnswer(asked) ? 'answered' : 'asked';
  const limited = limits.take(doing, request.origin);
  if (limited && !limited.isKnown)
    logger.info('limit-met', { platform: request.origin.place.platform, doing, of: limited.of });
  return limited;
}

function acknowledge({ commands }: CommandServices, request: Request): Acknowledgement {
  const asked = askedBy(request);
  if (!asked || 'do' in asked) return asked ? acknowledgementOf(asked) : 'to-asker';
  const called = findAction(commands, asked);
  return 'action' in called && called.action.audience === 'everyone' ? 'to-everyone' : 'to-asker';
}

/** A command, also where a button stands for one; or what else the button does; undefined for one that is not ours. */
function askedBy(request: Request): CommandRequest | Pressed | undefined {
  if (request.kind === 'command') return request;
  const token = decodeToken(request.token);
  if (token?.do !== 'type') return token;
  const { command, words } = token;
  return { kind: 'command', origin: request.origin, command, input: { words } };
}

async function guard(
  { logger, random }: CommandServices,
  request: Request,
  run: () => Promise<Reply | undefined>,
): Promise<Reply | undefined> {
  const what = request.kind === 'command' ? request.command : 'press';
  const handled = () => logger.debug('request-handled', { platform: request.origin.place.platform, what });
  try {
    const reply = await run();
    if (reply) handled();
    return reply;
  } catch (error) {
    handled();
    const code = error instanceof Fault ? error.code : 'UNEXPECTED';
    const incident = random.id();
    logger.error('request-failed', { code, incident, what, error });
    return toAsker(
      say(
        'problem',
        'Something broke on our side; nothing you did is lost. Please try again in a minute. If it stays, tell whoever runs the bot this code: ',
        { code: `${code} ${incident}` },
      ),
    );
  }
}

/**
 * A platform may deliver one request several times, also to several processes: the first to take it answers it. It is
 * taken before anything is done, so where the first dies in between, its answer is lost rather than a quiz doubled.
 */
async function once(services: CommandServices, request: Request): Promise<Reply | undefined> {
  const { store, clock, logger } = services;
  const { place, requestId } = request.origin;
  if (isSafeToRepeat(request) || (await store.takeRequest(place.platform, requestId, clock.now())))
    return dispatch(services, request);
  logger.info('request-delivered-again', { platform: place.platform });
  return undefined;
}

function isSafeToRepeat(request: Request): boolean {
  const asked = askedBy(request);
  return asked !== undefined && 'do' in asked && isRepeatable(asked);
}

async function dispatch(services: CommandServices, request: Request): Promise<Reply> {
  const { origin } = request;
  const asked = askedBy(request);
  if (!asked) return toAsker(FOREIGN);
  if ('do' in asked) return press(services, origin, asked);
  if (request.kind === 'command') return runLine(services, asked);
  return atPace(
    services,
    origin,
    isForManagers(services, asked) ? toAsker(FOREIGN) : await runLine(services, asked),
  );
}

const FOREIGN = say(
  'problem',
  'This button is from an older version of the bot, or not from it at all. Type /help for what works now.',
);

/** No card offers such a button, and platforms ask less of who presses than of who types. */
function isForManagers({ commands }: CommandServices, request: CommandRequest): boolean {
  const called = findAction(commands, request);
  return 'action' in called && called.command.managersOnly && !called.action.forEveryone;
}

async function runLine(services: CommandServices, request: CommandRequest): Promise<Reply> {
  const called = findAction(services.commands, request);
  if ('problem' in called) return toAsker(say('problem', called.problem));
  const { command, action, input } = called;
  const managing: Permission =
    command.managersOnly && !action.forEveryone ? await request.origin.manages() : { ok: true };
  if (!managing.ok) return toAsker(say('problem', managing.fix));
  const read =
    'named' in input
      ? readNamed(action.options, input.named)
      : readWords(action.options, input.words, action.wanted, services.library);
  if (!read.ok) return toAsker(say('problem', read.problem));
  return action.run({ origin: request.origin, args: read.args, services });
}

/** A platform may send longer words than it was told to take, and each costs time that others wait. */
async function suggest(services: CommandServices, request: SuggestRequest): Promise<readonly Suggestion[]> {
  const command = services.commands.find(({ name }) => name === request.command);
  const option = command && actionNamed(command, request.subcommand)?.options[request.option];
  if (option?.kind !== 'text' || !option.suggest) return [];
  const typed = request.typed.slice(0, option.maxLength);
  return (await option.suggest(typed, services, request)).slice(0, 25);
}
