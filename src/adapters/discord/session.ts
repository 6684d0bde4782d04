/** From the start to the stop: a connection that is tried for until it stands, and watched from then on. */
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import { notConnected } from '../../core/ports/platform.ts';
import type { Command } from '../../core/requests/command.ts';
import { describeError } from './errors.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { keepTrying, type Trying } from './keep-trying.ts';
import { inviteLink } from './permissions.ts';
import { foreignEndpoint, registerCommands } from './register.ts';
import { isFinal, startError, withoutToken, wrongToken } from './start-error.ts';

export interface SessionOptions {
  readonly token: string;
  readonly apiUrl?: string;
  readonly commands: readonly Command[];
  readonly logger: Logger;
  readonly clock: Clock;
  /** Gets each raw interaction; must not throw. */
  readonly onInteraction: (payload: unknown) => void;
  /** The connection was made and is gone for good, or never can be made. Already in words for the operator. */
  readonly onLost: (why: Error) => void;
}

export interface Session {
  /** Rejects where it can never work; otherwise resolves, and may go on trying. */
  start(): Promise<void>;
  isConnected(): boolean;
  /** In words. */
  connection(): string;
  close(): Promise<void>;
}

/** With any other character a token cannot even be sent, which would look like a bad line. */
const SENDABLE = /^[\x21-\x7e]+$/;

export function createSession(options: SessionOptions): Session {
  const tries: Trying[] = [];
  let gateway: Gateway | undefined;
  let againAt = 0;
  const onWait = (waitMs: number) => {
    againAt = options.clock.now() + waitMs;
  };
  const begin: Begin = async (event, attempt) => {
    const trying = keepTrying({ ...planFor(event, options, onWait), attempt });
    tries.push(trying);
    await trying.judged;
  };
  // A client that failed once stays destroyed, so each attempt has a new one.
  const attempt = () => {
    gateway = createGateway(options);
    return connect(gateway, options, begin);
  };
  return {
    start: async () => {
      if (!SENDABLE.test(options.token)) throw wrongToken();
      await begin('discord-not-connected', attempt).catch(fail(options.token));
    },
    isConnected: () => gateway?.isConnected() ?? false,
    connection: () =>
      gateway?.isConnected() ? asWhom(gateway) : notConnected(againAt - options.clock.now()),
    close: async () => {
      for (const trying of tries) trying.stop();
      await gateway?.close();
    },
  };
}

/** Tries for something until it is done; the event is logged whenever that fails. */
type Begin = (event: string, attempt: () => Promise<void>) => Promise<void>;

const asWhom = ({ client }: Gateway): string => {
  const servers = client.guilds.cache.size;
  return `connected as ${client.user?.tag}, ${servers === 1 ? 'one server' : `${servers} servers`}`;
};

const fail = (token: string) => (error: unknown) => Promise.reject(startError(error, token));

async function connect(gateway: Gateway, options: SessionOptions, begin: Begin): Promise<void> {
  const { token, onLost } = options;
  await gateway.connect(token);
  gateway.lost.catch((why) => onLost(startError(why, token)));
  try {
    await begin('discord-commands-not-registered', () => register(gateway, options));
  } catch (error) {
    await gateway.close();
    throw error;
  }
}

const planFor = (
  event: string,
  { token, logger, clock, onLost }: SessionOptions,
  onWait: (waitMs: number) => void,
) => ({
  clock,
  isFinal,
  onFailure: (error: unknown, waitMs: number) => {
    onWait(waitMs);
    const { message, ...fields } = describeError(error);
    logger.warn(event, { ...fields, message: withoutToken(String(message), token), waitMs });
  },
  onFinal: (error: unknown) => {
    const why = startError(error, token);
    logger.error('discord-cannot-start', { message: why.message });
    onLost(why);
  },
});

/** Where this fails for a while the bot works nevertheless: yesterday's commands still stand. */
async function register({ client }: Gateway, { commands, logger }: SessionOptions): Promise<void> {
  const id = client.application?.id ?? '';
  logger.info('discord-invite', { applicationId: id, link: inviteLink(id) });
  const link = await foreignEndpoint(client.rest);
  if (link !== undefined) logger.warn('discord-endpoint-elsewhere', { link, message: DEAF });
  logger.info('discord-commands', { ...(await registerCommands(client.rest, id, commands)) });
}

const DEAF =
  'Discord sends commands and presses to this address and none to this bot. Empty “Interactions Endpoint URL” at https://discord.com/developers/applications → your application → General Information.';
