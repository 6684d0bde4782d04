/** Why the bot cannot work at Discord, in words for whoever set it up. Never with the token. */
import { describeError, isRejectedForm, isWrongToken } from './errors.ts';

/** Discord takes no further connection of this bot. */
export class ClosedForGood extends Error {
  override readonly name = 'ClosedForGood';
}

/** Whether no later try can end better, unless a person changes something. Anything else may pass. */
export const isFinal = (error: unknown): boolean =>
  error instanceof ClosedForGood || isWrongToken(error) || isRejectedForm(error);

/** No `cause`: what the network layer quotes of a request may hold the token. */
export function startError(error: unknown, token: string): Error {
  if (error instanceof ClosedForGood) return error;
  if (isWrongToken(error)) return wrongToken();
  const { error: name, message } = describeError(error);
  const reason = withoutToken(`${name}: ${message}`, token);
  return isRejectedForm(error)
    ? new Error(`Discord does not take the commands as they are defined in commands/registry.ts. ${reason}`)
    : new Error(`The bot could not start at Discord. Is it reachable from here? ${reason}`);
}

export const withoutToken = (text: string, token: string): string =>
  token === '' ? text : text.replaceAll(token, '[DISCORD_TOKEN]');

const WRONG_TOKEN =
  'Discord does not accept DISCORD_TOKEN. Copy it from https://discord.com/developers/applications → your application → Bot → Reset Token.';

export const wrongToken = (): Error => new Error(WRONG_TOKEN);

const AUTHENTICATION_FAILED = 4004;

/** For those that a person can do something about, what that is. */
const REMEDIES: ReadonlyMap<number, string> = new Map([
  [4011, 'Start the bot again: it has outgrown its connections, which are counted at the start.'],
  [4013, 'Update the bot: it asks for events that Discord does not know.'],
  [
    4014,
    'Check that DISCORD_TOKEN belongs to this bot, and what is switched on at https://discord.com/developers/applications → your application → Bot → Privileged Gateway Intents.',
  ],
]);

const OTHERWISE =
  'Check that DISCORD_TOKEN belongs to this bot and that the bot is up to date: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes';

/** For a close code after which Discord takes no further connection. */
export const closedForGood = (code: number): ClosedForGood =>
  new ClosedForGood(
    code === AUTHENTICATION_FAILED
      ? WRONG_TOKEN
      : `Discord closed the connection for good with code ${code}. ${REMEDIES.get(code) ?? OTHERWISE}`,
  );
