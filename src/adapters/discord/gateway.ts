/** The connection on which interactions arrive. */
import {
  type CacheFactory,
  Client,
  type ClientOptions,
  Events,
  GatewayDispatchEvents,
  Options,
  type RateLimitData,
  SimpleShardingStrategy,
  Status,
  type WebSocketOptions,
} from 'discord.js';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import { describeError, isWrongToken } from './errors.ts';
import { createIdentifyThrottler } from './identify.ts';
import { createReconnecting, type Reconnecting } from './reconnecting.ts';
import { restOptions } from './rest.ts';
import { closedForGood } from './start-error.ts';

export interface Gateway {
  readonly client: Client;
  /** Resolves when interactions arrive. After a rejection the gateway is of no more use. */
  connect(token: string): Promise<void>;
  /** Rejects when Discord takes no further connection. */
  readonly lost: Promise<never>;
  isConnected(): boolean;
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly apiUrl?: string;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Gets each raw interaction, also before the client calls itself ready; must not throw. */
  readonly onInteraction: (payload: unknown) => void;
}

export function createGateway({ apiUrl, logger, clock, onInteraction }: GatewayOptions): Gateway {
  const reconnecting = createReconnecting({ clock, logger });
  const client = new Client({
    ...clientOptions(apiUrl, logger),
    ws: patient({ logger, clock }, reconnecting),
  });
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => {});
  client.on(Events.Raw, (packet: { t: string; d: unknown }) => takeInteraction(packet, onInteraction));
  watch(client, logger, lost.reject);
  return {
    client,
    ...opening(client, reconnecting, lost.promise),
    lost: lost.promise,
    // Discord.js still calls itself ready after Discord has closed a connection for good.
    isConnected: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
  };
}

/** A client that is destroyed while it logs in connects nevertheless: so that waits for its end. */
function opening(
  client: Client,
  reconnecting: Reconnecting,
  lost: Promise<never>,
): Pick<Gateway, 'connect' | 'close'> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  let [opens, wanted] = [false, true];
  const login = async (token: string) => {
    await client.login(token).then(() => ready);
    opens = false;
    if (!wanted) throw new Error('closed before it was open');
  };
  return {
    connect: async (token) => {
      opens = true;
      try {
        await Promise.race([login(token), lost]);
      } catch (error) {
        opens = false;
        reconnecting.stop();
        await client.destroy();
        throw error;
      }
    },
    close: async () => {
      wanted = false;
      reconnecting.stop();
      if (!opens) await client.destroy();
    },
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

const clientOptions = (apiUrl: string | undefined, logger: Logger): ClientOptions => ({
  // Interactions need no intent, and each one costs memory for every server.
  intents: [],
  shards: 'auto',
  allowedMentions: { parse: [] },
  rest: { ...restOptions(apiUrl), rejectOnRateLimit: tellOfLimit(logger) },
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

type ShardManager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/** The part of its events that is listened to; discord.js keeps their names from TypeScript. */
interface ShardEvents {
  on(event: 'ready' | 'resumed', listener: (it: { readonly shardId: number }) => void): unknown;
  on(event: 'closed', listener: (it: { readonly shardId: number; readonly code: number }) => void): unknown;
  on(event: 'error', listener: (it: { readonly shardId: number; readonly error: Error }) => void): unknown;
}

/** Where discord.js lets others have a say in when a shard connects, and when it begins a session. */
const patient = (
  deps: { readonly logger: Logger; readonly clock: Clock },
  reconnecting: Reconnecting,
): WebSocketOptions => ({
  buildStrategy: (manager) => {
    const events = manager as unknown as ShardEvents;
    events.on('closed', ({ shardId, code }) => reconnecting.closed(shardId, code));
    events.on('error', ({ shardId, error }) => reconnecting.failed(shardId, describeError(error)));
    events.on('ready', ({ shardId }) => reconnecting.opened(shardId, 'discord-connected'));
    events.on('resumed', ({ shardId }) => reconnecting.opened(shardId, 'discord-reconnected'));
    waitBeforeConnecting(manager, reconnecting);
    return new SimpleShardingStrategy(manager);
  },
  buildIdentifyThrottler: async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    const read = () => manager.fetchGatewayInformation(true);
    return createIdentifyThrottler({ ...deps, read }, limit.max_concurrency);
  },
});

/** A shard asks for the session that it may resume right before it connects, and that is the only moment to hold it. */
function waitBeforeConnecting({ options }: ShardManager, reconnecting: Reconnecting): void {
  const sessionOf = options.retrieveSessionInfo;
  options.retrieveSessionInfo = async (shard) => {
    await reconnecting.turn(shard, !(await sessionOf(shard)));
    return sessionOf(shard);
  };
}

/** A second or more is for the operator: Discord takes 200 new commands a day, and then none for hours. */
const tellOfLimit =
  (logger: Logger) =>
  ({ method, route, retryAfter }: RateLimitData): boolean => {
    if (retryAfter >= 1_000) logger.warn('discord-held-back', { method, route, retryAfterMs: retryAfter });
    return false;
  };

/** Without these listeners an error event, or a rejection in one of the client's own, ends the process. */
function watch(client: Client, logger: Logger, onLost: (why: Error) => void): void {
  client.on(Events.Error, (error) => {
    logger.error('discord-client-error', describeError(error));
    if (isWrongToken(error)) onLost(error);
  });
  client.on(Events.Warn, (message) => logger.warn('discord-client-warning', { message }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    const why = closedForGood(code);
    logger.error('discord-disconnected-for-good', { shard, code, message: why.message });
    onLost(why);
  });
}
