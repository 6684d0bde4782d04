/** When something is due, in stretches with nothing to do between them. */
import type { Standing } from './places.ts';

export interface Scene {
  readonly from: number;
  readonly until: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const GAP_MS = 20 * MINUTE_MS;
const BEFORE_MS = 20_000;
const AFTER_MS = 60_000;

export function planScenes(places: readonly Standing[]): readonly Scene[] {
  const instants = places.flatMap(({ daily, dues }) =>
    dues.flatMap(({ at }) => [at, at + daily.revealAfterHours * HOUR_MS]),
  );
  const scenes: { from: number; until: number }[] = [];
  for (const at of instants.toSorted((a, b) => a - b)) {
    const last = scenes.at(-1);
    if (last && at - last.until < GAP_MS) last.until = at;
    else scenes.push({ from: at, until: at });
  }
  return scenes.map(({ from, until }) => ({ from: from - BEFORE_MS, until: until + AFTER_MS }));
}
