/** The connection on which interactions arrive. */
import {
  type CacheFactory,
  Client,
  type ClientOptions,
  Events,
  GatewayDispatchEvents,
  Options,
  Status,
} from 'discord.js';
import type { Logger } from '../../core/logger.ts';
import { describeError } from './errors.ts';
import { restOptions } from './rest.ts';
import { closedForGood, startError } from './start-error.ts';

export interface Gateway {
  readonly client: Client;
  /** Resolves when interactions arrive; rejects with a sentence for the operator. */
  connect(token: string): Promise<void>;
  isConnected(): boolean;
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  /** Gets each raw interaction, also before the client calls itself ready; must not throw. */
  readonly onInteraction: (payload: unknown) => void;
}

export function createGateway({ apiUrl, logger, onInteraction }: GatewayOptions): Gateway {
  const client = new Client(clientOptions(apiUrl));
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => {});
  client.on(Events.Raw, (packet: { t: string; d: unknown }) => takeInteraction(packet, onInteraction));
  watch(client, logger, lost.reject);
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  return {
    client,
    connect: async (token) => {
      try {
        await Promise.race([client.login(token).then(() => ready), lost.promise]);
      } catch (error) {
        await client.destroy();
        throw startError(error, token);
      }
    },
    // Discord.js still calls itself ready after Discord has closed a connection for good.
    isConnected: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    close: () => client.destroy(),
  };
}

/**
 * Takes the packet away from the client, by giving it a name that the client does not know. It would hold
 * interactions back until it has heard from every server, remember who sent them, and end the process over one
 * that is not formed as it expects.
 */
function takeInteraction(packet: { t: string; d: unknown }, onInteraction: (payload: unknown) => void): void {
  if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
  packet.t = 'TAKEN';
  onInteraction(packet.d);
}

const clientOptions = (apiUrl: string | undefined): ClientOptions => ({
  // Interactions need no intent, and each one costs memory for every server.
  intents: [],
  shards: 'auto',
  allowedMentions: { parse: [] },
  rest: restOptions(apiUrl),
  makeCache: rememberNobody(),
});

/** Everyone who presses a button would otherwise stay in memory. */
const rememberNobody = (): CacheFactory =>
  Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    GuildMemberManager: 0,
    MessageManager: 0,
    UserManager: 0,
  });

/** Without these listeners an error event, or a rejection in one of the client's own, ends the process. */
function watch(client: Client, logger: Logger, onLost: (why: Error) => void): void {
  client.on(Events.Error, (error) => logger.error('discord-client-error', describeError(error)));
  client.on(Events.Warn, (message) => logger.warn('discord-client-warning', { message }));
  client.on(Events.ShardError, (error, shard) =>
    logger.warn('discord-connection-error', { shard, ...describeError(error) }),
  );
  client.on(Events.ShardReconnecting, (shard) => logger.info('discord-reconnecting', { shard }));
  client.on(Events.ShardResume, (shard) => logger.info('discord-reconnected', { shard }));
  client.on(Events.ShardReady, (shard) => logger.info('discord-connected', { shard }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    const why = closedForGood(code);
    logger.error('discord-disconnected-for-good', { shard, code, message: why.message });
    onLost(why);
  });
}
