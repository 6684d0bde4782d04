/** A connection that goes silent without closing, as behind a firewall that forgets it. */
import { connect, createServer, type Socket } from 'node:net';
import { Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import { postgresDialect } from '../../src/store/postgres.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';

const server = sharedPostgres();

/** Passes everything on, until it is told to swallow what the present lines carry. */
async function throughProxy(url: string) {
  const target = new URL(url);
  const port = Number(target.port);
  const mute = new Set<Socket>();
  const lines = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    lines.add(near);
    near.on('data', (data) => void (mute.has(near) || far.write(data)));
    far.on('data', (data) => void (mute.has(near) || near.write(data)));
    for (const end of [near, far]) end.on('error', () => undefined);
    near.on('close', () => far.destroy());
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  proxy.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = proxy.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  target.port = String(address.port);
  const close = () => {
    for (const line of lines) line.destroy();
    proxy.close();
  };
  const silence = () => {
    for (const line of lines) mute.add(line);
  };
  return { url: target.href, silence, close };
}

it('fails the query after a while, and those after it have a connection that works', async () => {
  const proxy = await throughProxy(await server.createDatabase());
  const db = new Kysely<Record<never, never>>({ dialect: await postgresDialect(proxy.url, 500) });
  const ask = () => sql`select 1 as one`.execute(db);
  await ask();
  proxy.silence();
  await expect(ask()).rejects.toThrow();
  const again = () =>
    ask().then(
      ({ rows }) => rows,
      () => undefined,
    );
  await expect.poll(again).toEqual([{ one: 1 }]);
  await db.destroy();
  proxy.close();
});
