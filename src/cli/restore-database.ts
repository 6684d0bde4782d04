/** `npm run -s db:restore -- FILE`: puts a backup where the database is, once it is sure that it can be used. */
import { resolve } from 'node:path';
import { restore } from '../store/backup.ts';
import { databaseSettings, end, inMegabytes, quoted, run, say, withoutPassword } from './database.ts';

const [file, ...rest] = process.argv.slice(2);
if (!file || rest.length > 0)
  end('Stop the bot, then say which backup to put back: npm run -s db:restore -- backup.sqlite');
const { databaseUrl, databasePath } = databaseSettings();
if (databaseUrl !== undefined)
  end(
    `DATABASE_URL is set: into PostgreSQL a backup is put back by its own tool. Stop the bot, make a new, empty database, and:\n  pg_restore --no-owner --exit-on-error --single-transaction --dbname=${quoted(withoutPassword(databaseUrl))} ${quoted(file)}\nThen start the bot with: npm start -- --restored`,
  );
await run([], async () => {
  const { tables, bytes, kept } = await restore(file, databasePath, new Date());
  for (const { table, rows } of tables) say(`${table}: ${rows}`);
  say(`${resolve(databasePath)} is now what ${file} holds: ${inMegabytes(bytes)}, whole, counted.`);
  say(
    kept === undefined
      ? 'There was none at this place before. If the bot has one, it lies elsewhere: see its DATABASE_PATH.'
      : `What was there before is kept as ${kept}. Throw it away once you are content.`,
  );
  say(
    'The next start looks in the channels first, so that what was posted after the backup is not posted again. Who deleted their data since then is back: see “Backup” in docs/operations.md.',
  );
});
