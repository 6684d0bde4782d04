/** `npm run -s db:copy -- FROM TO`: copies everything from one database to an empty one, and says what to do next. */
import { copyDatabase } from '../store/copy.ts';

const [from, to, ...rest] = process.argv.slice(2);
if (from === undefined || to === undefined || rest.length > 0) {
  process.stderr.write(
    'Stop the bot, then: npm run -s db:copy -- .receipts/receipts.sqlite postgres://user:password@host:5432/database\n',
  );
  process.exit(1);
}
try {
  for (const { table, rows } of await copyDatabase(from, to)) process.stdout.write(`${table}: ${rows}\n`);
  process.stdout.write(
    `Everything was copied and counted in both. Now set ${to.includes('://') ? 'DATABASE_URL' : 'DATABASE_PATH'} to the new database in .env and start the bot; keep the old one until you are content.\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
