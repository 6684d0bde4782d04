/** This machine's clock next to others'. */
import { type Examined, type Finding, finding } from '../core/finding.ts';

/** A platform tells whole seconds, and a little time passes on the way. */
const CLOCK_OFF_MS = 5_000;
const CLOCK_WRONG_MS = 30_000;

/** Next to that of the first that said what time it has: a platform, or the database. */
export function ofClock(examined: readonly Examined[]): readonly Finding[] {
  const [found] = examined.filter(({ aheadMs }) => aheadMs !== undefined);
  return found?.aheadMs === undefined
    ? [finding('note', 'Clock', 'there was nobody to compare it with')]
    : [clockBy(found.aheadMs, found.findings[0]?.about === 'Database' ? 'the database’s' : 'the platform’s')];
}

function clockBy(aheadMs: number, whose: string): Finding {
  const off = Math.abs(aheadMs);
  const seconds = `${Math.round(off / 1_000)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} ${whose}`;
  if (off < CLOCK_OFF_MS) return finding('ok', 'Clock', `right, by ${whose}`);
  return finding(
    off < CLOCK_WRONG_MS ? 'look' : 'wrong',
    'Clock',
    `this machine’s is ${seconds}`,
    'Have it set by NTP (timedatectl set-ntp true): daily questions come by it.',
  );
}
