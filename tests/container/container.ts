/**
 * Runs an image as `docker run --read-only --cap-drop ALL --network none` would: node is process 1, an ordinary user, on a
 * tree that takes no writes but in the volumes and /tmp.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Running } from './dockerfile.ts';
import type { Image } from './image.ts';

export interface Container {
  /** Waits until it wrote this; throws where it ends before. */
  printed(pattern: RegExp): Promise<string>;
  /** The exit code of a program in it, run as its user. */
  exec(command: readonly string[]): number;
  /** What a program of this machine writes that has the container's network. */
  visit(command: readonly string[]): string;
  /** Sends what ends it, and waits for that. */
  stop(): Promise<{ readonly code: number | null; readonly afterMs: number }>;
  /** Ends it without a word, if it still runs. */
  kill(): void;
}

const USER = ['--reuid=1000', '--regid=1000', '--clear-groups', '--no-new-privs', '--bounding-set=-all'];

export function runContainer(
  image: Image,
  running: Running,
  volumes: string,
  settings: Readonly<Record<string, string>>,
): Container {
  const { root, folder } = image;
  const env = Object.entries({ ...image.env, ...settings, HOME: '/tmp' }).map(
    ([name, value]) => `${name}=${value}`,
  );
  const mounts = running.volumes.map((volume) => {
    const outside = join(volumes, volume);
    if (mkdirSync(outside, { recursive: true })) execFileSync('cp', ['-aT', join(root, volume), outside]);
    return `mount --bind ${outside} ${root}${volume}`;
  });
  const script = `set -e
    ip link set lo up
    mount --bind ${root} ${root} && mount -o remount,bind,ro ${root}
    mount -t proc proc ${root}/proc
    mount -t tmpfs -o mode=755 tmpfs ${root}/dev
    for each in null zero urandom; do touch ${root}/dev/$each; mount --bind /dev/$each ${root}/dev/$each; done
    mount -t tmpfs tmpfs ${root}/tmp
    ${mounts.join('\n')}
    exec chroot ${root} setpriv ${USER.join(' ')} -- env -i -C ${folder} "$@"`;
  const spaces = ['--mount', '--pid', '--net', '--ipc', '--uts', '--fork', '--kill-child'];
  const child = spawn('unshare', [...spaces, 'sh', '-c', script, 'sh', ...env, ...running.command], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = outputOf(child);
  const inside = () => processIn(child);
  return {
    printed: output.printed,
    exec(command) {
      const target = [
        '--target',
        inside(),
        '--mount',
        '--pid',
        '--net',
        '--root',
        `--wd=${join(root, folder)}`,
      ];
      const as = ['setpriv', ...USER, '--', 'env', '-i', ...env];
      return statusOf(() => execFileSync('nsenter', [...target, ...as, ...command], { stdio: 'pipe' }));
    },
    visit: (command) =>
      execFileSync('nsenter', ['--target', inside(), '--net', ...command], { encoding: 'utf8' }),
    async stop() {
      const at = Date.now();
      const gone = once(child, 'close');
      process.kill(Number(inside()), running.stopSignal);
      const [code] = await gone;
      return { code, afterMs: Date.now() - at };
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** The child of `unshare`: process 1 in there. */
const processIn = ({ pid }: ChildProcess): string =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();

function statusOf(run: () => unknown): number {
  try {
    run();
    return 0;
  } catch (error) {
    if (error instanceof Error && 'status' in error && typeof error.status === 'number') return error.status;
    throw error;
  }
}

function outputOf(child: ReturnType<typeof spawn>) {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      child.emit('wrote');
    });
  child.once('close', () => child.emit('wrote'));
  return {
    async printed(pattern: RegExp) {
      while (!pattern.test(output)) {
        if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${output}`);
        await once(child, 'wrote');
      }
      return pattern.exec(output)?.[0] ?? '';
    },
  };
}
