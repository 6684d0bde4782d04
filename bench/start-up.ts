/**
 * From the start of the process to the "ready" line, and what it then holds in memory; against a process that
 * only imports the same packages. Cold is without the compile cache, warm with it.
 */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { startDiscordServer } from '../tests/fakes/discord-server.ts';
import { startSlackServer } from '../tests/fakes/slack-server.ts';
import { PROGRAM, type Start, startChild } from './child.ts';
import { atMost, figure, type Row, told } from './report.ts';
import { withScratch } from './scratch.ts';
import { median } from './timing.ts';

const ROUNDS = 5;

/** What `src/main.ts` imports of node_modules before any token is looked at. */
const PACKAGES = [
  'zod',
  'pino',
  'kysely',
  'kysely/migration',
  'minisearch',
  'temporal-polyfill',
  'node-cron',
  'hono',
  '@hono/node-server',
];

/** The targets: 1.3 times the imports until it listens, 1.25 times their memory. */
const MOST_TIME = 1.3;
const MOST_RSS = 1.25;

export async function measureStartUp(): Promise<readonly Row[]> {
  const [discord, slack] = await Promise.all([startDiscordServer(), startSlackServer()]);
  const rows = await withScratch(async (folder) => {
    const seen = await startAll(folder, {
      ...programs('none', {}, []),
      ...programs('discord', { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }, [
        'discord.js',
      ]),
      ...programs('slack', slackTokens(slack.settings), ['@slack/bolt']),
      'discord.js alone': imports(['discord.js']),
      'bolt alone': imports(['@slack/bolt']),
    });
    return toRows(seen);
  });
  await Promise.all([discord.close(), slack.close()]);
  return rows;
}

const slackTokens = (settings: { botToken: string; appToken: string; apiUrl: string }) => ({
  SLACK_BOT_TOKEN: settings.botToken,
  SLACK_APP_TOKEN: settings.appToken,
  SLACK_API_URL: settings.apiUrl,
});

const imports = (names: readonly string[]): Start => ({ args: ['bench/programs/imports.mjs', ...names] });

/** The program and, beside it, its imports alone. */
const programs = (name: string, env: Readonly<Record<string, string>>, sdk: readonly string[]) => ({
  [`${name}: program`]: { args: PROGRAM, env },
  [`${name}: imports`]: imports([...PACKAGES, ...sdk]),
});

interface Figures {
  readonly ms: number[];
  readonly rss: number[];
}

type Seen = ReadonlyMap<string, { readonly cold: Figures; readonly warm: Figures }>;

/** All kinds in turn, round by round, so that a neighbour's load falls on all of them. */
async function startAll(folder: string, kinds: Readonly<Record<string, Start>>): Promise<Seen> {
  const figures = (): Figures => ({ ms: [], rss: [] });
  const seen = new Map(Object.keys(kinds).map((name) => [name, { cold: figures(), warm: figures() }]));
  const warmCache = await mkdtemp(join(folder, 'warm-'));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, start] of Object.entries(kinds)) {
      const { cold, warm } = seen.get(name) ?? { cold: figures(), warm: figures() };
      // The first round makes the database and fills the caches.
      await startOnce(start, folder, await mkdtemp(join(folder, 'cold-')), round === 0 ? undefined : cold);
      await startOnce(start, folder, warmCache, round === 0 ? undefined : warm);
    }
  return seen;
}

/** Node keeps its compile cache in the folder for temporary files. */
async function startOnce(start: Start, folder: string, cache: string, into?: Figures): Promise<void> {
  const env = { PORT: '0', DATABASE_PATH: join(folder, 'bot.sqlite'), TMPDIR: cache, ...start.env };
  const child = await startChild({ ...start, env });
  into?.ms.push(child.readyMs);
  into?.rss.push(child.rssMiB());
  await child.stop();
}

const NAMES = { none: 'no token (the page only)', discord: 'Discord token', slack: 'Slack tokens' };

function toRows(seen: Seen): readonly Row[] {
  const of = (name: string, when: 'cold' | 'warm', what: keyof Figures) =>
    median(seen.get(name)?.[when][what] ?? []);
  const alone = ['discord.js alone', 'bolt alone'].map((name) =>
    told(
      `${name.replace(' alone', '')} imported alone, cold / warm`,
      `${figure(of(name, 'cold', 'ms'))} / ${figure(of(name, 'warm', 'ms'))} ms, ${figure(of(name, 'warm', 'rss'))} MiB`,
    ),
  );
  const rows = Object.entries(NAMES).flatMap(([name, label]) => {
    const program = `${name}: program`;
    const floor = `${name}: imports`;
    const ms = (when: 'cold' | 'warm') => {
      const imported = of(floor, when, 'ms');
      const target = `${MOST_TIME} × its imports (${figure(imported)} ms)`;
      return { value: of(program, when, 'ms'), most: imported * MOST_TIME, unit: 'ms', target };
    };
    const imported = of(floor, 'warm', 'rss');
    const target = `${MOST_RSS} × its imports (${figure(imported)} MiB)`;
    const value = of(program, 'warm', 'rss');
    return [
      atMost(`${label}: ready, cold`, ms('cold')),
      atMost(`${label}: ready, compile cache warm`, ms('warm')),
      atMost(`${label}: RSS when ready, warm`, { value, most: imported * MOST_RSS, unit: 'MiB', target }),
    ];
  });
  return [...rows, ...alone];
}
