/** Slack as a Platform: Bolt in Socket Mode, which needs no address that Slack can reach. */
import { App, type webApi } from '@slack/bolt';
import { platformId, workspaceOf } from '../../core/ids.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Platform } from '../../core/ports/platform.ts';
import type { Command } from '../../core/requests/command.ts';
import type { Bot } from '../../core/requests/request.ts';
import { toManifest } from './commands.ts';
import { Connection, type Self } from './connection.ts';
import { fixFor } from './fixes.ts';
import { SLACK } from './inbound.ts';
import { ACCOUNTS, EDITS } from './limits.ts';
import { listen } from './listeners.ts';
import { createLosing, type EndSession, type Losing } from './losing.ts';
import { createPeople, isDirect, type People } from './people.ts';
import { createPosting, type Posting } from './posting.ts';
import {
  clientOptions,
  createClient,
  createIdentity,
  type Identity,
  type SdkSettings,
  sdkLog,
} from './sdk.ts';
import { checkSendable, refusalOf, type TokenRefused } from './start-error.ts';

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
  let session: Session | undefined;
  const parts = createParts(options, (why) => session?.end(why));
  return {
    name: platformId(SLACK),
    // Slack has nothing that tells a repeated post from a new one.
    capabilities: {
      words: WORDS,
      namedOptions: false,
      repeatsSafely: false,
      edits: EDITS,
      accounts: ACCOUNTS,
    },
    start: async (bot) => {
      checkSendable('SLACK_BOT_TOKEN', options.botToken);
      checkSendable('SLACK_APP_TOKEN', options.appToken);
      session = createSession(options, parts, bot);
      await session.open();
    },
    stop: async () => session?.close(),
    identity: async () => whoWeAre(await parts.identity()),
    connected: () => parts.lost() === undefined && (session?.isUp() ?? false),
    connection: () => session?.connection() ?? 'not started',
    countsEverywhere: ({ channel }) => !isDirect(channel),
    isIn: async ({ workspace }) => {
      if (parts.lost()) return parts.lost()?.isRemoval ? false : undefined;
      const us = await parts.identity().catch(() => undefined);
      // Another workspace of the organisation, or one that shares a channel: nobody says.
      return us?.workspace === workspace ? true : undefined;
    },
    post: parts.posting.post,
    find: parts.posting.find,
    postsIn: parts.posting.postsIn,
    tell: parts.posting.tell,
    edit: parts.posting.edit,
  };
}

const WORDS = { name: 'Slack', managers: 'workspace admins, owners, and whoever made the channel' };

/** A bot user belongs to one app in one workspace, and is the same after the app was removed and added again. */
const whoWeAre = ({ workspace, botUserId }: Identity): string => `${workspace}/${botUserId}`;

/** What needs no connection: posting works before the start and after the stop. */
interface Parts extends Losing {
  readonly settings: SdkSettings;
  readonly identity: () => Promise<Identity>;
  readonly people: People;
  readonly posting: Posting;
  readonly asking: webApi.WebClient;
  /** The bot's own name, as soon as Slack has told it. */
  readonly self: Self;
}

/** Two clients: one that Slack slows down holds back all its calls, and a rush of posts must not delay answers. */
function createParts(options: SlackOptions, endSession: EndSession): Parts {
  const { botToken, appToken, apiUrl, logger, clock } = options;
  const log = sdkLog(logger, [botToken, appToken]);
  const settings = apiUrl === undefined ? { log } : { log, apiUrl };
  const asking = createClient(botToken, settings);
  const identity = createIdentity(asking);
  const self: Self = { name: 'receipts' };
  const botName = () => self.name;
  const people = createPeople({ client: asking, clock, logger, identity, botName });
  const losing = createLosing(options, asking, endSession);
  const posting = createPosting({
    posting: createClient(botToken, settings),
    isGone: () => losing.lost()?.isRemoval === true,
    ...{ asking, identity, people, logger, clock, botName, onTokenDoubt: losing.onTokenDoubt },
  });
  return { settings, identity, people, posting, asking, self, ...losing };
}

interface Session {
  /** Rejects where it can never work; otherwise resolves, and may go on trying. */
  open(): Promise<void>;
  isUp(): boolean;
  /** In words. */
  connection(): string;
  /** Slack is lost: nothing is asked of it any more. What went on in a workspace that is gone ends. Never rejects. */
  end(why: TokenRefused): Promise<void>;
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
    connection: () => connection.words(parts.self),
    end: async ({ isRemoval }) => {
      await Promise.allSettled([connection.close(), isRemoval ? endWorkspace(parts, bot) : undefined]);
    },
    close: async () => {
      await connection.close();
      while (inFlight.size > 0) await Promise.allSettled(inFlight);
    },
  };
}

/** Where Slack never told which workspace it is, nothing was begun there. */
async function endWorkspace({ identity, self }: Parts, bot: Bot): Promise<void> {
  const us = await identity().catch(() => undefined);
  if (us)
    await bot.removed(workspaceOf(SLACK, us.workspace), fixFor({ code: 'account_inactive' }, self.name));
}

type Readiness = Parts & { readonly bot: Bot; readonly inFlight: Set<Promise<void>> };

/** Bolt needs to know who the bot is before it can hand anything over. */
async function prepare(
  connection: Connection,
  { botToken: token, apiUrl, logger, clock }: SlackOptions,
  { settings, identity: ask, self, people, posting, asking: client, bot, inFlight, onTokenDoubt }: Readiness,
): Promise<void> {
  const identity = await ask().catch((error: unknown) => {
    throw refusalOf('SLACK_BOT_TOKEN', error);
  });
  self.name = identity.name;
  self.team = identity.team;
  listen(createApp(connection, { token, identity, settings }), {
    ...{ bot, people, client, logger, clock, apiUrl, inFlight, onTokenDoubt },
    originOf: (place, player, requestId, isGroup) => ({
      ...{ place, player, requestId },
      manages: () => people.manages(place, player),
      mayPost: () => posting.mayPost(place, isGroup),
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
