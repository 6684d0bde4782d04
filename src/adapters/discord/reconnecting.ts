/**
 * A shard whose connection was lost: explained once, told each minute while it lasts, and connected anew ever more
 * patiently. Discord.js by itself knocks twice a second, and begins sessions, for as long as it takes.
 */
import { CloseCodes, GatewayCloseCodes } from 'discord.js';
import type { Clock } from '../../core/ports/clock.ts';
import type { LogFields, Logger } from '../../core/ports/logger.ts';

export interface Reconnecting {
  closed(shard: number, code: number): void;
  /** What a connection says before it is closed, where it says anything. */
  failed(shard: number, why: LogFields): void;
  /** Interactions arrive again: in a new session, or in the one that was lost. */
  opened(shard: number, event: 'discord-connected' | 'discord-reconnected'): void;
  /** Resolves once the shard may connect; never after `stop`. `isNew`: where that begins a session. */
  turn(shard: number, isNew: boolean): Promise<void>;
  stop(): void;
}

interface Shard {
  openedAt: number;
  closedAt: number | undefined;
  /** Connections in a row that did not last. */
  short: number;
  /** Whether the pause before the next connection is still to be made. */
  due: boolean;
  why: LogFields;
  /** Whether the loss stands in the log, and when one last did. */
  told: boolean;
  toldAt: number;
  endLines: () => void;
}

const unknown = (): Shard => ({
  openedAt: 0,
  closedAt: undefined,
  short: 0,
  due: false,
  why: {},
  told: true,
  toldAt: 0,
  endLines: () => {},
});

const MINUTE = 60_000;

export function createReconnecting({
  clock,
  logger,
}: {
  readonly clock: Clock;
  readonly logger: Logger;
}): Reconnecting {
  const shards = new Map<number, Shard>();
  let wanted = true;
  const shardOf = (id: number): Shard => {
    const shard = shards.get(id) ?? unknown();
    shards.set(id, shard);
    return shard;
  };
  const tellEachMinute = (id: number, shard: Shard, since: number): void => {
    shard.endLines = clock.after(MINUTE, () => {
      logger.warn('discord-not-connected', { shard: id, ...shard.why, forMs: clock.now() - since });
      Object.assign(shard, { told: true, toldAt: clock.now() });
      tellEachMinute(id, shard, since);
    });
  };
  return {
    failed: (id, why) => {
      shardOf(id).why = why;
    },
    closed: (id, code) => {
      if (!wanted) return;
      const [shard, now] = [shardOf(id), clock.now()];
      shard.short = lasted(shard, now) ? 0 : shard.short + 1;
      shard.due = true;
      shard.why = { ...shard.why, code, reason: reasonOf(code) };
      if (shard.closedAt !== undefined) return;
      shard.closedAt = now;
      // A session that is closed as soon as it stands, again and again, is one trouble.
      shard.told = now - shard.toldAt >= MINUTE;
      logger[shard.told ? 'info' : 'debug']('discord-connection-lost', { shard: id, ...shard.why });
      if (shard.told) shard.toldAt = now;
      tellEachMinute(id, shard, now);
    },
    opened: (id, event) => {
      const [shard, now] = [shardOf(id), clock.now()];
      shard.endLines();
      const away = shard.closedAt === undefined ? {} : { awayMs: now - shard.closedAt };
      logger[shard.told ? 'info' : 'debug'](event, { shard: id, ...away });
      Object.assign(shard, { openedAt: now, closedAt: undefined, why: {} });
    },
    turn: async (id, isNew) => {
      const shard = shardOf(id);
      const pause = shard.due ? pauseAfter(shard.short, isNew) : 0;
      shard.due = false;
      if (pause > 0) await new Promise<void>((resolve) => clock.after(pause, resolve));
      // Discord.js would go on connecting a client that was destroyed meanwhile.
      if (!wanted) await new Promise<never>(() => {});
    },
    stop: () => {
      wanted = false;
      for (const { endLines } of shards.values()) endLines();
    },
  };
}

const lasted = ({ openedAt, closedAt }: Shard, now: number): boolean =>
  closedAt === undefined && openedAt > 0 && now - openedAt >= MINUTE;

/** Of a day's thousand sessions, one every ten minutes leaves enough for other processes. */
const LONGEST_PAUSE_MS = { resumed: MINUTE, begun: 10 * MINUTE } as const;

/** None before the first try: most connections are lost because Discord moves them. */
const pauseAfter = (short: number, isNew: boolean): number =>
  short <= 1 ? 0 : Math.min(1_000 * 2 ** (short - 2), LONGEST_PAUSE_MS[isNew ? 'begun' : 'resumed']);

/** Discord's own reason text does not come through discord.js; its code has a name. */
const reasonOf = (code: number): string =>
  GatewayCloseCodes[code] ?? CloseCodes[code] ?? (code === 1_006 ? 'the line broke' : 'not named');
