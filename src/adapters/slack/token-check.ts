/**
 * Slack says invalid_auth of a good token, too, to an address that an allow list keeps out for a moment. So before
 * the program is ended over it, Slack is asked about the token itself.
 */
import type { webApi } from '@slack/bolt';
import { faultOf, isTokenDead } from './errors.ts';
import { type TokenRefused, type TokenSetting, wrongToken } from './start-error.ts';

export interface TokenCheck {
  /** Undefined where the token is good, or where Slack does not say. */
  confirm(): Promise<TokenRefused | undefined>;
}

/** A rush of refused posts asks once. */
export function createTokenCheck(client: webApi.WebClient, setting: TokenSetting): TokenCheck {
  let asked: Promise<TokenRefused | undefined> | undefined;
  const ask = async () => {
    try {
      await client.auth.test();
      return undefined;
    } catch (error) {
      const fault = faultOf(error);
      return isTokenDead(fault) ? wrongToken(setting, fault.code) : undefined;
    } finally {
      asked = undefined;
    }
  };
  return {
    confirm: () => {
      asked ??= ask();
      return asked;
    },
  };
}
