/** Which database the programs for operators mean, and how they say what they have to. */
import { existsSync } from 'node:fs';
import { parseConfig } from '../config.ts';
import { striking } from '../secrets.ts';

export function databaseSettings(): {
  readonly databaseUrl: string | undefined;
  readonly databasePath: string;
} {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { DATABASE_URL, DATABASE_PATH } = process.env;
  const parsed = parseConfig({ DATABASE_URL, DATABASE_PATH });
  if (!parsed.ok) return end(parsed.problems.join('\n'));
  // As it is written, because PostgreSQL's own tools know more forms than our driver.
  return { ...parsed.config, databaseUrl: DATABASE_URL || undefined };
}

export function end(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

export const say = (text: string) => void process.stdout.write(`${text}\n`);

/** Ends with 1 and with what is wrong, without a password, where it fails. */
export async function run(secrets: readonly string[], program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    end(striking(secrets)(error instanceof Error ? error.message : String(error)));
  }
}

/** For a shell. */
export const quoted = (text: string): string =>
  /^[\w./:@=?&-]+$/.test(text) && !/[?&]/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** As PostgreSQL's own tools take it, without the password: they ask for it, or read it from PGPASSWORD or ~/.pgpass. */
export function withoutPassword(address: string): string {
  const [start = '', query = ''] = address.replace(/^([^/]*\/\/[^:/?#@]*):[^/?#]*@/, '$1@').split('?');
  const options = new URLSearchParams(query);
  options.delete('password');
  options.delete('schema');
  // What our driver calls so, they call by another name.
  if (options.get('sslmode') === 'no-verify') options.set('sslmode', 'require');
  return options.size > 0 ? `${start}?${options}` : start;
}

export const inMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
