/** The daily of a place before anyone has set one. */
import type { Daily } from '../ports/store.ts';
import type { Origin } from '../requests/request.ts';
import type { Services } from '../services.ts';
import { EVERY_DAY } from './parse-order.ts';
import { findZone } from './zone-names.ts';

/** Hours; later than that nobody wants the morning’s question. */
export const USUAL_CATCH_UP = 6;

/** Off, so that it is posted only on demand; its values are the defaults of a first order by this person. */
export const unsetDaily = async ({ random, clock }: Services, origin: Origin): Promise<Daily> => ({
  id: random.id(),
  place: origin.place,
  time: '09:00',
  zone: findZone((await origin.zone()) ?? 'UTC') ?? 'UTC',
  weekdays: EVERY_DAY,
  topic: '',
  revealAfterHours: 24,
  skipDates: [],
  catchUpHours: USUAL_CATCH_UP,
  state: 'off',
  pausedUntil: undefined,
  reason: '',
  setBy: origin.player,
  nextRun: clock.now(),
});
