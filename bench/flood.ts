/**
 * One person sends a hundred commands a second for a while; another types one now and then. How long that other one waits
 * for the acknowledgement and the answer, on each face, and for how long the bot's main thread is held.
 */
import { join } from 'node:path';
import { startDiscordServer } from '../tests/fakes/discord-server.ts';
import { startSlackServer } from '../tests/fakes/slack-server.ts';
import { PROGRAM, startChild } from './child.ts';
import { atMost, figure, type Row, told } from './report.ts';
import { withScratch } from './scratch.ts';
import { quantile } from './timing.ts';

const A_SECOND = 100;
const SECONDS = 15;
const OTHERS_EVERY_MS = 400;

/** Discord and Slack give up after three. */
const MOST_MS = 1_000;

interface Face {
  readonly env: Readonly<Record<string, string>>;
  flood(address: string): void;
  /** One command of another person; resolves with both times. */
  ask(address: string): Promise<{ readonly acknowledgedMs: number; readonly answeredMs: number }>;
  close(): Promise<void>;
}

export const measureFlood = async (): Promise<readonly Row[]> => [
  ...(await measure('discord.js', await discord())),
  ...(await measure('bolt', await slack())),
  ...(await measure('the page', page())),
];

async function discord(): Promise<Face> {
  const server = await startDiscordServer();
  const type = (user: string) => server.command({ user, name: 'fact', options: { about: 'kim' } });
  return {
    env: { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl },
    flood: () => void type('666').catch(() => undefined),
    ask: async () => {
      const shown = server.messages().length;
      return timed(
        () => type('11'),
        () => server.messages().length > shown,
      );
    },
    close: server.close,
  };
}

async function slack(): Promise<Face> {
  const server = await startSlackServer();
  const { apiUrl, botToken, appToken } = server.settings;
  const type = (user: string) => server.command({ channel: 'C1', user, command: '/fact', text: 'kim' });
  return {
    env: { SLACK_API_URL: apiUrl, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken },
    flood: () => void type('UFLOOD').catch(() => undefined),
    ask: async () => {
      const shown = server.messages('C1').length;
      return timed(
        () => type('U1'),
        () => server.messages('C1').length > shown,
      );
    },
    close: () => server.close(),
  };
}

/** What is accepted there is acknowledged by the answer to the request; the answer comes by the stream. */
function page(): Face {
  const type = (address: string, player: string) =>
    fetch(`${address}/api/command`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ player, text: '/fact kim' }),
    }).then((response) => response.text());
  return {
    env: {},
    flood: (address) => void type(address, 'bo').catch(() => undefined),
    ask: (address) =>
      timed(
        () => type(address, 'ada'),
        () => true,
      ),
    close: async () => undefined,
  };
}

async function timed(ask: () => Promise<unknown>, isAnswered: () => boolean) {
  const began = performance.now();
  await ask();
  const acknowledgedMs = performance.now() - began;
  while (!isAnswered()) await pause(2);
  return { acknowledgedMs, answeredMs: performance.now() - began };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const measure = (name: string, face: Face): Promise<readonly Row[]> =>
  withScratch(async (folder) => {
    const child = await startChild({
      args: ['--import', './bench/programs/holds.mjs', ...PROGRAM],
      env: { PORT: '0', DATABASE_PATH: join(folder, 'bot.sqlite'), ...face.env },
    });
    const address = await child.printed(/open (http:\S+) in a browser/);
    await face.ask(address);
    await child.held();
    const usedUs = child.cpuUs();
    const began = performance.now();
    let sent = 0;
    const flooding = setInterval(() => {
      for (const due = ((performance.now() - began) / 1000) * A_SECOND; sent < due; sent += 1)
        face.flood(address);
    }, 10);
    const took: { readonly acknowledgedMs: number; readonly answeredMs: number }[] = [];
    while (performance.now() - began < SECONDS * 1000) {
      took.push(await face.ask(address));
      await pause(OTHERS_EVERY_MS);
    }
    clearInterval(flooding);
    const heldMs = await child.held();
    const eachUs = (child.cpuUs() - usedUs) / sent;
    await child.stop();
    await face.close();
    const acknowledged = took.map(({ acknowledgedMs }) => acknowledgedMs);
    const answered = took.map(({ answeredMs }) => answeredMs);
    return [
      told(`${name}: sent by one person a second`, figure(sent / ((performance.now() - began) / 1000))),
      told(`${name}: CPU of the bot’s process for each of them, others’ included`, `${figure(eachUs)} µs`),
      atMost(`${name}: others’ acknowledgements (${spread(acknowledged)}): the longest`, {
        ...{ value: Math.max(...acknowledged), most: MOST_MS, unit: 'ms' },
        target: 'a third of what a platform waits',
      }),
      told(
        `${name}: others’ answers (${spread(answered)}): the longest`,
        `${figure(Math.max(...answered))} ms`,
      ),
      told(`${name}: the main thread held at most`, `${figure(heldMs)} ms`),
    ];
  });

const spread = (values: readonly number[]): string =>
  `p50 ${figure(quantile(values, 0.5))} ms, p95 ${figure(quantile(values, 0.95))} ms`;
