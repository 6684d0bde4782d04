/** Discord as a Platform: interactions in by the gateway, answers and posts out by REST. */
import type { Clock } from '../../core/clock.ts';
import type { Command } from '../../core/command.ts';
import { platformId } from '../../core/ids.ts';
import type { Logger } from '../../core/logger.ts';
import type { Platform } from '../../core/platform.ts';
import type { Bot } from '../../core/request.ts';
import { describeError, isRejectedForm, isWrongToken } from './errors.ts';
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
  const { token, apiUrl, logger } = options;
  const state: State = { usable: false };
  const posts = restForPosts(apiUrl, token);
  const onError = reportTo(logger, state);
  const gateway = createGateway({ apiUrl, logger, onInteraction: (it) => state.interactions?.take(it) });
  return {
    name: platformId(DISCORD),
    capabilities: { namedOptions: true, repeatsSafely: true },
    start: async (bot) => {
      state.interactions = takeInteractions(bot, options);
      await gateway.connect(token);
      await introduce(gateway, options);
      state.usable = true;
    },
    stop: async () => {
      state.usable = false;
      await state.interactions?.finish();
      await gateway.close();
    },
    connected: () => state.usable && gateway.isConnected(),
    post: (place, card, key) => postCard(posts, place, card, key, onError),
    edit: (message, card) => editCard(posts, message, card, onError),
  };
}

interface State {
  /** Started, not stopping, and with a token that Discord takes. */
  usable: boolean;
  interactions?: Interactions;
}

const takeInteractions = (
  bot: Bot,
  { apiUrl, commands, logger, clock = { now: Date.now } }: DiscordOptions,
) => createInteractions({ bot, rest: restForAnswers(apiUrl), commands, logger, clock });

/** A token that is refused while the bot runs was reset: nothing works until an operator sets the new one. */
const reportTo = (logger: Logger, state: State) => (error: unknown) => {
  if (!isWrongToken(error)) return logger.warn('discord-request-failed', describeError(error));
  state.usable = false;
  return logger.error('discord-token-refused', describeError(error));
};

/** A Discord that is briefly out of order does not keep the bot from starting: yesterday's commands still work. */
async function introduce({ client }: Gateway, { token, commands, logger }: DiscordOptions): Promise<void> {
  const id = client.application?.id ?? '';
  logger.info('discord-invite', { applicationId: id, link: inviteLink(id) });
  try {
    logger.info('discord-commands', { ...(await registerCommands(client.rest, id, commands)) });
  } catch (error) {
    logger.error('discord-commands-not-registered', describeError(error));
    if (!isRejectedForm(error) && !isWrongToken(error)) return;
    await client.destroy();
    throw startError(error, token);
  }
}
