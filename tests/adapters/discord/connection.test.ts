/** A connection that is lost, and sessions of which there are only so many a day, with the real discord.js. */
import { describe, expect, it } from 'vitest';
import { createReconnecting } from '../../../src/adapters/discord/reconnecting.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createRecordingLogger } from '../../fakes/logger.ts';
import { connect, scriptedBot, startBot } from './setup.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const { bot } = scriptedBot({});

/** A shard whose every connection is closed as soon as it stands or before, for so long. */
async function closedAgainAndAgain({ forMs, isNew }: { forMs: number; isNew: boolean }) {
  const clock = createFakeClock('2026-03-02T09:00:00Z');
  const logger = createRecordingLogger();
  const reconnecting = createReconnecting({ clock, logger });
  const tries: number[] = [];
  reconnecting.opened(0, 'discord-connected');
  await clock.advance(HOUR);
  const end = clock.now() + forMs;
  const go = async (): Promise<void> => {
    await reconnecting.turn(0, isNew);
    tries.push(clock.now());
    if (!isNew) reconnecting.opened(0, 'discord-reconnected');
    reconnecting.closed(0, 4000);
    if (clock.now() < end) return go();
  };
  reconnecting.closed(0, 4000);
  void go();
  await clock.advance(0);
  await clock.advance(forMs);
  const loud = logger.lines.filter(({ level }) => level !== 'debug');
  return { tries, loud, reconnecting, logger, clock };
}

describe('a shard that Discord closes again and again', () => {
  it('is connected at once the first time, and then ever more rarely', async () => {
    const { tries } = await closedAgainAndAgain({ forMs: 10 * MINUTE, isNew: true });
    const pauses = tries.slice(1).map((at, before) => at - (tries[before] ?? 0));
    expect(pauses.slice(0, 5)).toEqual([0, 1_000, 2_000, 4_000, 8_000]);
    expect(pauses.at(-1)).toBeGreaterThan(2 * MINUTE);
  });

  it('uses up no more than a sixth of a day’s thousand sessions', async () => {
    const { tries } = await closedAgainAndAgain({ forMs: 24 * HOUR, isNew: true });
    expect(tries.length).toBeLessThan(1_000 / 6);
  });

  it('is tried at least once a minute where no new session is needed', async () => {
    const { tries } = await closedAgainAndAgain({ forMs: HOUR, isNew: false });
    expect(tries.length).toBeGreaterThanOrEqual(60);
  });

  it.each([true, false])(
    'is told of at most twice a minute (before its session stands: %s)',
    async (isNew) => {
      const { loud } = await closedAgainAndAgain({ forMs: HOUR, isNew });
      expect(loud.length).toBeGreaterThan(30);
      expect(loud.length).toBeLessThanOrEqual(2 * 61 + 1);
    },
  );

  it('is tried at once again after a connection that lasted', async () => {
    const { reconnecting, clock } = await closedAgainAndAgain({ forMs: HOUR, isNew: true });
    reconnecting.opened(0, 'discord-connected');
    await clock.advance(MINUTE);
    reconnecting.closed(0, 1000);
    let connects = false;
    void reconnecting.turn(0, true).then(() => {
      connects = true;
    });
    await clock.advance(0);
    expect(connects).toBe(true);
  });
});

describe('a lost connection', () => {
  const lines = ({ logger }: Awaited<ReturnType<typeof startBot>>) =>
    logger.lines.filter(({ event, level }) => /connect/.test(event) && level !== 'debug');

  it('is explained once with its code, and its end told once', async () => {
    const started = await startBot();
    const session = started.discord.nextSession();
    started.discord.dropConnections(4000);
    await session;
    await expect.poll(() => lines(started)).toHaveLength(3);
    expect(lines(started)).toMatchObject([
      { level: 'info', event: 'discord-connected' },
      { level: 'info', event: 'discord-connection-lost', fields: { code: 4000, reason: 'UnknownError' } },
      { level: 'info', event: 'discord-reconnected', fields: { shard: 0, awayMs: 0 } },
    ]);
  });

  it('is told once a minute while it lasts, with how long it has', async () => {
    const started = await startBot();
    started.discord.dropConnections(4000, true);
    await expect.poll(() => lines(started)).toHaveLength(2);
    await started.clock.advance(3 * MINUTE);
    expect(lines(started).slice(2)).toMatchObject(
      [1, 2, 3].map((minutes) => ({
        level: 'warn',
        event: 'discord-not-connected',
        fields: { code: 4000, forMs: minutes * MINUTE },
      })),
    );
  });

  it('is no longer told, nor made again, once the bot has stopped', async () => {
    const started = await startBot();
    started.discord.dropConnections(4000, true);
    await expect.poll(() => lines(started)).toHaveLength(2);
    await started.platform.stop();
    await started.clock.advance(HOUR);
    expect(lines(started)).toHaveLength(2);
  });
});

describe('the sessions of a day', () => {
  it('are counted anew before each: at the start, and where one cannot be resumed', async () => {
    const { discord, clock } = await startBot();
    const reads = () => discord.calls.filter(({ path }) => path === '/gateway/bot').length;
    const atStart = reads();
    await clock.advance(MINUTE);
    const session = discord.nextSession();
    discord.dropConnections(4007);
    expect(await session).toBe('ready');
    expect(reads()).toBe(atStart + 1);
    expect(discord.identified).toHaveLength(2);
    const resumed = discord.nextSession();
    discord.dropConnections(4000);
    expect(await resumed).toBe('resumed');
    expect(reads()).toBe(atStart + 1);
  });

  it('are never used up: the bot waits until there are new ones, and says so once a minute', async () => {
    const { discord, platform, clock, logger, events } = await connect();
    discord.sessionLimit.remaining = 10;
    const start = platform.start(bot);
    await expect.poll(events).toContain('discord-sessions-used-up');
    await clock.advance(15_000);
    await start;
    expect(platform.connected()).toBe(false);
    const told = () => logger.lines.filter(({ event }) => event === 'discord-sessions-used-up');
    expect(told()).toMatchObject([{ level: 'warn', fields: { remaining: 10, resetAfterMs: 86_400_000 } }]);
    await clock.advance(45_000);
    await expect.poll(told).toHaveLength(2);
    expect(discord.identified).toEqual([]);
    discord.sessionLimit.remaining = 1_000;
    await clock.advance(MINUTE);
    await expect.poll(() => platform.connected()).toBe(true);
    expect(discord.identified).toHaveLength(1);
  });

  it('are waited for where the rest of them cannot be read', async () => {
    const { discord, platform, clock, events } = await startBot();
    await clock.advance(MINUTE);
    for (let call = 0; call < 4; call += 1) discord.failNext('gateway', { how: 'broken' });
    discord.dropConnections(4007);
    await expect.poll(events).toContain('discord-limit-not-read');
    expect(discord.identified).toHaveLength(1);
    await clock.advance(10_000);
    await expect.poll(() => platform.connected()).toBe(true);
    expect(discord.identified).toHaveLength(2);
  });
});
