/**
 * Which platforms this process speaks on. Each is proved to be the one that the database knows before anything is
 * said there, and one that is lost takes no other with it.
 */
import { Fault } from './core/errors.ts';
import type { PlatformId } from './core/ids.ts';
import type { Clock } from './core/ports/clock.ts';
import type { Logger } from './core/ports/logger.ts';
import type { Platform } from './core/ports/platform.ts';
import type { Queue } from './core/ports/queue.ts';
import type { Store } from './core/ports/store.ts';
import type { Bot } from './core/requests/request.ts';
import { within } from './within.ts';

/** `goesOn`: whether another platform is left; where none is, the bot has to end. */
export type OnLost = (error: Error, goesOn: boolean) => void;

export interface Roster {
  /** Whether anything may be posted there. */
  isUsable(name: PlatformId): boolean;
  /** Why each that is lost is. */
  lost(): ReadonlyMap<PlatformId, string>;
  lose(name: PlatformId, error: Error): void;
  /** Rejects where none of the platforms that are set up takes its token, or where the database is another bot's. */
  start(bot: Bot): Promise<void>;
  /** Proves those that could not be proved before, and notes that all are still spoken for. */
  prove(): Promise<void>;
}

export interface RosterParts {
  readonly platforms: readonly Platform[];
  /** It is always there; nobody runs the bot for it alone once a platform is set up. */
  readonly page: Platform;
  readonly store: Pick<Store, 'claimInstallation'>;
  readonly queue: Pick<Queue, 'leave'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onLost: OnLost;
}

/** A platform that has not said by then who we are there is asked again later. */
const ASK_WITHIN_MS = 3_000;

export function createRoster(parts: RosterParts): Roster {
  const { platforms, page, store, queue, clock, logger, onLost } = parts;
  const setUp = platforms.filter((platform) => platform !== page);
  const proved = new Set<PlatformId>();
  const lost = new Map<PlatformId, string>();

  const lose = (name: PlatformId, error: Error) => {
    if (lost.has(name)) return;
    lost.set(name, error.message);
    queue.leave(name);
    logger.error('platform-lost', { platform: name, error });
    onLost(
      error,
      setUp.some((platform) => !lost.has(platform.name)),
    );
  };
  /** What is wrong, where the database knows another one there. */
  const proveOne = async (platform: Platform): Promise<Error | undefined> => {
    const identity = await within(clock, ASK_WITHIN_MS, platform.identity());
    if (identity === undefined) return undefined;
    const known = await store.claimInstallation(platform.name, identity, clock.now());
    if (known !== identity) return new Fault('STORE', notOurs(platform.name, known, identity));
    proved.add(platform.name);
    return undefined;
  };
  const proveOrLose = async (platform: Platform) => {
    const problem = lost.has(platform.name) ? undefined : await proveOne(platform);
    if (problem) lose(platform.name, problem);
  };
  const isUsable = (name: PlatformId) => proved.has(name) && !lost.has(name);
  /** Where a platform was away at the start, its first request comes before the next tick. */
  const isUsableNow = async (platform: Platform) => {
    if (!proved.has(platform.name))
      await proveOrLose(platform).catch((error: unknown) =>
        logger.error('platform-not-proved', { platform: platform.name, error }),
      );
    return isUsable(platform.name);
  };
  /** Nothing gets through from a platform that is lost or that may be another application's. */
  const whereUsable = (bot: Bot, platform: Platform): Bot => {
    const pass = async <T>(run: () => Promise<T>, nothing: T) =>
      (await isUsableNow(platform)) ? run() : nothing;
    return {
      acknowledgement: bot.acknowledgement,
      handle: (request) => pass(() => bot.handle(request), undefined),
      suggest: (request) => pass(() => bot.suggest(request), []),
      placeMoved: (from, to) => pass(() => bot.placeMoved(from, to), undefined),
      removed: (from, reason) => pass(() => bot.removed(from, reason), undefined),
    };
  };

  return {
    isUsable,
    lost: () => lost,
    lose,
    async start(bot) {
      for (const platform of platforms) {
        const problem = await proveOne(platform);
        if (problem) throw problem;
      }
      const refused = await startEach(platforms, whereUsable, bot);
      if (refused.length > 0 && refused.length === setUp.length)
        throw new Error(refused.map(({ error }) => error.message).join('\n'));
      for (const { name, error } of refused) lose(name, error);
    },
    prove: async () => void (await Promise.all(platforms.map(proveOrLose))),
  };
}

const notOurs = (name: PlatformId, known: string, identity: string): string =>
  `This database belongs to another ${name} application (${known}; the token is of ${identity}). Give each its own DATABASE_URL or DATABASE_PATH. How to hand a database over: docs/operations.md, “Whose database it is”.`;

interface Refused {
  readonly name: PlatformId;
  readonly error: Error;
}

async function startEach(
  platforms: readonly Platform[],
  botFor: (bot: Bot, platform: Platform) => Bot,
  bot: Bot,
): Promise<readonly Refused[]> {
  const refused: Refused[] = [];
  for (const platform of platforms) {
    try {
      await platform.start(botFor(bot, platform));
    } catch (error) {
      refused.push({
        name: platform.name,
        error: error instanceof Error ? error : new Error(String(error)),
      });
    }
  }
  return refused;
}
