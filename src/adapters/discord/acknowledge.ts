/** The first answer to an interaction. Before it nothing else is done: after three seconds it is lost. */
import { type REST, Routes } from 'discord.js';
import type { Acknowledgement, Suggestion } from '../../core/request.ts';
import { isAlreadyAcknowledged, isUncertain } from './errors.ts';
import type { Ticket } from './inbound.ts';
import { ACKNOWLEDGE_WITHIN_MS, LIMITS } from './limits.ts';

export const EPHEMERAL = 64;

/** "The bot is thinking", for all or for one; or, for a button, nothing visible at all. */
const CALLBACK: Record<Acknowledgement, object> = {
  'to-everyone': { type: 5 },
  'to-asker': { type: 5, data: { flags: EPHEMERAL } },
  'in-place': { type: 6 },
};

/** Room for a second try within the deadline. */
const ATTEMPT_MS = ACKNOWLEDGE_WITHIN_MS / 2 - 100;

export async function acknowledge(rest: REST, ticket: Ticket, how: Acknowledgement): Promise<void> {
  try {
    await callBack(rest, ticket, CALLBACK[how]);
  } catch (error) {
    if (!isUncertain(error)) throw error;
    await callBack(rest, ticket, CALLBACK[how]).catch((second) => {
      // On a second try this says that the first one arrived; on a first, that another process has it.
      if (!isAlreadyAcknowledged(second)) throw second;
    });
  }
}

export const answerSuggest = (
  rest: REST,
  ticket: Ticket,
  suggestions: readonly Suggestion[],
): Promise<void> => callBack(rest, ticket, { type: 8, data: { choices: choicesOf(suggestions) } });

const choicesOf = (suggestions: readonly Suggestion[]) =>
  suggestions
    .map(({ name }) => name.slice(0, LIMITS.suggestions.name))
    .filter((name) => name.trim() !== '')
    .slice(0, LIMITS.suggestions.count)
    .map((name) => ({ name, value: name }));

async function callBack(rest: REST, { id, token }: Ticket, body: object): Promise<void> {
  const signal = AbortSignal.timeout(ATTEMPT_MS);
  await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
}
