/** The daily of a place before anyone has set one. */
import type { Place, Player } from '../ids.ts';
import type { Services } from '../services.ts';
import type { Daily } from '../store.ts';
import { EVERY_DAY } from './parse-order.ts';

/** Hours; later than that nobody wants the morning’s question. */
export const USUAL_CATCH_UP = 6;

/** Off, so that it is posted only on demand; its values are the defaults of a first order. */
export const unsetDaily = ({ random, clock }: Services, place: Place, setBy: Player): Daily => ({
  id: random.id(),
  place,
  time: '09:00',
  zone: 'UTC',
  weekdays: EVERY_DAY,
  topic: '',
  revealAfterHours: 24,
  skipDates: [],
  catchUpHours: USUAL_CATCH_UP,
  state: 'off',
  pausedUntil: undefined,
  reason: '',
  setBy,
  nextRun: clock.now(),
});
