/** The one PostgreSQL of a test run: a database of its own for each who asks, and nobody stops it. */
import { Client } from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's own database. */
    readonly postgres: string | undefined;
  }
}

/** Run by vitest, before the first file that may need it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide('postgres', url('postgres'));
  return stop;
}

let databases = 0;

export function sharedPostgres(): Pick<PostgresServer, 'url' | 'createDatabase'> {
  const own = inject('postgres');
  if (own === undefined) throw new Error('name this file under POSTGRES in vitest.config.ts');
  const url = (database: string) => Object.assign(new URL(own), { pathname: database }).href;
  return {
    url,
    createDatabase: async () => {
      databases += 1;
      const name = `test_${process.pid}_${databases}`;
      const client = new Client({ connectionString: own });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return url(name);
    },
  };
}
