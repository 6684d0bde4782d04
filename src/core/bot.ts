/**
 * From a request to a reply: finds the command or decodes the button, runs it, and is the one place where a
 * fault becomes a kind answer.
 */
import { say } from './card.ts';
import { type Action, actionNamed, type Command } from './command.ts';
import { Fault } from './errors.ts';
import { leaveWorkspace, movePlace } from './places.ts';
import { acknowledgementOf, isRepeatable, press } from './press.ts';
import { quote, readNamed, readWords } from './read-args.ts';
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
import type { Services } from './services.ts';
import { decodeToken } from './token.ts';

export function createBot(services: Services): Bot {
  return {
    acknowledgement: (request) => acknowledge(services, request),
    handle: (request) => guard(services, request, () => once(services, request)),
    suggest: async (request) => {
      try {
        return await suggest(services, request);
      } catch (error) {
        services.logger.error('suggest-failed', { error });
        return [];
      }
    },
    placeMoved: (from, to) => movePlace(services, from, to),
    removed: async (from, reason) => {
      try {
        await leaveWorkspace(services, from, reason);
      } catch (error) {
        services.logger.error('workspace-not-stopped', { ...from, error });
      }
    },
  };
}

function acknowledge({ commands }: Services, request: Request): Acknowledgement {
  if (request.kind === 'press') {
    const token = decodeToken(request.token);
    return token ? acknowledgementOf(token) : 'to-asker';
  }
  const called = findAction(commands, request);
  return 'action' in called && called.action.audience === 'everyone' ? 'to-everyone' : 'to-asker';
}

async function guard(
  { logger, random }: Services,
  request: Request,
  run: () => Promise<Reply | undefined>,
): Promise<Reply | undefined> {
  try {
    return await run();
  } catch (error) {
    const code = error instanceof Fault ? error.code : 'UNEXPECTED';
    const incident = random.id();
    const what = request.kind === 'command' ? request.command : 'press';
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
async function once(services: Services, request: Request): Promise<Reply | undefined> {
  const { store, clock, logger } = services;
  const { place, requestId } = request.origin;
  if (isSafeToRepeat(request) || (await store.takeRequest(place.platform, requestId, clock.now())))
    return dispatch(services, request);
  logger.info('request-delivered-again', { platform: place.platform });
  return undefined;
}

function isSafeToRepeat(request: Request): boolean {
  const token = request.kind === 'press' ? decodeToken(request.token) : undefined;
  return token !== undefined && isRepeatable(token);
}

async function dispatch(services: Services, request: Request): Promise<Reply> {
  if (request.kind === 'press') {
    const token = decodeToken(request.token);
    return token
      ? press(services, request.origin, token)
      : toAsker(
          say(
            'problem',
            'This button is from an older version of the bot, or not from it at all. Type /help for what works now.',
          ),
        );
  }
  const called = findAction(services.commands, request);
  if ('problem' in called) return toAsker(say('problem', called.problem));
  const { command, action, input } = called;
  const managing: Permission =
    command.managersOnly && !action.forEveryone ? await request.origin.manages() : { ok: true };
  if (!managing.ok) return toAsker(say('problem', managing.fix));
  const read =
    'named' in input ? readNamed(action.options, input.named) : readWords(action.options, input.words);
  if (!read.ok) return toAsker(say('problem', read.problem));
  return action.run({ origin: request.origin, args: read.args, services });
}

/** "/fact help" and the like, which people try where commands are lines of words. */
const asksForHelp = ({ input }: CommandRequest): boolean =>
  'words' in input && /^help$/i.test(input.words.trim());

type Called =
  | { readonly command: Command; readonly action: Action; readonly input: CommandRequest['input'] }
  | { readonly problem: string };

/** On platforms that send a line of words, the first word is the subcommand. */
function findAction(commands: readonly Command[], request: CommandRequest): Called {
  const wanted = asksForHelp(request) ? 'help' : request.command;
  const command = commands.find(({ name }) => name === wanted);
  if (!command)
    return { problem: `There is no command /${quote(request.command)}. Type /help for those there are.` };
  if ('sole' in command.actions)
    return {
      command,
      action: command.actions.sole,
      input: asksForHelp(request) ? { words: '' } : request.input,
    };
  const [first = '', rest = ''] =
    'words' in request.input ? splitFirst(request.input.words) : [request.subcommand, ''];
  const action = actionNamed(command, first.toLowerCase());
  const names = Object.keys(command.actions.subcommands);
  if (!action)
    return {
      problem: `/${command.name} needs one of these words behind it: ${names.join(', ')}. Type /help for what each does.`,
    };
  return { command, action, input: 'words' in request.input ? { words: rest } : request.input };
}

function splitFirst(line: string): [string, string] {
  const trimmed = line.trim();
  const at = trimmed.search(/\s/);
  return at === -1 ? [trimmed, ''] : [trimmed.slice(0, at), trimmed.slice(at)];
}

/** A platform may send longer words than it was told to take, and each costs time that others wait. */
async function suggest(services: Services, request: SuggestRequest): Promise<readonly Suggestion[]> {
  const command = services.commands.find(({ name }) => name === request.command);
  const option = command && actionNamed(command, request.subcommand)?.options[request.option];
  if (option?.kind !== 'text' || !option.suggest) return [];
  const typed = request.typed.slice(0, option.maxLength);
  return (await option.suggest(typed, services, request)).slice(0, 25);
}
