import { expect, it } from 'vitest';
import type { Job } from '../../src/core/ports/queue.ts';
import { createInProcessQueue } from '../../src/queue/in-process.ts';
import { close, queueContract } from '../contracts/queue.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createRecordingLogger } from '../fakes/logger.ts';

queueContract('one process', async (parts) => createInProcessQueue(parts));

it('runs a job at its time though the clock was wrong for hours when it was first handed out', async () => {
  const nine = Date.parse('2026-11-23T09:00:00Z');
  const clock = createFakeClock(nine - 5 * 3_600_000);
  const queue = createInProcessQueue({ clock, logger: createRecordingLogger() });
  const ran: Job[] = [];
  queue.start(async (job) => void ran.push(job));
  // Five hours of waiting are begun here, before the clock is set right; the next tick hands the job out again.
  queue.enqueue(close('r1'), nine);
  const before = clock.now();
  clock.jumpTo(nine - 60_000);
  queue.enqueue(close('r1'), nine);
  await clock.advance(60_000);
  expect(ran).toEqual([close('r1')]);
  expect(before).toBeLessThan(nine);
  await queue.stop();
});
