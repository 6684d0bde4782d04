/** The program as an operator starts it, on a database in a folder of its own, for each test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { BOT, type Program, startProgram } from './start-program.ts';

export { type Program, ready } from './start-program.ts';

export interface Programs {
  /** Where the running test may leave files; its SQLite file lies there. */
  readonly folder: string;
  run(env: Record<string, string>, ...args: string[]): Program;
  /** The same of another program that starts it. */
  start(env: Record<string, string>, program: string, ...args: string[]): Program;
}

/** What is still running at the end of a test is killed, and its folder is gone. */
export function programsForEachTest(): Programs {
  let folder: string;
  const running: ChildProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'receipts-main-'));
  });
  afterEach(async () => {
    for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const start: Programs['start'] = (env, program, ...args) => {
    const started = startProgram({ DATABASE_PATH: join(folder, 'bot.sqlite'), ...env }, program, ...args);
    running.push(started.child);
    return started;
  };

  return {
    get folder() {
      return folder;
    },
    run: (env, ...args) => start(env, process.execPath, ...BOT, ...args),
    start,
  };
}

export async function readyz(address: string) {
  const answer = await fetch(`${address}/readyz`);
  return { status: answer.status, report: await answer.json() };
}

/** One of the programs in `src/cli/`, until it ends: its exit code, and what it wrote to each stream. */
export async function runCli(
  program: string,
  args: readonly string[],
  { env = {}, cwd = process.cwd() }: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
) {
  const line = ['--disable-warning=ExperimentalWarning', join(process.cwd(), `src/cli/${program}.ts`)];
  const child = spawn(process.execPath, [...line, ...args], {
    ...{ cwd, env: { PATH: process.env.PATH, ...env } },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.err += text;
  });
  const [code] = await once(child, 'close');
  return { code, ...texts };
}
