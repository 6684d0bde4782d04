/** The first answer to an interaction. Before it nothing else is done: after three seconds it is lost. */
import { type REST, Routes } from 'discord.js';
import type { Acknowledgement, Suggestion } from '../../core/requests/request.ts';
import { isAlreadyAcknowledged, isUncertain, isUnknownWebhook } from './errors.ts';
import type { Ticket } from './inbound.ts';
import { ACKNOWLEDGE_WITHIN_MS, LIMITS } from './limits.ts';
import type { DiscordMessage } from './render.ts';
import type { AnswerLines } from './rest.ts';

export const EPHEMERAL = 64;

/** "The bot is thinking", for all or for one; or, for a button, nothing visible at all. */
const CALLBACK: Record<Acknowledgement, object> = {
  'to-everyone': { type: 5 },
  'to-asker': { type: 5, data: { flags: EPHEMERAL } },
  'in-place': { type: 6 },
};

/** Room for a second try within the deadline. */
const ATTEMPT_MS = ACKNOWLEDGE_WITHIN_MS / 2 - 100;

/**
 * False where another process has taken the interaction: Discord sends it to all of a bot's. A second try does not
 * tell that from a first one which arrived; it goes out on a connection of its own, because the others may all be
 * dead without a word.
 */
export async function acknowledge(
  lines: AnswerLines,
  ticket: Ticket,
  how: Acknowledgement,
): Promise<boolean> {
  try {
    await callBack(lines.usual, ticket, CALLBACK[how]);
    return true;
  } catch (error) {
    if (isAlreadyAcknowledged(error)) return false;
    if (!isUncertain(error)) throw error;
  }
  await callBack(lines.fresh, ticket, CALLBACK[how]).catch(async (second) => {
    if (isAlreadyAcknowledged(second)) return;
    if (!isUncertain(second) || !(await mayStand(lines.fresh, ticket))) throw second;
  });
  return true;
}

/** Whether one of two unconfirmed tries may have arrived: only then does Discord know the interaction's webhook. */
async function mayStand(rest: REST, { applicationId, token }: Ticket): Promise<boolean> {
  try {
    await rest.get(Routes.webhookMessage(applicationId, token, '@original'), { auth: false });
    return true;
  } catch (error) {
    return !isUnknownWebhook(error);
  }
}

export const answerSuggest = (
  { usual }: AnswerLines,
  ticket: CallbackTicket,
  suggestions: readonly Suggestion[],
): Promise<void> => callBack(usual, ticket, { type: 8, data: { choices: choicesOf(suggestions) } });

/** Acknowledgement and answer in one, for one person's eyes. */
export const answerAtOnce = ({ usual }: AnswerLines, ticket: CallbackTicket, message: DiscordMessage) =>
  callBack(usual, ticket, { type: 4, data: { ...message, flags: EPHEMERAL } });

const choicesOf = (suggestions: readonly Suggestion[]) =>
  suggestions
    .map(({ name }) => name.slice(0, LIMITS.suggestions.name))
    .filter((name) => name.trim() !== '')
    .slice(0, LIMITS.suggestions.count)
    .map((name) => ({ name, value: name }));

type CallbackTicket = Pick<Ticket, 'id' | 'token'>;

async function callBack(rest: REST, { id, token }: CallbackTicket, body: object): Promise<void> {
  const signal = AbortSignal.timeout(ATTEMPT_MS);
  await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
}
