/** The Logger port as lines of JSON on standard error, by pino. */
import { type DestinationStream, pino } from 'pino';
import type { LogFields, Logger } from './core/ports/logger.ts';
import { type Strike, striking } from './secrets.ts';

/**
 * `secrets` are struck out wherever they stand in a line, also inside an SDK's error message. `base` is in every line.
 */
export function createLogger(
  level: string,
  secrets: readonly string[],
  base: LogFields = {},
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  const strike = striking(secrets);
  const logger = pino(
    {
      level,
      base,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
      hooks: { streamWrite: (line) => strikeFields(line, strike) },
    },
    to,
  );
  const at =
    (method: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) =>
      logger[method](fields, event);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** What the program itself says in every line, whatever words a password is made of. */
const OURS = ['level', 'time', 'event'];

/** In the values as they are meant: in the line a quotation mark has a sign before it, and what is cut there may not be JSON. */
function strikeFields(line: string, strike: Strike): string {
  const struck = (value: unknown): unknown => {
    if (typeof value === 'string') return strike(value);
    if (Array.isArray(value)) return value.map(struck);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, struck(inner)]));
  };
  const fields = Object.entries(JSON.parse(line));
  return `${JSON.stringify(Object.fromEntries(fields.map(([name, value]) => [name, OURS.includes(name) ? value : struck(value)])))}\n`;
}
