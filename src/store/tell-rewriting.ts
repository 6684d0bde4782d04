/** What an operator is told of a file that is rewritten at a start. */
import type { Logger } from '../core/ports/logger.ts';
import { troubleOf, troubleWords } from './trouble.ts';
import type { Rewriting } from './wipe.ts';

export const tellRewriting = ({
  say,
  logger,
}: {
  readonly say: (text: string) => void;
  readonly logger: Logger;
}): Rewriting => ({
  begins: (megabytes) =>
    say(
      `The database file (${megabytes} MB) is rewritten once, so that nothing deleted is left in it. The start waits for that, some seconds.\n`,
    ),
  done: (megabytes, ms) => logger.info('database-rewritten', { megabytes, ms }),
  failed: (megabytes, why) => {
    if (why === 'too-large') {
      say(
        `The database file (${megabytes} MB) may hold traces of what was deleted from it, and is too large to be rewritten at a start. With the bot stopped, npm run db:backup FILE and npm run db:restore FILE rewrite it.\n`,
      );
      logger.warn('database-not-rewritten', { megabytes });
    } else {
      say(
        `The database file could not be rewritten (${troubleWords(troubleOf(why))}${why.message}), so that traces of what was deleted may be left in it. It needs as much room again as the file has, on its disk and for temporary files; the next start tries again.\n`,
      );
      logger.warn('database-not-rewritten', { megabytes, error: why });
    }
  },
});
