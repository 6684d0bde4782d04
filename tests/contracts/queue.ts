/** The specification of the Queue port: every queue runs all of it, the shared one against a real PostgreSQL. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { platformId } from '../../src/core/ids.ts';
import type { Job, Queue } from '../../src/core/ports/queue.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { createRecordingLogger } from '../fakes/logger.ts';

export const close = (round: string): Job => ({ do: 'close-round', round });
export const TEST = platformId('test');
export const daily = (id: string, platform = TEST): Job => ({ do: 'run-daily', platform, daily: id });

/** Longer than a busy machine needs. */
export const eventually = <Value>(read: () => Value) => expect.poll(read, { timeout: 20_000 });

/** Jobs by name, as they began and ended; what it is told to hold ends only when it is let go. */
export function createWorker() {
  const began: string[] = [];
  const ended: string[] = [];
  const gate = Promise.withResolvers<void>();
  const work = async (job: Job, held: boolean) => {
    began.push(nameOf(job));
    if (held) await gate.promise;
    ended.push(nameOf(job));
  };
  const running = () => began.length - ended.length;
  return { began, ended, running, letGo: () => gate.resolve(), work };
}

export const nameOf = (job: Job): string => String(Object.values(job).at(-1));

/** `open` gives a queue in which nothing waits. */
export function queueContract(
  name: string,
  open: (parts: { clock: FakeClock; logger: ReturnType<typeof createRecordingLogger> }) => Promise<Queue>,
): void {
  describe(`${name} as a queue`, () => {
    let clock: FakeClock;
    let logger: ReturnType<typeof createRecordingLogger>;
    let queue: Queue;
    let worker: ReturnType<typeof createWorker>;
    beforeEach(async () => {
      clock = createFakeClock(0);
      logger = createRecordingLogger();
      worker = createWorker();
      queue = await open({ clock, logger });
    });
    afterEach(async () => {
      worker.letGo();
      await queue.stop();
    });

    const begun = (...names: string[]) => eventually(() => worker.began.toSorted()).toEqual(names);

    it.each([close, daily])('runs a job at its time, and at once where that is past (%#)', async (job) => {
      queue.start((given) => worker.work(given, false));
      queue.enqueue(job('later'), 5_000);
      queue.enqueue(job('late'), -5_000);
      await clock.advance(4_999);
      await begun('late');
      expect(queue.waits(job('later'))).toBe(true);
      await clock.advance(1);
      await begun('late', 'later');
      expect(queue.waits(job('later'))).toBe(false);
    });

    it.each([close, daily])('holds a job once, for the earliest time it was wanted (%#)', async (job) => {
      queue.start((given) => worker.work(given, false));
      for (const at of [9_000, 3_000, 6_000]) queue.enqueue(job('one'), at);
      await clock.advance(3_000);
      await begun('one');
      await clock.advance(20_000);
      queue.enqueue(job('another'), 0);
      await clock.advance(0);
      await begun('another', 'one');
    });

    it.each([close, daily])('never runs a job twice at once, however often it is added (%#)', async (job) => {
      queue.start((given) => worker.work(given, true));
      for (let time = 0; time < 3; time += 1) {
        queue.enqueue(job('one'), 0);
        await clock.advance(0);
        await begun('one');
      }
      queue.enqueue(job('another'), 0);
      await clock.advance(0);
      await begun('another', 'one');
    });

    it('shows a result at once, though more dailies are under way and waiting than it has hands', async () => {
      queue.start((job) => worker.work(job, job.do === 'run-daily'));
      for (let count = 0; count < 100; count += 1) queue.enqueue(daily(`${count}`), 0);
      await clock.advance(0);
      await eventually(() => worker.running()).toBe(20);
      queue.enqueue(close('result'), 0);
      await clock.advance(0);
      expect(worker.ended).toEqual(['result']);
      worker.letGo();
      await eventually(() => worker.ended.length).toBe(101);
      expect(new Set(worker.ended).size).toBe(101);
    });

    it('takes no more of a platform that it has left, and goes on with the others', async () => {
      const other = platformId('other');
      queue.enqueue(daily('before'), 1_000);
      queue.start((given) => worker.work(given, false));
      queue.leave(TEST);
      queue.enqueue(daily('after'), 0);
      queue.enqueue(daily('elsewhere', other), 1_000);
      await clock.advance(1_000);
      await begun('elsewhere');
    });

    it('says that work can be handed out', async () => {
      await expect(queue.check()).resolves.toBeUndefined();
    });

    it('goes on after a job that fails, and logs it', async () => {
      queue.start(async (job) => {
        if (nameOf(job) === 'broken') throw new Error('broken');
        await worker.work(job, false);
      });
      for (const job of [daily('broken'), close('broken'), daily('sound'), close('sound too')])
        queue.enqueue(job, 0);
      await clock.advance(0);
      await begun('sound', 'sound too');
      await eventually(() => logger.lines.filter(({ event }) => event === 'job-failed').length).toBe(2);
    });

    it.each([close, daily])('waits at its stop for what runs, and begins nothing more (%#)', async (job) => {
      queue.start((given) => worker.work(given, true));
      queue.enqueue(job('running'), 0);
      queue.enqueue(job('waiting'), 1_000);
      await clock.advance(0);
      await begun('running');
      const stopped = queue.stop().then(() => worker.ended.length);
      worker.letGo();
      expect(await stopped).toBe(1);
      queue.enqueue(job('too late'), 0);
      await clock.advance(60_000);
      expect(worker.began).toEqual(['running']);
    });
  });
}
