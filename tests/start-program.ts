/** A program of ours as an operator starts it: a process of its own, and all that it writes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Program {
  readonly child: ChildProcess;
  /** Its exit code, and all that it wrote. */
  readonly exited: Promise<{ readonly code: unknown; readonly output: string }>;
  /** All that it has written by now. */
  written(): string;
  /** Waits until it wrote this, and gives the first group; throws where it ends before. */
  printed(pattern: RegExp): Promise<string>;
}

/** The arguments with which Node runs the bot. */
export const BOT = ['--disable-warning=ExperimentalWarning', 'src/main.ts'];

/** Where the page is, once it says so. */
export const ready = /open (http:\S+) in a browser/;

export function startProgram(
  env: Readonly<Record<string, string>>,
  program: string,
  ...args: readonly string[]
): Program {
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const changed = () =>
    Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), once(child, 'exit')]);
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
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
  return { child, exited, written: () => output, printed };
}
