/** What a round counts for once it closes. */
import { zoneOf } from '../daily/place-zone.ts';
import { localDateOf } from '../daily/zone.ts';
import type { Counting, Round } from '../ports/store.ts';
import type { Services } from '../services.ts';

/**
 * A point is dated by the moment from which it counts, not by the press: a daily that is answered on a Sunday and
 * revealed on Monday stands in Monday's week. Undefined for what people play alone.
 */
export async function countingOf(services: Services, round: Round): Promise<Counting | undefined> {
  const { clock, speaker } = services;
  if (round.isPrivate) return undefined;
  const date = localDateOf(clock.now(), await zoneOf(services, round.place));
  return { date, everywhere: speaker.countsEverywhere(round.place) };
}
