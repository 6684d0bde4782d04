/** Why the bot cannot work at Slack, in words for whoever set it up. Never with the token, nor with what Slack quoted of it. */
import { faultOf, isTokenRefused } from './errors.ts';
import { removalOf } from './fixes.ts';

export type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const EXPECTED: Readonly<Record<TokenSetting, string>> = {
  SLACK_BOT_TOKEN: 'the “Bot User OAuth Token” of the app, which begins with xoxb-',
  SLACK_APP_TOKEN:
    'an “App-Level Token” of the app with the scope connections:write, which begins with xapp-',
};

/** Slack takes this token no more, whatever is tried. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  /** Whether the app was taken out of its workspace, and not just the token is of no use. */
  readonly isRemoval: boolean;

  constructor(message: string, { isRemoval }: { readonly isRemoval: boolean }) {
    super(message);
    this.isRemoval = isRemoval;
  }
}

/** As `error` was, unless it says that the token is of no use. */
export function refusalOf(setting: TokenSetting, error: unknown): unknown {
  const fault = faultOf(error);
  return isTokenRefused(fault) ? wrongToken(setting, fault.code) : error;
}

/** No `cause`: the network layer quotes a header that it refuses, and the header is the token. */
export function wrongToken(setting: TokenSetting, code: string): TokenRefused {
  const cause = setting === 'SLACK_BOT_TOKEN' ? removalOf(code) : undefined;
  return cause === undefined
    ? new TokenRefused(`Slack does not accept ${setting} (${code}). It must be ${EXPECTED[setting]}.`, {
        isRemoval: false,
      })
    : new TokenRefused(`${cause} (${code}). ${REINSTALL}`, { isRemoval: true });
}

const REINSTALL =
  'To go on there, install the app again at api.slack.com/apps → your app → Install App, put the new “Bot User OAuth Token” into SLACK_BOT_TOKEN, and start Receipts again.';

/** With any other character it cannot even be sent, which would look like a bad line. */
export function checkSendable(setting: TokenSetting, token: string): void {
  if (token.trim() === '') throw wrongToken(setting, 'empty');
  if (!/^[\x21-\x7e]+$/.test(token.trim())) throw wrongToken(setting, 'with characters that no token has');
}
