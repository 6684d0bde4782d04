/** Why the bot cannot start, in words for whoever set it up. Never with the token, nor with what Slack quoted of it. */
import { faultOf, isTokenRefused } from './errors.ts';

export type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const EXPECTED: Readonly<Record<TokenSetting, string>> = {
  SLACK_BOT_TOKEN: 'the “Bot User OAuth Token” of the app, which begins with xoxb-',
  SLACK_APP_TOKEN:
    'an “App-Level Token” of the app with the scope connections:write, which begins with xapp-',
};

/** No `cause`: the network layer quotes a header that it refuses, and the header is the token. */
export function startError(setting: TokenSetting, error: unknown): Error {
  const fault = faultOf(error);
  return isTokenRefused(fault)
    ? wrongToken(setting, fault.code)
    : new Error(
        `Slack did not answer while ${setting} was checked (${fault.code}). Is it reachable from here?`,
      );
}

export const wrongToken = (setting: TokenSetting, code: string): Error =>
  new Error(`Slack does not accept ${setting} (${code}). It must be ${EXPECTED[setting]}.`);
