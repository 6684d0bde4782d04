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
import { createBotId } from './find.ts';
import { SLACK } from './inbound.ts';
import { EDITS } from './limits.ts';
import { listen } from './listeners.ts';
import { createPeople, type People } from './people.ts';
import { createPosting, type Posting } from './posting.ts';
import { clientOptions, createClient, type Identity, identify, type SdkSettings, sdkLog } from './sdk.ts';
import { checkSendable } from './start-error.ts';
import { createTokenCheck } from './token-check.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly appToken: string;
  /** Where the Web API is, for a compatible server; the socket's address comes from there. */
  readonly apiUrl?: string;
  readonly commands: readonly Command[];
  readonly logger: Logger;
  readonly clock: Clock;
  /**
   * Slack will never work again until a person changes something, which the message names. Called once, and never
   * for what `start` rejects with.
   */
  readonly onLost: (error: Error) => void;
}

/** Throws where Slack could not hold the commands: better at the start than at the next change of the manifest. */
export function createSlackPlatform(options: SlackOptions): Platform {
  toManifest(options.commands);
  const parts = createParts(options);
  let session: Session | undefined;
  return {
    name: platformId(SLACK),
    // Slack has nothing that tells a repeated post from a new one.
    capabilities: { namedOptions: false, repeatsSafely: false, edits: EDITS },
    start: async (bot) => {
      checkSendable('SLACK_BOT_TOKEN', options.botToken);
      checkSendable('SLACK_APP_TOKEN', options.appToken);
      session = createSession(options, parts, bot);
      await session.open();
    },
    stop: async () => session?.close(),
    connected: () => !parts.isLost() && (session?.isUp() ?? false),
    post: parts.posting.post,
    find: parts.posting.find,
    tell: parts.posting.tell,
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
  readonly isLost: () => boolean;
  /** Tells the program, the first time. */
  readonly lose: (why: Error) => void;
  /** Asks Slack whether the bot's token is still good, and tells the program if not. */
  readonly onTokenDoubt: () => void;
}

/** Two clients: one that Slack slows down holds back all its calls, and a rush of posts must not delay answers. */
function createParts(options: SlackOptions): Parts {
  const { botToken, appToken, apiUrl, logger, clock } = options;
  const log = sdkLog(logger, [botToken, appToken]);
  const settings = apiUrl === undefined ? { log } : { log, apiUrl };
  const asking = createClient(botToken, settings);
  const people = createPeople(asking, clock);
  const self = { name: 'receipts' };
  const losing = createLosing(options, asking);
  const posting = createPosting({
    posting: createClient(botToken, settings),
    botId: createBotId(asking),
    ...{ asking, people, logger, botName: () => self.name, onTokenDoubt: losing.onTokenDoubt },
  });
  return { settings, asking, people, posting, self, ...losing };
}

function createLosing(
  { logger, onLost }: SlackOptions,
  asking: webApi.WebClient,
): Pick<Parts, 'isLost' | 'lose' | 'onTokenDoubt'> {
  const botToken = createTokenCheck(asking, 'SLACK_BOT_TOKEN');
  let lost = false;
  const lose = (why: Error) => {
    if (lost) return;
    lost = true;
    logger.error('slack-lost', { message: why.message });
    onLost(why);
  };
  const check = async () => {
    const refused = await botToken.confirm();
    if (refused) lose(refused);
  };
  return { isLost: () => lost, lose, onTokenDoubt: () => void check() };
}

interface Session {
  /** Rejects where it can never work; otherwise resolves, and may go on trying. */
  open(): Promise<void>;
  isUp(): boolean;
  close(): Promise<void>;
}

function createSession(options: SlackOptions, parts: Parts, bot: Bot): Session {
  const inFlight = new Set<Promise<void>>();
  const connection: Connection = new Connection({
    ...parts.settings,
    ...{ appToken: options.appToken, logger: options.logger, clock: options.clock, onLost: parts.lose },
    prepare: () => prepare(connection, options, { ...parts, bot, inFlight }),
  });
  return {
    open: () => connection.open(),
    isUp: () => connection.isUp(),
    close: async () => {
      await connection.close();
      while (inFlight.size > 0) await Promise.allSettled(inFlight);
    },
  };
}

type Readiness = Parts & { readonly bot: Bot; readonly inFlight: Set<Promise<void>> };

/** Bolt needs to know who the bot is before it can hand anything over. */
async function prepare(
  connection: Connection,
  { botToken: token, logger, clock }: SlackOptions,
  { settings, asking, self, people, posting, bot, inFlight, onTokenDoubt }: Readiness,
): Promise<void> {
  const identity = await identify(asking);
  self.name = identity.name;
  listen(createApp(connection, { token, identity, settings }), {
    ...{ bot, people, logger, clock, inFlight, onTokenDoubt },
    originOf: (place, player, requestId) => ({
      ...{ place, player, requestId },
      manages: () => people.manages(place, player),
      mayPost: () => posting.mayPost(place),
      zone: () => people.zoneOf(player),
    }),
  });
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
