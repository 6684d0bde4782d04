/**
 * What happens is told once, to the log: most of what is measured is counted from there. Events at `debug` cost no line where
 * nobody reads them, and are counted all the same.
 */
import type { LogFields, Logger } from '../core/ports/logger.ts';
import type { Metrics } from './metrics.ts';

type Count = (metrics: Metrics, fields: LogFields) => void;

/** The events are explained in `docs/log-events.md`, as all are. */
const COUNTED: Readonly<Record<string, Count>> = {
  'request-handled': (metrics, { platform, what }) => metrics.requested(platform, what),
  'request-acknowledged': (metrics, { platform, tookMs }) => metrics.acknowledged(platform, tookMs),
  'request-answered': (metrics, { platform, tookMs }) => metrics.answered(platform, tookMs),
  'limit-met': (metrics, { platform, of }) => metrics.limitMet(platform, of),
  'daily-due': (metrics, { platform }) => metrics.dailyDue(platform),
  'daily-posted': (metrics, { platform, lateMs }) => metrics.dailySettled(platform, 'posted', lateMs),
  'daily-unknown': (metrics, { platform }) => metrics.dailySettled(platform, 'unknown'),
  'daily-given-up': (metrics, { platform, state }) => metrics.dailySettled(platform, state),
  'round-revealed': (metrics, { platform, lateMs }) => metrics.revealed(platform, lateMs),
  'count-put-off': (metrics, { platform }) => metrics.editWithheld(platform, 'put-off'),
  'count-dropped': (metrics, { platform }) => metrics.editWithheld(platform, 'dropped'),
  'discord-sessions-left': (metrics, { remaining }) => metrics.sessionsLeft('discord', remaining),
};

/** Those that are counted, for the test that has each of them happen. */
export const countedEvents: readonly string[] = Object.keys(COUNTED);

export function countingLogger(logger: Logger, metrics: Metrics): Logger {
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) => {
      logger[level](event, fields);
      if (Object.hasOwn(COUNTED, event)) COUNTED[event]?.(metrics, fields);
      if (level === 'warn' || level === 'error') metrics.logged(level, event);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
