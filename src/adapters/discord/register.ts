/** Brings what is registered at Discord in line with our commands, and says what that changed. */
import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Command } from '../../core/requests/command.ts';
import { type CommandDiff, diffCommands, entryPoints, toApplicationCommands } from './commands.ts';
import { inviteLink } from './permissions.ts';
import { restOptions } from './rest.ts';
import { startError } from './start-error.ts';

/** Nothing is sent where nothing differs: Discord allows 200 creations a day, and a restart is no change. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
): Promise<CommandDiff> {
  const route = Routes.applicationCommands(applicationId);
  const registered = z.array(z.unknown()).parse(await rest.get(route));
  const wanted = toApplicationCommands(commands);
  const diff = diffCommands(registered, wanted);
  const differs = diff.add.length + diff.change.length + diff.remove.length > 0;
  if (differs) await rest.put(route, { body: [...wanted, ...entryPoints(registered)] });
  return diff;
}

const Application = z.object({
  id: z.string().min(1),
  interactions_endpoint_url: z.string().nullish().catch(undefined),
});

/** The address to which Discord sends interactions in place of this bot; undefined where nobody filled one in. */
export async function foreignEndpoint(rest: REST): Promise<string | undefined> {
  const { interactions_endpoint_url: address } = Application.parse(
    await rest.get(Routes.currentApplication()),
  );
  return address || undefined;
}

/** The same without a running bot; `invite` is the address at which a server's manager adds the bot. */
export async function registerWithToken(
  { token, apiUrl }: { readonly token: string; readonly apiUrl?: string },
  commands: readonly Command[],
): Promise<CommandDiff & { readonly invite: string }> {
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  try {
    const { id } = Application.parse(await rest.get(Routes.currentApplication()));
    return { ...(await registerCommands(rest, id, commands)), invite: inviteLink(id) };
  } catch (error) {
    throw startError(error, token);
  }
}
