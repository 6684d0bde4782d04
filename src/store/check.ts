/** What `--check` finds out about the database: it only reads, makes no file and changes no table. */
import { Fault } from '../core/errors.ts';
import { type Age, type Looked, look } from './look.ts';
import { describeStore } from './open.ts';

/** What is there, in one sentence; throws a Fault where the bot should not start on it. */
export async function checkStore(location: string): Promise<string> {
  const where = await describeStore(location);
  const looked = await look(location);
  if (!looked) return `${where}: not there yet, the first start makes it.`;
  const wrong = wrongWith(looked);
  if (wrong !== undefined) throw new Fault('STORE', wrong);
  return `${where}: ${AGE[looked.age]}.`;
}

const AGE: Readonly<Record<Age, string>> = {
  new: 'empty, the first start makes its tables',
  this: 'of this release',
  older: 'of an older release, the next start brings its tables up to date',
  newer: 'of a newer release',
  foreign: 'of another program',
};

function wrongWith({ age, lacks }: Looked): string | undefined {
  if (age === 'newer')
    return 'The database was written by a newer release. Start that release, or restore a backup from before the update.';
  if (age === 'foreign') return 'The database is of another program. Check DATABASE_PATH.';
  return lacks === undefined
    ? undefined
    : `The user in DATABASE_URL may not make ${lacks}. Let it own the database, or grant it create on the schema and on the database.`;
}
