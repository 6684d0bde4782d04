/** Why the bot cannot start, in words for whoever set it up. Never with the token. */
import { describeError, isWrongToken } from './errors.ts';

/** No `cause`: what the network layer quotes of a request may hold the token. */
export function startError(error: unknown, token: string): Error {
  if (isWrongToken(error)) return wrongToken();
  const { error: name, message } = describeError(error);
  const reason = `${name}: ${message}`.replaceAll(token, '[DISCORD_TOKEN]');
  return new Error(`The bot could not start at Discord. Is it reachable from here? ${reason}`);
}

const wrongToken = (): Error =>
  new Error(
    'Discord does not accept DISCORD_TOKEN. Copy it from https://discord.com/developers/applications → your application → Bot → Reset Token.',
  );

const AUTHENTICATION_FAILED = 4004;

/** For a close code after which Discord takes no further connection. */
export const closedForGood = (code: number): Error =>
  code === AUTHENTICATION_FAILED
    ? wrongToken()
    : new Error(
        `Discord closed the connection for good with code ${code}: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes`,
      );
