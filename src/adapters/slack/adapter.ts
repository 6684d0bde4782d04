/** Slack as a Platform: Bolt in Socket Mode, which needs no address that Slack can reach. */
import { App, type webApi } from '@slack/bolt';
import type { Clock } from '../../core/clock.ts';
import type { Command } from '../../core/command.ts';
import { platformId } from '../../core/ids.ts';
import type { Logger } from '../../core/logger.ts';
import type { Platform } from '../../core/platform.ts';
import type { Bot } from '../../core/request.ts';
import { toManifest } from './commands.ts';
import { Connection } from './connection.ts';
import { SLACK } from './inbound.ts';
import { listen } from './listeners.ts';
import { createPeople, type People } from './people.ts';
import { createPosting, type Posting } from './posting.ts';
import { clientOptions, createClient, type Identity, identify, type SdkSettings, sdkLog } from './sdk.ts';
import { wrongToken } from './start-error.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly appToken: string;
  /** Where the Web API is, for a compatible server; the socket's address comes from there. */
  readonly apiUrl?: string;
  readonly commands: readonly Command[];
  readonly logger: Logger;
  readonly clock: Clock;
}

/** Throws where Slack could not hold the commands: better at the start than at the next change of the manifest. */
export function createSlackPlatform(options: SlackOptions): Platform {
  toManifest(options.commands);
  const parts = createParts(options);
  let session: Session | undefined;
  return {
    name: platformId(SLACK),
    // Slack has nothing that tells a repeated post from a new one.
    capabilities: { namedOptions: false, repeatsSafely: false },
    start: async (bot) => {
      session = await openSession(options, parts, bot);
    },
    stop: async () => session?.close(),
    connected: () => session?.isUp() ?? false,
    post: parts.posting.post,
    edit: parts.posting.edit,
  };
}

/** What needs no connection: posting works before the start and after the stop. */
interface Parts {
  readonly settings: SdkSettings;
  readonly asking: webApi.WebClient;
  readonly people: People;
  readonly posting: Posting;
  /** The bot's own name, as soon as Slack has told it. */
  readonly self: { name: string };
}

/** Two clients: one that Slack slows down holds back all its calls, and a rush of posts must not delay answers. */
function createParts({ botToken, appToken, apiUrl, logger, clock }: SlackOptions): Parts {
  const log = sdkLog(logger, [botToken, appToken]);
  const settings = apiUrl === undefined ? { log } : { log, apiUrl };
  const asking = createClient(botToken, settings);
  const people = createPeople(asking, clock);
  const self = { name: 'receipts' };
  const botName = () => self.name;
  const posting = createPosting({
    posting: createClient(botToken, settings),
    asking,
    people,
    logger,
    botName,
  });
  return { settings, asking, people, posting, self };
}

interface Session {
  isUp(): boolean;
  close(): Promise<void>;
}

async function openSession(options: SlackOptions, parts: Parts, bot: Bot): Promise<Session> {
  const { appToken, logger, clock } = options;
  const { settings, people, posting, self } = parts;
  if (appToken.trim() === '') throw wrongToken('SLACK_APP_TOKEN', 'empty');
  const identity = await identify(parts.asking);
  self.name = identity.name;
  const connection = new Connection({ ...settings, appToken, logger, clock });
  const inFlight = new Set<Promise<void>>();
  listen(createApp(connection, { token: options.botToken, identity, settings }), {
    ...{ bot, people, logger, inFlight },
    originOf: (place, player) => ({
      ...{ place, player },
      manages: () => people.manages(place, player),
      mayPost: () => posting.mayPost(place),
    }),
  });
  await connection.open();
  const close = async () => {
    await connection.close();
    while (inFlight.size > 0) await Promise.allSettled(inFlight);
  };
  return { isUp: () => connection.isUp(), close };
}

interface AppSettings {
  readonly token: string;
  readonly identity: Identity;
  readonly settings: SdkSettings;
}

/**
 * The token was proved by `identify`, so Bolt need not; without both ids it would ask Slack on every request.
 * Nothing is kept about conversations.
 */
const createApp = ({ receiver }: Connection, { token, identity, settings }: AppSettings): App =>
  new App({
    token,
    botId: identity.botId,
    botUserId: identity.botUserId,
    tokenVerificationEnabled: false,
    receiver,
    socketMode: true,
    convoStore: false,
    logger: settings.log,
    clientOptions: clientOptions(settings),
  });
