/** Discord as a Platform: interactions in by the gateway, answers and posts out by REST. */
import { DiscordAPIError } from 'discord.js';
import type { Clock } from '../../core/clock.ts';
import type { Command } from '../../core/command.ts';
import { platformId } from '../../core/ids.ts';
import type { Logger } from '../../core/logger.ts';
import type { Platform } from '../../core/platform.ts';
import type { Bot } from '../../core/request.ts';
import { describeError, isWrongToken } from './errors.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createInteractions, type Interactions } from './interactions.ts';
import { DISCORD } from './origin.ts';
import { inviteLink } from './permissions.ts';
import { editCard, postCard } from './post.ts';
import { registerCommands } from './register.ts';
import { restForAnswers, restForPosts } from './rest.ts';
import { startError } from './start-error.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Base address without the version; Discord's own by default. */
  readonly apiUrl?: string;
  readonly commands: readonly Command[];
  readonly logger: Logger;
  /** By which acknowledgements are timed. */
  readonly clock?: Pick<Clock, 'now'>;
}

export function createDiscordPlatform(options: DiscordOptions): Platform {
  const { token, apiUrl, commands, logger, clock = { now: Date.now } } = options;
  const posts = restForPosts(apiUrl, token);
  const answers = restForAnswers(apiUrl);
  let interactions: Interactions | undefined;
  let usable = false;
  const gateway = createGateway({ apiUrl, logger, onInteraction: (payload) => interactions?.take(payload) });
  const onError = (error: unknown) => {
    if (isWrongToken(error)) usable = false;
    logger[isWrongToken(error) ? 'error' : 'warn']('discord.request-failed', describeError(error));
  };
  return {
    name: platformId(DISCORD),
    capabilities: { namedOptions: true, repeatsSafely: true },
    start: async (bot: Bot) => {
      interactions = createInteractions({ bot, rest: answers, commands, logger, clock });
      await gateway.connect(token);
      await introduce(gateway, options);
      usable = true;
    },
    stop: async () => {
      usable = false;
      await interactions?.finish();
      await gateway.close();
    },
    connected: () => usable && gateway.isConnected(),
    post: (place, card, key) => postCard(posts, place, card, key, onError),
    edit: (message, card) => editCard(posts, message, card, onError),
  };
}

/** A Discord that is briefly out of order does not keep the bot from starting: yesterday's commands still work. */
async function introduce({ client }: Gateway, { token, commands, logger }: DiscordOptions): Promise<void> {
  const id = client.application?.id ?? '';
  logger.info('discord.invite', { applicationId: id, link: inviteLink(id) });
  try {
    logger.info('discord.commands', { ...(await registerCommands(client.rest, id, commands)) });
  } catch (error) {
    logger.error('discord.commands-not-registered', describeError(error));
    if (!(error instanceof DiscordAPIError)) return;
    await client.destroy();
    throw startError(error, token);
  }
}
