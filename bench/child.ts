/** A process that is started, watched from outside and ended. Needs Linux: its figures come from /proc. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface Child {
  /** From the start of the process to its "ready" line. */
  readonly readyMs: number;
  rssMiB(): number;
  /** The most that it had until it was ready, with the programs that it started; 0 where nobody watched. */
  readonly peakMiB: number;
  /** Of all its threads, in user and kernel mode, and of the programs that it started and that have ended. */
  cpuUs(): number;
  /** The first group of what it has printed and printed last; waits where it has not yet. */
  printed(pattern: RegExp): Promise<string>;
  /** What its main thread took at most before its loop came round, since this was asked before; with `programs/holds.mjs`. */
  held(): Promise<number>;
  signal(name: NodeJS.Signals): void;
  /** Resolves when it has ended by itself, so that what it writes at its end is written. */
  stop(): Promise<void>;
}

export interface Start {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Whether `peakMiB` is wanted: looking takes so long that the start takes a third more. */
  readonly isWatched?: boolean;
}

/** Whoever ends early, by a fault or a key, takes its children along. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

const NODE_ARGS = ['--disable-warning=ExperimentalWarning'];

/** As `npm start` has it. */
export const PROGRAM = ['--import', './src/compile-cache.mjs', 'src/main.ts'];

/** Resolves once it prints "ready"; what it says before its end otherwise becomes the error. */
export async function startChild({ args, env = {}, isWatched = false }: Start): Promise<Child> {
  const began = performance.now();
  const child = spawn(process.execPath, [...NODE_ARGS, ...args], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'close').then(() => running.delete(child));
  const printed = listenTo(child);
  const { pid } = child;
  if (pid === undefined) throw new Error('it has no process id');
  let peakMiB = 0;
  const look = () => {
    peakMiB = Math.max(peakMiB, sharedOf(pid));
  };
  const watching = isWatched ? setInterval(look, SAMPLE_MS) : undefined;
  await printed(/\b(ready)\b/).finally(() => clearInterval(watching));
  const readyMs = performance.now() - began;
  let asked = 0;
  return {
    ...{ readyMs, peakMiB },
    rssMiB: () => rssOf(pid),
    cpuUs: () => ticksOf(proc(pid, 'stat')) * US_A_TICK,
    printed,
    held: async () => {
      child.kill('SIGUSR2');
      asked += 1;
      return Number(await printed(new RegExp(`held ${asked}: (\\S+) ms`)));
    },
    signal: (name) => void child.kill(name),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const proc = (pid: number, file: string): string => readFileSync(`/proc/${pid}/${file}`, 'utf8');

/** 0 for one that has ended and waits to be noticed. */
const rssOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(proc(pid, 'status'))?.[1] ?? 0) / 1024;

const SAMPLE_MS = 20;

/** What they share is counted once; one that ends in between has nothing. */
function sharedOf(pid: number): number {
  try {
    const children = proc(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number);
    const own = Number(/Pss:\s+(\d+)/.exec(proc(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024;
    return children.reduce((sum, child) => sum + sharedOf(child), own);
  } catch {
    return 0;
  }
}

/** Linux counts a process's time in hundredths of a second. */
const US_A_TICK = 10_000;

/** Fields 14 to 17; the second field is a name in brackets, which may hold anything. */
function ticksOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
}

/** What it says on either stream; "ready" in a line of its log does not count. */
function listenTo(child: ChildProcess): Child['printed'] {
  let said = '';
  let code: number | null | undefined;
  const waiting = new Set<() => void>();
  const listen = (text: string) => {
    said = (said + text).slice(-4_000);
    for (const look of [...waiting]) look();
  };
  child.stdout?.setEncoding('utf8').on('data', listen);
  // Read, so that the pipe never fills.
  child.stderr?.setEncoding('utf8').on('data', (text: string) => listen(text.replaceAll('ready', '')));
  child.once('close', (ended) => {
    code = ended;
    listen('');
  });
  return (pattern) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(said)?.[1];
        if (found === undefined && code === undefined) return;
        waiting.delete(look);
        if (found === undefined) reject(new Error(`it ended with ${code}:\n${said}`));
        else resolve(found);
      };
      waiting.add(look);
      look();
    });
}
