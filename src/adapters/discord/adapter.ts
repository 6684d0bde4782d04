/** Discord as a Platform: interactions in by the gateway, answers and posts out by REST. */
import { platformId } from '../../core/ids.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Platform } from '../../core/ports/platform.ts';
import type { Command } from '../../core/requests/command.ts';
import type { Bot } from '../../core/requests/request.ts';
import { describeError, isWrongToken } from './errors.ts';
import { createSelf, findPost, findPosts } from './find.ts';
import { createInteractions, type Interactions } from './interactions.ts';
import { ACCOUNTS, EDITS } from './limits.ts';
import { DISCORD } from './origin.ts';
import { editCard, isInServer, postCard, tellCard } from './post.ts';
import { linesForAnswers, restForPosts } from './rest.ts';
import { createSession, type Session } from './session.ts';
import { wrongToken } from './start-error.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Base address without the version; Discord's own by default. */
  readonly apiUrl?: string;
  readonly commands: readonly Command[];
  readonly logger: Logger;
  readonly clock: Clock;
  /**
   * Discord will never work again until a person changes something, which the message names. Called once, and
   * never for what `start` rejects with.
   */
  readonly onLost: (error: Error) => void;
}

export function createDiscordPlatform(options: DiscordOptions): Platform {
  const { token, apiUrl, logger } = options;
  const state: State = { usable: false, lost: false };
  const posts = restForPosts(apiUrl, token);
  const self = createSelf(posts);
  const onError = (error: unknown) => {
    if (!isWrongToken(error)) return logger.warn('discord-request-failed', describeError(error));
    logger.error('discord-token-refused', describeError(error));
    return lose(options, state, wrongToken());
  };
  return {
    name: platformId(DISCORD),
    capabilities: { words: WORDS, namedOptions: true, repeatsSafely: true, edits: EDITS, accounts: ACCOUNTS },
    start: (bot) => start(options, state, bot),
    stop: () => stop(state),
    identity: self,
    connected: () => state.usable && (state.session?.isConnected() ?? false),
    connection: () => state.session?.connection() ?? 'not started',
    // A private talk is a workspace of its own.
    countsEverywhere: () => true,
    isIn: ({ workspace }) => isInServer(posts, workspace, onError),
    post: (place, card, key, under) => postCard(posts, { place, card, key, under }, onError),
    find: (place, sought) => findPost({ rest: posts, self, onError }, place, sought),
    postsIn: (place, span) => findPosts({ rest: posts, self, onError }, place, span),
    tell: (player, card, key) => tellCard(posts, player, { card, key }, onError),
    edit: (message, card) => editCard(posts, message, card, onError),
  };
}

const WORDS = { name: 'Discord', managers: 'people who may Manage Server' };

interface State {
  /** Started, not stopping, and with a token that Discord takes. */
  usable: boolean;
  lost: boolean;
  interactions?: Interactions;
  session?: Session;
}

async function start(options: DiscordOptions, state: State, bot: Bot): Promise<void> {
  const { apiUrl, logger, clock } = options;
  const interactions = createInteractions({ bot, lines: linesForAnswers(apiUrl), logger, clock });
  const session = createSession({
    ...options,
    onInteraction: (payload) => interactions.take(payload),
    onLost: (why) => state.usable && lose(options, state, why),
  });
  state.interactions = interactions;
  state.session = session;
  state.usable = true;
  try {
    await session.start();
  } catch (error) {
    state.usable = false;
    throw error;
  }
}

async function stop(state: State): Promise<void> {
  state.usable = false;
  await state.interactions?.finish();
  await state.session?.close();
}

/** A token that is refused while the bot runs was reset: nothing works until an operator sets the new one. */
function lose({ onLost }: DiscordOptions, state: State, why: Error): void {
  state.usable = false;
  if (state.lost) return;
  state.lost = true;
  onLost(why);
}
