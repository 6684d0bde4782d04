/** `npm run -s db:copy -- FROM TO`: copies everything from one database to an empty one, and says what to do next. */
import { existsSync } from 'node:fs';
import { secretsOfAddress } from '../secrets.ts';
import { copyDatabase } from '../store/copy.ts';
import { isPostgres } from '../store/open.ts';
import { end, run, say } from './database.ts';

const USAGE = `Stop the bot, put the new address into .env, then: npm run -s db:copy -- .receipts/receipts.sqlite DATABASE_URL
Each of the two is a file, the name of a setting that holds an address, or an address without a password.`;

/** Whoever may list processes, and whoever reads the shell's history, would see it. */
const PASSWORD_ON_THE_LINE = `An address with a password is not taken here: others on this machine can read the command line, and the shell keeps it. Nothing was copied.
Put the address into .env as DATABASE_URL=… and give its name: npm run -s db:copy -- .receipts/receipts.sqlite DATABASE_URL
(Any other name of a variable works as well; or give the address without the password, and that in PGPASSWORD or ~/.pgpass.)`;

const [first, second, ...rest] = process.argv.slice(2);
if (!first || !second || rest.length > 0) end(USAGE);
if ([first, second].some(hasPassword)) end(PASSWORD_ON_THE_LINE);
if (existsSync('.env')) process.loadEnvFile('.env');
const [from, to] = [named(first), named(second)];
await run([from, to].filter(isPostgres).flatMap(secretsOfAddress), async () => {
  for (const { table, rows } of await copyDatabase(from, to)) say(`${table}: ${rows}`);
  say(
    `Everything was copied and counted in both. Now set ${isPostgres(to) ? 'DATABASE_URL' : 'DATABASE_PATH'} to the new database in .env${isPostgres(to) ? '' : ', with DATABASE_URL empty,'} and start the bot; keep the old one until you are content.`,
  );
});

function hasPassword(argument: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/(?:[^@]*:[^@]*@|.*[?&]password=)/i.test(argument);
}

/** The value of a setting, where the argument is the name of one and not of a file. */
function named(argument: string): string {
  if (!/^[A-Z][A-Z\d_]*$/.test(argument) || existsSync(argument)) return argument;
  return process.env[argument] || end(`${argument} is not set, neither in .env nor in the environment.`);
}
