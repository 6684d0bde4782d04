/** Slack is lost where it takes a token no more: told once, and nothing is tried again. */
import type { webApi } from '@slack/bolt';
import type { Logger } from '../../core/ports/logger.ts';
import type { TokenRefused } from './start-error.ts';
import { createTokenCheck } from './token-check.ts';

interface LosingTools {
  readonly logger: Logger;
  readonly onLost: (error: Error) => void;
}

export interface Losing {
  /** Why Slack will not work again, once that is known. */
  readonly lost: () => TokenRefused | undefined;
  /** Ends the session and tells the program, the first time. */
  readonly lose: (why: TokenRefused) => void;
  /** Asks Slack whether the bot's token is still good, and loses Slack if not. */
  readonly onTokenDoubt: () => void;
}

/** Undefined where none was ever begun. */
export type EndSession = (why: TokenRefused) => Promise<void> | undefined;

export function createLosing(
  { logger, onLost }: LosingTools,
  asking: webApi.WebClient,
  endSession: EndSession,
): Losing {
  const botToken = createTokenCheck(asking, 'SLACK_BOT_TOKEN');
  let lost: TokenRefused | undefined;
  const end = async (why: TokenRefused) => {
    logger.error('slack-lost', { message: why.message });
    await endSession(why);
    onLost(why);
  };
  const lose = (why: TokenRefused) => {
    if (lost) return;
    lost = why;
    void end(why);
  };
  const check = async () => {
    const refused = await botToken.confirm();
    if (refused) lose(refused);
  };
  return { lost: () => lost, lose, onTokenDoubt: () => void check() };
}
