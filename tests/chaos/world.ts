/** What is around the processes of the bot: the two platforms, the database, and the lines between them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../src/core/ports/store.ts';
import { openDatabase } from '../../src/store/open.ts';
import { createStore } from '../../src/store/store.ts';
import type { Db } from '../../src/store/tables.ts';
import { type FakeDiscord, startDiscordServer } from '../fakes/discord-server.ts';
import { startPostgres } from '../fakes/postgres.ts';
import { throughSilentLine } from '../fakes/silent-line.ts';
import { type FakeSlack, startSlackServer } from '../fakes/slack-server.ts';
import type { Standing } from './places.ts';
import { type Line, openLine } from './proxy.ts';
import { openQueueWatch, type QueueWatch } from './queue-watch.ts';
import { createVirtualTime, type VirtualTime } from './time.ts';

export interface World {
  readonly time: VirtualTime;
  readonly discord: FakeDiscord;
  readonly slack: FakeSlack;
  /** The harness's own hand on it. */
  readonly store: Store;
  readonly tables: Db;
  readonly database: Database | undefined;
  environment(lines: Lines): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface Database extends QueueWatch {
  restart(awayMs: number): Promise<void>;
  /** Every line that the bot has to it goes silent and stays open. */
  silence(): void;
}

/** Of one process, to both platforms. */
export interface Lines {
  readonly discord: Line;
  readonly slack: Line;
}

export interface WorldOptions {
  readonly store: 'postgres' | 'sqlite';
  /** Those that the bot is connected to. */
  readonly platforms: readonly ('discord' | 'slack')[];
  readonly start: number;
  /** Virtual milliseconds in a real one. */
  readonly speed: number;
  /** Where the bot finds its packs; those that are shipped if left out. */
  readonly packs?: string;
}

export async function openWorld({
  store: kind,
  platforms,
  start,
  speed,
  packs,
}: WorldOptions): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'receipts-chaos-'));
  const time = createVirtualTime(join(folder, 'time'), start);
  const discord = await startDiscordServer({ now: time.now });
  // More processes start here than a bot's on a day.
  Object.assign(discord.sessionLimit, { total: 100_000, remaining: 100_000 });
  const slack = await startSlackServer({ now: time.now });
  const postgres = kind === 'postgres' ? await startPostgres() : undefined;
  const url = await postgres?.createDatabase();
  const watch = url === undefined ? undefined : openQueueWatch(url, speed);
  const line = url === undefined ? undefined : await throughSilentLine(url);
  const location = url ?? join(folder, 'bot.sqlite');
  const tables = await openDatabase(location);
  const store = createStore(tables);
  return {
    time,
    discord,
    slack,
    ...{ store, tables },
    database:
      postgres && watch && line ? { ...watch, restart: postgres.restart, silence: line.silence } : undefined,
    environment: (lines) => ({
      ...(platforms.includes('discord') && {
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: `${lines.discord.address}/api`,
      }),
      ...(platforms.includes('slack') && {
        SLACK_BOT_TOKEN: slack.settings.botToken,
        SLACK_APP_TOKEN: slack.settings.appToken,
        SLACK_API_URL: `${lines.slack.address}/api`,
      }),
      PORT: '0',
      LOG_LEVEL: 'warn',
      ...(packs === undefined ? {} : { DATA_PATH: packs }),
      ...(line === undefined ? { DATABASE_PATH: location } : { DATABASE_URL: line.url }),
    }),
    close: async () => {
      await store.close();
      await watch?.close();
      line?.close();
      await Promise.all([discord.close(), slack.close()]);
      await postgres?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function openLines(
  { discord, slack }: World,
  options: { readonly kill: () => void; readonly patienceMs: number; readonly onCall: () => void },
): Promise<Lines> {
  const target = (address: string) => new URL(address).origin;
  return {
    discord: await openLine({ ...options, target: target(discord.apiUrl) }),
    slack: await openLine({ ...options, target: target(slack.settings.apiUrl) }),
  };
}

/** The orders go in by the Store port, as `/daily set` would put them there. */
export async function settle({ store, slack }: World, places: readonly Standing[]): Promise<void> {
  for (const { daily } of places) {
    await store.saveDaily(daily);
    if (daily.place.platform === 'slack') slack.addChannel({ id: daily.place.channel });
  }
}
