/** What `--check` finds out about the database: it only reads, makes no file and changes no table. */
import { Fault } from '../core/errors.ts';
import { AGES } from './age.ts';
import { type Looked, look } from './look.ts';
import { HOW_TO_LET } from './migrate.ts';
import { describeStore } from './open.ts';

/** What is there, in one sentence; throws a Fault where the bot should not start on it. */
export async function checkStore(location: string): Promise<string> {
  const where = await describeStore(location);
  const looked = await look(location);
  if (!looked) return `${where}: not there yet, the first start makes it.`;
  const wrong = wrongWith(looked);
  if (wrong !== undefined) throw new Fault('STORE', wrong);
  return `${where}: ${AGES[looked.age].what}.`;
}

function wrongWith({ age, lacks }: Looked): string | undefined {
  const { what, next } = AGES[age];
  if (age === 'newer' || age === 'foreign') return `The database is ${what}. ${next}`;
  return lacks === undefined ? undefined : `The user in DATABASE_URL may not make ${lacks}. ${HOW_TO_LET}`;
}
