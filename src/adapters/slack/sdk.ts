/** How this program uses the SDK: its clients and its logger, with the defaults that would hurt us changed. */
import { LogLevel, type Logger as SdkLogger, webApi } from '@slack/bolt';
import type { Logger } from '../../core/ports/logger.ts';
import { wrongToken } from './start-error.ts';

export interface SdkSettings {
  readonly apiUrl?: string;
  readonly log: SdkLogger;
}

/**
 * A new object each time: the SDK writes into the options it is given. By default it would repeat a post up to
 * ten times within half an hour, wait for ever, and hold back every call of a client for one that is limited.
 */
export const clientOptions = ({ apiUrl, log }: SdkSettings): webApi.WebClientOptions => ({
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  retryConfig: { retries: 0 },
  timeout: 10_000,
  rejectRateLimitedCalls: true,
  logger: log,
});

export const createClient = (token: string, settings: SdkSettings): webApi.WebClient =>
  new webApi.WebClient(token, clientOptions(settings));

/** Only what went wrong is passed on, as a field, with the tokens taken out. */
export function sdkLog(logger: Logger, secrets: readonly string[]): SdkLogger {
  const message = (parts: unknown[]) =>
    secrets
      .filter(Boolean)
      .reduce((text, secret) => text.replaceAll(secret.trim(), '…'), parts.map(String).join(' '));
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => logger.warn('slack-sdk', { message: message(parts) }),
    error: (...parts) => logger.error('slack-sdk', { message: message(parts) }),
    getLevel: () => LogLevel.WARN,
    setLevel: () => {},
    setName: () => {},
  };
}

export interface Identity {
  /** How Slack names the bot as an author, as a member and as an app; the last one not everywhere. */
  readonly botId: string;
  readonly botUserId: string;
  readonly appId: string | undefined;
  /** The one workspace that the token belongs to. */
  readonly workspace: string;
  /** What the workspace is called. */
  readonly team: string;
  /** What people type behind an @. */
  readonly name: string;
}

/**
 * Who the bot is: asked once, before anything else, which proves the token as well, and spares Bolt asking on every
 * request. A failure is not kept.
 */
export function createIdentity(client: webApi.WebClient): () => Promise<Identity> {
  let known: Identity | undefined;
  return async () => {
    known ??= toIdentity(await client.auth.test());
    return known;
  };
}

function toIdentity(answer: webApi.AuthTestResponse): Identity {
  const { bot_id: botId, user_id: botUserId, team_id: workspace, user: name, app_id: appId } = answer;
  const { team = workspace ?? '' } = answer;
  if (!botId || !botUserId || !workspace || !name) throw wrongToken('SLACK_BOT_TOKEN', 'not_a_bot_token');
  return { botId, botUserId, workspace, team, name, appId };
}
