/** What is wrong with a database, in one word, from what its driver throws. */

/** `away`: it does not answer; `locked`: another program holds what is to be written. */
export type Trouble = 'full' | 'read-only' | 'away' | 'locked';

/** Undefined where it is something else. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return (
    bySqlite(error) ?? byPostgres(error) ?? inner.map(troubleOf).find((trouble) => trouble !== undefined)
  );
}

/** Before what the driver says; empty where that has to do. */
export const troubleWords = (trouble: Trouble | undefined): string =>
  trouble === undefined ? '' : `${WORDS[trouble]}: `;

const WORDS: Readonly<Record<Trouble, string>> = {
  full: 'the disk is full',
  'read-only': 'the database can only be read',
  away: 'the database is away',
  locked: 'another program holds the database',
};

const SHARED_MEMORY_SIZE = 4_874;

/** https://www.sqlite.org/rescode.html */
function bySqlite(error: Error): Trouble | undefined {
  // Of all that a disk may refuse, room for this file is what SQLite has no other code for.
  if ('errcode' in error && error.errcode === SHARED_MEMORY_SIZE) return 'full';
  switch (resultCode(error)) {
    case 13:
      return 'full';
    case 8:
      return 'read-only';
    case 5:
    case 6:
      return 'locked';
    default:
      return undefined;
  }
}

/** The last byte of SQLite's extended result code. */
export function resultCode(error: unknown): number | undefined {
  const known = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
  return known ? Number(error.errcode) & 0xff : undefined;
}

/** By PostgreSQL's codes (https://www.postgresql.org/docs/18/errcodes-appendix.html) and those of Node. */
const CODES: readonly (readonly [RegExp, Trouble])[] = [
  [/^53100$|^ENOSPC$/, 'full'],
  [/^25006$/, 'read-only'],
  [/^55P03$/, 'locked'],
  [/^08|^57P0[1-3]$|^ECONN|^EHOST|^ENET|^EPIPE$|^ETIMEDOUT$|^ENOTFOUND$|^EAI_AGAIN$|^ENOENT$/, 'away'],
];

/** pg says some things in words alone. */
const AWAY = /^Connection terminated|^timeout exceeded when trying to connect|^Query read timeout/;

function byPostgres(error: Error): Trouble | undefined {
  const code = 'code' in error ? String(error.code) : '';
  return CODES.find(([codes]) => codes.test(code))?.[1] ?? (AWAY.test(error.message) ? 'away' : undefined);
}
