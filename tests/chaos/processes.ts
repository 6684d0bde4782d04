/** The processes of the bot: started, killed, frozen and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a process is told when it starts, as JSON. */
export interface Orders {
  readonly timeFile: string;
  readonly slot: number;
  readonly seed: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly fault?: string;
}

export type State = 'down' | 'starting' | 'up' | 'frozen';

export interface BotProcess {
  readonly slot: number;
  state(): State;
  start(): void;
  /** True where there was one to kill. */
  kill(): boolean;
  freeze(): boolean;
  thaw(): void;
  /** Resolves when it has started. */
  up(): Promise<void>;
  /** Resolves when nothing is under way in it, or when it has ended. */
  rested(): Promise<void>;
  /** What it wrote last, each time that it ended though nobody killed it. */
  readonly crashes: readonly string[];
}

export interface ProcessOptions {
  readonly slot: number;
  readonly seed: number;
  readonly timeFile: string;
  readonly fault: string | undefined;
  readonly environment: () => Readonly<Record<string, string>>;
}

const PROGRAM = fileURLToPath(new URL('./process.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MOST_LINES = 12;

export function createProcess({ slot, seed, timeFile, fault, environment }: ProcessOptions): BotProcess {
  let running: ChildProcess | undefined;
  let state: State = 'down';
  let starts = 0;
  const crashes: string[] = [];
  const lines: string[] = [];
  const start = () => {
    starts += 1;
    // Ids are made from the seed: no two lives may share one.
    const life = seed * 1_000_000 + slot * 100_000 + starts;
    const orders = { timeFile, slot, seed: life, environment: environment(), ...(fault ? { fault } : {}) };
    const child = launch(orders);
    running = child;
    state = 'starting';
    child.on('message', (message) => {
      if (running === child && message === 'ready') state = 'up';
    });
    child.on('exit', (code) => {
      if (running !== child) return;
      running = undefined;
      state = 'down';
      crashes.push(`process ${slot} ended by itself with ${code}: ${lines.splice(0).join('\n')}`);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.trimEnd().split('\n'));
      lines.splice(0, Math.max(0, lines.length - MOST_LINES));
    });
  };
  const kill = () => {
    const child = running;
    running = undefined;
    state = 'down';
    return child?.kill('SIGKILL') ?? false;
  };
  const freeze = () => {
    if (state !== 'up' || !running?.kill('SIGSTOP')) return false;
    state = 'frozen';
    return true;
  };
  const thaw = () => {
    if (state === 'frozen' && running?.kill('SIGCONT')) state = 'up';
  };
  const up = async () => {
    while (state === 'starting')
      await Promise.race((['message', 'exit'] as const).map((event) => hear(running, event)));
    if (state !== 'up') throw new Error(`the bot does not start: ${crashes.at(-1)}`);
  };
  const rested = async () => void (running && (await restOf(running)));
  return { slot, state: () => state, start, kill, freeze, thaw, up, rested, crashes };
}

const hear = (child: ChildProcess | undefined, event: 'message' | 'exit'): Promise<unknown> =>
  child ? once(child, event) : Promise.resolve();

async function restOf(child: ChildProcess): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('message', resolve).once('exit', resolve);
  child.send('rest', () => undefined);
  await promise;
  child.off('message', resolve).off('exit', resolve);
}

const launch = (orders: Orders): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, JSON.stringify(orders)], {
    cwd: ROOT,
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
