import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startMinuteTick } from '../../src/queue/minute-tick.ts';
import { createRecordingLogger } from '../fakes/logger.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-23T09:00:30Z') }));
afterEach(() => void vi.useRealTimers());

async function start(run: () => Promise<void>) {
  const logger = createRecordingLogger();
  return { logger, ...startMinuteTick(run, logger) };
}

it('comes once a minute', async () => {
  const runs: number[] = [];
  const { stop } = await start(async () => void runs.push(Date.now()));
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  await stop();
  expect(runs).toHaveLength(5);
});

it('comes though the clock was set back by hours', async () => {
  const runs: number[] = [];
  const { stop } = await start(async () => void runs.push(Date.now()));
  await vi.advanceTimersByTimeAsync(MINUTE);
  const before = runs.length;
  vi.setSystemTime(Date.now() - 3 * 60 * MINUTE);
  await vi.advanceTimersByTimeAsync(6 * MINUTE);
  await stop();
  expect(runs.length - before).toBeGreaterThanOrEqual(2);
});

it('prints nothing of its own where a minute is missed', async () => {
  const printed = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { stop } = await start(async () => undefined);
  vi.setSystemTime(Date.now() + 10 * MINUTE);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  await stop();
  expect(printed).not.toHaveBeenCalled();
});

it('comes again within ten seconds after one that failed, and then waits for its minute', async () => {
  const runs: number[] = [];
  const { stop } = await start(async () => {
    runs.push(Date.now());
    if (runs.length < 3) throw new Error('the database is away');
  });
  await vi.advanceTimersByTimeAsync(MINUTE);
  await stop();
  expect(runs).toHaveLength(3);
  expect((runs[2] ?? 0) - (runs[0] ?? 0)).toBeLessThanOrEqual(20_000);
});

it('comes within ten seconds where something that was due could not be done, once', async () => {
  const runs: number[] = [];
  const { soon, stop } = await start(async () => void runs.push(Date.now()));
  for (let failed = 0; failed < 20; failed += 1) soon();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  await stop();
  expect(runs).toHaveLength(3);
});

it('is not joined by a second one while it runs, and survives one that fails', async () => {
  let running = 0;
  let most = 0;
  const { logger, stop } = await start(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 4 * MINUTE));
    running -= 1;
    throw new Error('the database is away');
  });
  await vi.advanceTimersByTimeAsync(12 * MINUTE);
  await stop();
  expect(most).toBe(1);
  expect(logger.lines.filter(({ event }) => event === 'tick-failed').length).toBeGreaterThan(1);
});
