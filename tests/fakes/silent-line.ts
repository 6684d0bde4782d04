/** A line to PostgreSQL that goes silent without closing, as behind a firewall that forgets it. */
import { connect, createServer, type Socket } from 'node:net';

export interface SilentLine {
  /** Of the database, by this line. */
  readonly url: string;
  /** What is connected now hears nothing any more and is not told; what connects later is heard. */
  silence(): void;
  close(): void;
}

/** Passes everything on, until it is told to swallow what the present lines carry. */
export async function throughSilentLine(url: string): Promise<SilentLine> {
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
    far.on('close', () => mute.has(near) || near.destroy());
    near.on('close', () => {
      lines.delete(near);
      mute.delete(near);
      far.destroy();
    });
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
