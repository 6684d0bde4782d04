/** `npm run -s db:backup -- FILE`: a copy of the database, also while the bot runs, tried and counted. */
import { backUp } from '../store/backup.ts';
import { databaseSettings, end, inMegabytes, quoted, run, say, withoutPassword } from './database.ts';

const [file, ...rest] = process.argv.slice(2);
if (!file || rest.length > 0) end('Say where the backup goes: npm run -s db:backup -- backup.sqlite');
const { databaseUrl, databasePath } = databaseSettings();
if (databaseUrl !== undefined) {
  const [, schema] = /[?&]schema=(\w+)/.exec(databaseUrl) ?? [];
  const part = schema === undefined ? '--exclude-schema=receipts_queue' : `--schema=${schema}`;
  end(
    `DATABASE_URL is set: PostgreSQL is backed up by its own tool, also while the bot runs:\n  pg_dump --format=custom ${part} --file=${quoted(file)} ${quoted(withoutPassword(databaseUrl))}`,
  );
}
await run([], async () => {
  const began = new Date();
  const { tables, bytes } = await backUp(databasePath, file);
  for (const { table, rows } of tables) say(`${table}: ${rows}`);
  say(
    `${file} holds all of ${databasePath} as of ${began.toISOString()}: ${inMegabytes(bytes)}, whole, counted. Keep it where others cannot read it, and throw it away in time: it keeps the people who delete their data later.`,
  );
});
