/**
 * The Queue port inside one process. Nothing is kept on disk: what a stop forgets, the tick finds again in the
 * store, every minute and right after the start.
 */
import type { Clock } from '../core/ports/clock.ts';
import type { Logger } from '../core/ports/logger.ts';
import type { Queue } from '../core/ports/queue.ts';
import { createLine } from './line.ts';
import { createTimedQueue } from './timed.ts';

/** More at once gains nothing: the platforms take no more than about 50 posts a second. */
const FAN_OUT_AT_ONCE = 20;

export function createInProcessQueue({ clock, logger }: { clock: Clock; logger: Logger }): Queue {
  return createTimedQueue({ clock, logger, fanOut: createLine(FAN_OUT_AT_ONCE, logger) });
}
