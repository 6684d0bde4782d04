/** A PostgreSQL behind TLS with a managed database's own authority, and behind a pooler that is particular. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSharedQueue } from '../../src/queue/shared.ts';
import { look } from '../../src/store/look.ts';
import { openStore } from '../../src/store/open.ts';
import { systemClock } from '../../src/system.ts';
import { TEST } from '../contracts/queue.ts';
import { createRecordingLogger } from '../fakes/logger.ts';
import { type Front, poolerFront, socketFront, tlsFront } from '../fakes/postgres-fronts.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';

const server = sharedPostgres();
const fronts: Front[] = [];
afterEach(async () => void (await Promise.all(fronts.splice(0).map((front) => front.close()))));
const kept = (front: Front): Front => {
  fronts.push(front);
  return front;
};

const TLS = 'tests/fixtures/tls';

/** The store and the queue, as the bot uses both. */
async function use(url: string): Promise<string> {
  try {
    const store = await openStore(url);
    await store.tryWrite(1);
    await store.close();
    const logger = createRecordingLogger();
    const queue = await openSharedQueue({ url, platforms: [TEST], clock: systemClock, logger });
    await queue.stop();
    return logger.lines.length === 0 ? 'works' : JSON.stringify(logger.lines);
  } catch (error) {
    return String(error);
  }
}

describe('TLS with a managed database’s own authority', () => {
  /** A server whose certificate is for this name; it is reached as localhost. */
  const open = async (name: string) => {
    const [key, cert] = await Promise.all([readFile(`${TLS}/${name}.key`), readFile(`${TLS}/${name}.crt`)]);
    const url = await server.createDatabase();
    const front = kept(await tlsFront(url, { key, cert }));
    return (query: string) => `${front.through(url, 'localhost')}?${query}`;
  };

  it('works with the authority’s file, and not without', async () => {
    const at = await open('localhost');
    const warned: string[] = [];
    const listen = (warning: Error) => void warned.push(warning.message);
    process.on('warning', listen);
    expect(await use(at(`sslmode=verify-full&sslrootcert=${TLS}/ca.crt`))).toBe('works');
    expect(await use(at(`sslmode=require&sslrootcert=${TLS}/ca.crt`))).toBe('works');
    expect(await use(at('sslmode=no-verify'))).toBe('works');
    // As people copy it from the provider's page.
    expect(await use(at('sslmode=require'))).toContain('sslmode=verify-full&sslrootcert=FILE');
    const other = at(`sslmode=verify-full&sslrootcert=${TLS}/other-ca.crt`);
    expect(await use(other)).toContain('of an authority that this machine does not know');
    await new Promise((turn) => setImmediate(turn));
    process.off('warning', listen);
    expect(warned).toEqual([]);
  });

  it('is refused where the certificate is for another name', async () => {
    const at = await open('db.example.org');
    expect(await use(at(`sslmode=verify-full&sslrootcert=${TLS}/ca.crt`))).toContain(
      'Its certificate is for another name',
    );
  });
});

describe('a socket’s file, written as libpq has it', () => {
  it('works as an address does', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'receipts-socket-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const url = await server.createDatabase();
    const front = await socketFront(url, folder);
    onTestFinished(() => front.close());
    const { username, password, pathname } = new URL(url);
    const written = `postgres://${username}:${password}@${pathname}?host=${folder}`;
    expect(await use(written)).toBe('works');
    expect(await look(written)).toMatchObject({ age: 'this' });
  });
});

describe('a pooler that refuses what it does not know', () => {
  it('takes the bot as it starts', async () => {
    const url = await server.createDatabase();
    const front = kept(await poolerFront(url));
    expect(await use(front.through(url))).toBe('works');
  });

  it('takes a bot in a schema of its own', async () => {
    const url = await server.createDatabase();
    const front = kept(await poolerFront(url));
    expect(await use(`${front.through(url)}?schema=bot_one`)).toBe('works');
  });

  it('refuses a client that sets a limit as it starts', async () => {
    const url = await server.createDatabase();
    const front = kept(await poolerFront(url));
    const client = new Client({ connectionString: front.through(url), statement_timeout: 1_000 });
    await expect(client.connect()).rejects.toThrow('unsupported startup parameter: statement_timeout');
  });
});
