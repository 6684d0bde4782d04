/** The program as an operator starts it: a process of its own, on a database in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

export interface Program {
  readonly child: ChildProcess;
  /** Its exit code, and all that it wrote. */
  readonly exited: Promise<{ readonly code: unknown; readonly output: string }>;
  /** Waits until it wrote this, and gives the first group; throws where it ends before. */
  printed(pattern: RegExp): Promise<string>;
}

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
    const child = spawn(program, args, {
      env: { PATH: process.env.PATH, PORT: '0', DATABASE_PATH: join(folder, 'bot.sqlite'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    let output = '';
    const changed = () =>
      Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), once(child, 'exit')]);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const exited = once(child, 'close').then(([code]) => ({ code, output }));
    const printed = async (pattern: RegExp): Promise<string> => {
      while (!pattern.test(output)) {
        if (child.exitCode !== null) throw new Error(`it ended:\n${output}`);
        await changed();
      }
      return pattern.exec(output)?.[1] ?? '';
    };
    return { child, exited, printed };
  };

  return {
    get folder() {
      return folder;
    },
    run: (env, ...args) =>
      start(env, process.execPath, '--disable-warning=ExperimentalWarning', 'src/main.ts', ...args),
    start,
  };
}

/** Where the page is, once it says so. */
export const ready = /open (http:\S+) in a browser/;

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
