/**
 * One time for the harness, the platforms and all processes of the bot: a small file says when it is, how fast it
 * runs, and by how much each process's clock is off. A process that was stopped knows the right time as soon as it
 * goes on, as after a sleep of the machine.
 *
 * Layout, in doubles: virtual instant, real instant at which it was that, speed, then one offset for each process.
 */
import { openSync, readSync, writeSync } from 'node:fs';
import type { Clock } from '../../src/core/ports/clock.ts';

const WORD = 8;
const HEAD = 3 * WORD;
/** Timers are looked at this often, in real milliseconds. */
const POLL_MS = 4;

/** Monotonic, and the same in all processes of a machine. */
const real = (): number => Number(process.hrtime.bigint() / 1_000n) / 1_000;

export interface VirtualTime {
  readonly file: string;
  now(): number;
  speed(): number;
  /** From now on so many virtual milliseconds pass in a real one; 0 stops time. */
  flow(speed: number): void;
  /** Time that nobody sees pass. */
  jumpTo(instant: number): void;
  /** The clock of one process is off by so much from now on. */
  skew(slot: number, ms: number): void;
}

export function createVirtualTime(file: string, start: number): VirtualTime {
  const descriptor = openSync(file, 'w+');
  let speed = 0;
  const write = (...head: number[]) =>
    writeSync(descriptor, Buffer.from(new Float64Array(head).buffer), 0, HEAD, 0);
  write(start, real(), 0);
  const now = () => read(descriptor, undefined);
  return {
    file,
    now,
    speed: () => speed,
    flow: (next) => {
      write(now(), real(), next);
      speed = next;
    },
    jumpTo: (instant) => write(instant, real(), speed),
    skew: (slot, ms) =>
      void writeSync(descriptor, Buffer.from(new Float64Array([ms]).buffer), 0, WORD, HEAD + slot * WORD),
  };
}

interface PolledClock extends Clock {
  /** At each look at the time, after the timers that it finds due. */
  onPoll(run: () => void): void;
  /** Once, after a look that begins later than now. */
  afterPoll(run: () => void): void;
}

/** The clock of one process. Its timers follow the virtual time, and run late where it leaps. */
export function openClock(file: string, slot: number): PolledClock {
  const descriptor = openSync(file, 'r');
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const polled: (() => void)[] = [];
  let once: (() => void)[] = [];
  const now = () => read(descriptor, slot);
  setInterval(() => {
    const instant = now();
    for (const timer of [...timers].filter(({ at }) => at <= instant).toSorted((a, b) => a.at - b.at)) {
      if (timers.delete(timer)) timer.run();
    }
    const waiting = once;
    once = [];
    for (const run of [...polled, ...waiting]) run();
  }, POLL_MS);
  return {
    now,
    after(ms, run) {
      const timer = { at: now() + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    onPoll: (run) => void polled.push(run),
    afterPoll: (run) => void once.push(run),
  };
}

function read(descriptor: number, slot: number | undefined): number {
  const head = new Float64Array(3);
  readSync(descriptor, head, 0, HEAD, 0);
  const offset = new Float64Array(1);
  if (slot !== undefined) readSync(descriptor, offset, 0, WORD, HEAD + slot * WORD);
  const [instant = 0, since = 0, speed = 0] = head;
  return Math.floor(instant + (real() - since) * speed + (offset[0] ?? 0));
}
