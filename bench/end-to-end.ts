/**
 * A slash command from the person to the answer: the whole program with the real SDKs in a process of its own,
 * the platform in this one. Beside it the same SDK alone, which answers with a payload that is ready beforehand.
 */
import { join } from 'node:path';
import { startDiscordServer } from '../tests/fakes/discord-server.ts';
import { startSlackServer } from '../tests/fakes/slack-server.ts';
import { PROGRAM, type Start, startChild } from './child.ts';
import { shippedLibrary, subjectNames } from './dataset.ts';
import { figure, type Row, told } from './report.ts';
import { withScratch } from './scratch.ts';
import { median, timeEach } from './timing.ts';

/** The SDKs' code is compiled as it proves hot, which takes this many. */
const WARM_UP = 600;
const COMMANDS = 600;
const [PEOPLE, CHANNELS] = [100, 5];

/** The target: 1.3 times the SDK's own work. */
const MOST = 1.3;

interface Outside {
  readonly env: Readonly<Record<string, string>>;
  /** Each time somebody else, so that nobody meets a limit. */
  type(about: string, call: number): Promise<void>;
  close(): Promise<void>;
}

export const measureEndToEnd = async (): Promise<readonly Row[]> => {
  const names = subjectNames(await shippedLibrary(), 40);
  return [
    ...(await compare('discord.js', discord, 'bench/programs/bare-discord.ts', names)),
    ...(await compare('bolt', slack, 'bench/programs/bare-slack.ts', names)),
  ];
};

async function discord(): Promise<Outside> {
  const server = await startDiscordServer();
  return {
    env: { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl },
    type: async (about, call) => {
      const channel = `90000000000000000${1 + (call % CHANNELS)}`;
      await server.command({
        user: String(100 + (call % PEOPLE)),
        channel,
        name: 'fact',
        options: { about },
      });
      await server.answered();
    },
    close: server.close,
  };
}

async function slack(): Promise<Outside> {
  const server = await startSlackServer();
  const { apiUrl, botToken, appToken } = server.settings;
  for (let at = 0; at < CHANNELS; at += 1) server.addChannel({ id: `C${at}` });
  return {
    env: { SLACK_API_URL: apiUrl, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken },
    type: async (about, call) => {
      const who = { channel: `C${call % CHANNELS}`, user: `U${call % PEOPLE}` };
      await server.command({ ...who, command: '/fact', text: `about: ${about}` });
      await server.answered();
    },
    close: () => server.close(),
  };
}

type Names = readonly string[];

async function compare(
  sdk: string,
  open: () => Promise<Outside>,
  bare: string,
  names: Names,
): Promise<readonly Row[]> {
  const floor = await measure(open, { args: [bare] }, names);
  const whole = await measure(open, { args: PROGRAM }, names);
  const ratio = whole.cpu / floor.cpu;
  return [
    {
      what: `\`/fact\` through ${sdk}: CPU of the bot’s process a command`,
      measured: `${figure(whole.cpu)} µs`,
      against: `≤ ${MOST} × ${sdk} alone (${figure(floor.cpu)} µs); it is ${figure(ratio)} ×`,
      within: ratio <= MOST,
    },
    told(
      `\`/fact\` through ${sdk}: typed to shown, p50`,
      `${figure(whole.ms)} ms`,
      `${sdk} alone ${figure(floor.ms)} ms; a person waits 3 s at most`,
    ),
  ];
}

/** One command after the other; against a fresh platform, because the fake looks through all it has seen. */
const measure = (open: () => Promise<Outside>, start: Start, names: Names) =>
  withScratch(async (folder) => {
    const outside = await open();
    const env = { PORT: '0', DATABASE_PATH: join(folder, 'bot.sqlite'), ...outside.env };
    const child = await startChild({ ...start, env });
    const type = (call: number) => outside.type(names[call % names.length] ?? '', call);
    for (let call = 0; call < WARM_UP; call += 1) await type(call);
    const before = child.cpuUs();
    const took = await timeEach([...Array(COMMANDS).keys()], type);
    const cpu = (child.cpuUs() - before) / COMMANDS;
    await child.stop();
    await outside.close();
    return { cpu, ms: median(took) / 1000 };
  });
