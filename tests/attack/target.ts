/** What is attacked: the program in a process of its own, on a database of its own, between a Discord and a Slack in ours. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FakeDiscord, startDiscordServer } from '../fakes/discord-server.ts';
import { type FakeSlack, startSlackServer } from '../fakes/slack-server.ts';
import { BOT, type Program, ready, startProgram } from '../start-program.ts';

export interface Target {
  readonly discord: FakeDiscord;
  readonly slack: FakeSlack;
  readonly program: Program;
  /** Where the page is. */
  readonly address: string;
  /** In a folder that the program has made. */
  readonly database: string;
  /** Stops it as an operator does. What it did wrong in its life: ended by itself, or wrote an error to its log. */
  end(): Promise<readonly string[]>;
}

/** In the folder; several one after the other share what they find there. */
export async function openTarget(folder: string): Promise<Target> {
  const [discord, slack] = await Promise.all([startDiscordServer(), startSlackServer()]);
  const { apiUrl, botToken, appToken } = slack.settings;
  const database = join(folder, 'kept', 'bot.sqlite');
  const program = startBot({
    DATABASE_PATH: database,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
  });
  const address = await program.printed(ready);
  return {
    ...{ discord, slack, program, address, database },
    end: async () => {
      const ended = await endProgram(program);
      await Promise.all([discord.close(), slack.close()]);
      return ended;
    },
  };
}

const running = new Set<Program>();
/** Whoever is stopped by a key takes them along. */
process.once('exit', () => {
  for (const { child } of running) child.kill('SIGKILL');
});

export function startBot(env: Readonly<Record<string, string>>, ...args: readonly string[]): Program {
  const program = startProgram(env, process.execPath, ...BOT, ...args);
  running.add(program);
  void program.exited.then(() => running.delete(program));
  return program;
}

export async function endProgram({ child, exited }: Program): Promise<readonly string[]> {
  const isUp = child.exitCode === null && child.signalCode === null;
  child.kill('SIGTERM');
  const { code, output } = await exited;
  const isEnded = isUp && (code === 0 || output.includes(CUT_SHORT));
  return [...(isEnded ? [] : [`crashed: it ended with ${code}`]), ...errorsIn(output)];
}

/** A stop has nine seconds, which is little on a machine that has much to do. */
const CUT_SHORT = '"event":"stop-cut-short"';

/** Nor is it the program's fault that a platform did not take in time what it said; whoever waited is counted as late. */
const BUSY = [CUT_SHORT, '"error":"AbortError"', '"error":"TimeoutError"'];

const errorsIn = (output: string): readonly string[] =>
  output
    .split('\n')
    .filter((line) => /^\{"level":"error"|^\w*Error\b|^Uncaught|^node:/.test(line))
    .filter((line) => !BUSY.some((sign) => line.includes(sign)))
    .map((line) => `unhandled: ${line}`);

export async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'receipts-attack-'));
  // As an operator's own folder is: what the program makes in it is its own affair.
  await chmod(folder, 0o755);
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
