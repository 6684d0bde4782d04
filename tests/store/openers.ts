/** Processes that open a store, held back until all are loaded. Those that still run at a test's end are killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach } from 'vitest';

export interface Opener {
  readonly pid: number | undefined;
  go(): void;
  /** True once it said it; false where it ended without. */
  said(words: string): Promise<boolean>;
  /** All that it said, and complained of. */
  output(): string;
  kill(): Promise<void>;
}

export function openers() {
  const running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });
  return (kind: 'bot' | 'program', file: string, name: string): Opener => {
    const opener = join(import.meta.dirname, 'opener.ts');
    const child = spawn(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      opener,
      kind,
      file,
      name,
    ]);
    running.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    const ended = once(child, 'close');
    const said = async (words: string): Promise<boolean> => {
      let isOver = false;
      while (!output.includes(words) && !isOver)
        await Promise.race([
          once(child.stdout, 'data'),
          ended.then(() => {
            isOver = true;
          }),
        ]);
      return output.includes(words);
    };
    return {
      pid: child.pid,
      go: () => void child.stdin.end(),
      said,
      output: () => output,
      kill: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    };
  };
}
