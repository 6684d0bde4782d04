/**
 * A new session costs one of some thousand a day, which all processes of a bot share. Whoever uses the last one has
 * every connection ended and the token reset (events/gateway, "Session Start Limit"): so before each the rest is
 * read, and where it is nearly used up, waited until it is given out anew.
 */
import type { APIGatewayBotInfo, IIdentifyThrottler } from 'discord.js';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import { describeError, isWrongToken } from './errors.ts';
import { pause } from './pause.ts';

export interface IdentifyDeps {
  /** GET /gateway/bot, asked anew. */
  readonly read: () => Promise<APIGatewayBotInfo>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** One session every five seconds for each of `max_concurrency`, and a little for the way there. */
const APART_MS = 5_250;
const MINUTE = 60_000;

/** Of ten in a thousand nobody takes the last: others may be reading the same number right now. */
const reserveOf = (total: number): number => Math.floor(total / 100);

export function createIdentifyThrottler(deps: IdentifyDeps, concurrency: number): IIdentifyThrottler {
  const { clock } = deps;
  const nextFree = new Map<number, number>();
  const budget = createBudget(deps);
  return {
    waitForIdentify: async (shard, signal) => {
      const lane = shard % concurrency;
      const at = Math.max(clock.now(), nextFree.get(lane) ?? 0);
      nextFree.set(lane, at + APART_MS);
      await pause(clock, at - clock.now(), signal);
      signal.throwIfAborted();
      await budget.allows(signal);
    },
  };
}

function createBudget({ read, clock, logger }: IdentifyDeps) {
  let toldAt = 0;
  const tell = (event: string, fields: Readonly<Record<string, unknown>>) => {
    const isNews = clock.now() - toldAt >= MINUTE;
    logger[isNews ? 'warn' : 'debug'](event, fields);
    if (isNews) toldAt = clock.now();
  };
  /** How long to wait before the rest is read again; 0 where a session may begin. */
  const look = async (): Promise<number> => {
    try {
      const { total, remaining, reset_after: resetAfterMs } = (await read()).session_start_limit;
      logger.debug('discord-sessions-left', { total, remaining });
      if (remaining > reserveOf(total)) return 0;
      tell('discord-sessions-used-up', { total, remaining, resetAfterMs });
      return Math.min(MINUTE, Math.max(1_000, resetAfterMs));
    } catch (error) {
      // The session itself will be refused in words for the operator.
      if (isWrongToken(error)) return 0;
      tell('discord-limit-not-read', describeError(error));
      return AGAIN_MS;
    }
  };
  return {
    /** Rejects where the connection that waits for it is closed; for anything else discord.js would identify twice. */
    allows: async (signal: AbortSignal): Promise<void> => {
      for (let waitMs = await look(); waitMs > 0; waitMs = await look()) {
        await pause(clock, waitMs, signal);
        signal.throwIfAborted();
      }
      signal.throwIfAborted();
    },
  };
}

const AGAIN_MS = 10_000;
