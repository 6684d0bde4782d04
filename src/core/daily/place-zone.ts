import type { Place } from '../ids.ts';
import type { Services } from '../services.ts';

/** The zone that a place lives by: its daily's, on or off; UTC where it never had one. */
export const zoneOf = async ({ store }: Pick<Services, 'store'>, place: Place): Promise<string> =>
  (await store.findDaily(place))?.zone ?? 'UTC';
