/** The Logger port as lines of JSON on standard error, by pino. */
import { pino } from 'pino';
import type { LogFields, Logger } from './core/ports/logger.ts';

/**
 * `secrets` are struck out wherever they stand in a line, also inside an SDK's error message. `base` is in every line.
 */
export function createLogger(level: string, secrets: readonly string[], base: LogFields = {}): Logger {
  const strike = (line: string) =>
    secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
  const logger = pino(
    {
      level,
      base,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
      hooks: { streamWrite: strike },
    },
    pino.destination({ dest: 2, sync: true }),
  );
  const at =
    (method: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) =>
      logger[method](fields, event);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
