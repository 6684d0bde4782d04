/** How this program uses the SDK: its clients and its logger, with the defaults that would hurt us changed. */
import { LogLevel, type Logger as SdkLogger, webApi } from '@slack/bolt';
import type { Logger } from '../../core/logger.ts';
import { refusalOf, wrongToken } from './start-error.ts';

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
  readonly botId: string;
  readonly botUserId: string;
  /** What people type behind an @. */
  readonly name: string;
}

/** Asked once, before anything else: proves the token, and spares Bolt asking on every request. */
export async function identify(client: webApi.WebClient): Promise<Identity> {
  const answer = await client.auth.test().catch((error: unknown) => {
    throw refusalOf('SLACK_BOT_TOKEN', error);
  });
  const { bot_id: botId, user_id: botUserId, user: name } = answer;
  if (!botId || !botUserId || !name) throw wrongToken('SLACK_BOT_TOKEN', 'not_a_bot_token');
  return { botId, botUserId, name };
}
