import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/core/queue.ts';
import { createInProcessQueue } from '../../src/queue/in-process.ts';
import { createFakeClock, settled } from '../fakes/clock.ts';
import { createRecordingLogger } from '../fakes/logger.ts';

const close = (round: string): Job => ({ do: 'close-round', round });
const daily = (id: string): Job => ({ do: 'run-daily', daily: id });

function setUp() {
  const clock = createFakeClock(0);
  const logger = createRecordingLogger();
  return { clock, logger, queue: createInProcessQueue({ clock, logger }) };
}

describe('the queue of one process', () => {
  it('runs a job at its time, and at once where that is past', async () => {
    const { clock, queue } = setUp();
    const done: Job[] = [];
    queue.start(async (job) => void done.push(job));
    queue.enqueue(close('later'), 5_000);
    queue.enqueue(close('late'), -5_000);
    await clock.advance(0);
    expect(done).toEqual([close('late')]);
    await clock.advance(5_000);
    expect(done).toEqual([close('late'), close('later')]);
  });

  it('holds a job once, at the earliest time that it was wanted for', async () => {
    const { clock, queue } = setUp();
    const done: number[] = [];
    queue.start(async () => void done.push(clock.now()));
    for (const at of [9_000, 3_000, 6_000]) queue.enqueue(close('one'), at);
    await clock.advance(20_000);
    expect(done).toEqual([3_000]);
  });

  it('shows a result before a morning’s dailies, however many wait', async () => {
    const { clock, queue } = setUp();
    const done: string[] = [];
    const gate = Promise.withResolvers<void>();
    queue.start(async (job) => {
      await gate.promise;
      done.push(job.do);
    });
    for (let count = 0; count < 100; count += 1) queue.enqueue(daily(`${count}`), 0);
    queue.enqueue(close('one'), 0);
    await clock.advance(0);
    gate.resolve();
    await settled();
    expect(done).toHaveLength(101);
    expect(done.indexOf('close-round')).toBeLessThan(30);
  });

  it('goes on after a job that fails, and logs it', async () => {
    const { clock, queue, logger } = setUp();
    const done: Job[] = [];
    queue.start(async (job) => {
      if (job.do === 'run-daily') throw new Error('broken');
      done.push(job);
    });
    queue.enqueue(daily('one'), 0);
    queue.enqueue(close('two'), 0);
    await clock.advance(0);
    expect(done).toEqual([close('two')]);
    expect(logger.lines).toMatchObject([{ event: 'job-failed', fields: { job: daily('one') } }]);
  });

  it('waits at its stop for what runs, and begins nothing more', async () => {
    const { clock, queue } = setUp();
    const gate = Promise.withResolvers<void>();
    const done: Job[] = [];
    queue.start(async (job) => {
      await gate.promise;
      done.push(job);
    });
    queue.enqueue(close('running'), 0);
    queue.enqueue(close('waiting'), 1_000);
    await clock.advance(0);
    const stopped = queue.stop();
    gate.resolve();
    await stopped;
    await clock.advance(60_000);
    expect(done).toEqual([close('running')]);
  });
});
