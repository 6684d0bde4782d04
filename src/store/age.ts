/** Which release made a database, next to this one, and what an operator is told of that. */
import type { DatabaseSync } from 'node:sqlite';
import { migrations } from './migrations/list.ts';

/** `foreign`: another program made it. */
export type Age = 'new' | 'older' | 'this' | 'newer' | 'foreign';

export interface Contents {
  readonly tables: readonly string[];
  /** Migrations that ran, of whichever program. */
  readonly ran: readonly string[];
}

export function contentsOf(file: DatabaseSync): Contents {
  const names = (query: string) =>
    file
      .prepare(query)
      .all()
      .map(({ name }) => String(name));
  const tables = names("select name from sqlite_schema where type = 'table' order by name");
  const ran = tables.includes('kysely_migration') ? names('select name from kysely_migration') : [];
  return { tables, ran };
}

export function ageOf({ tables, ran }: Contents): Age {
  const unknown = unknownIn(ran);
  // What a start makes before it can be cut short by a full disk, say, is nobody's yet.
  if (ran.length === 0 && tables.every((name) => name.startsWith('kysely_'))) return 'new';
  if (unknown.length === ran.length) return 'foreign';
  if (unknown.length > 0) return 'newer';
  return ran.length < Object.keys(migrations).length ? 'older' : 'this';
}

/** Those that this release does not know. */
export const unknownIn = (ran: readonly string[]): readonly string[] =>
  ran.filter((name) => !Object.hasOwn(migrations, name));

/** Behind “is” or a comma, and what to do about it. */
export const AGES: Readonly<Record<Age, { readonly what: string; readonly next?: string }>> = {
  new: { what: 'empty: the first start makes its tables' },
  this: { what: 'of this release' },
  older: {
    what: 'of an older release: the next start brings its tables up to date',
    next: 'Make a backup first: npm run db:backup',
  },
  newer: {
    what: 'of a newer release',
    next: 'Start that release, or restore a backup from before the update.',
  },
  foreign: { what: 'of another program', next: 'Check DATABASE_URL or DATABASE_PATH.' },
};
