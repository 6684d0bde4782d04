import { describe, expect, it } from 'vitest';
import { createMeter } from '../../src/core/rate.ts';
import { createFakeClock } from '../fakes/clock.ts';

const THREE = { atOnce: 3, thenEveryMs: 1_000 };

function take(meter: ReturnType<typeof createMeter>, who: string, times: number): number {
  let taken = 0;
  for (let at = 0; at < times; at += 1) {
    if (meter.waitMs(who) > 0) continue;
    meter.count(who);
    taken += 1;
  }
  return taken;
}

describe('a rate', () => {
  it('lets some through at once, and then one at a time', async () => {
    const clock = createFakeClock('2026-11-23T08:00:00Z');
    const meter = createMeter(clock, THREE);
    expect(take(meter, 'ada', 10)).toBe(3);
    expect(meter.waitMs('ada')).toBe(1_000);
    await clock.advance(999);
    expect(take(meter, 'ada', 10)).toBe(0);
    await clock.advance(1);
    expect(take(meter, 'ada', 10)).toBe(1);
    await clock.advance(60_000);
    expect(take(meter, 'ada', 10)).toBe(3);
  });

  it('counts each for themselves', () => {
    const meter = createMeter(createFakeClock('2026-11-23T08:00:00Z'), THREE);
    expect(take(meter, 'ada', 10)).toBe(3);
    expect(take(meter, 'bo', 10)).toBe(3);
  });

  it('keeps nobody waiting for as long as the clock was put back', () => {
    let now = Date.parse('2026-11-23T08:00:00Z');
    const meter = createMeter({ now: () => now }, THREE);
    expect(take(meter, 'ada', 10)).toBe(3);
    now -= 3_600_000;
    expect(meter.waitMs('ada')).toBeLessThanOrEqual(1_000);
  });

  it('remembers no more than it has room for: of a flood of invented names the first is forgotten', () => {
    const meter = createMeter(createFakeClock('2026-11-23T08:00:00Z'), THREE, 100);
    expect(take(meter, 'ada', 3)).toBe(3);
    for (let at = 0; at < 99; at += 1) take(meter, `invented-${at}`, 1);
    expect(meter.waitMs('ada')).toBe(1_000);
    take(meter, 'invented-99', 1);
    expect(meter.waitMs('ada')).toBe(0);
  });
});
