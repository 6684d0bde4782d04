/** What stands before a PostgreSQL elsewhere: TLS as a managed database has it, and a pooler like PgBouncer. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

export interface Front {
  /** The server's address through here, at another name of this machine where one is given. */
  through(url: string, host?: string): string;
  close(): Promise<void>;
}

const SSL_REQUEST = 80_877_103;

/** Takes TLS alone; behind it the real server. */
export const tlsFront = (
  url: string,
  certificate: { readonly key: Buffer; readonly cert: Buffer },
): Promise<Front> =>
  front(async (socket) => {
    const hello = await firstMessage(socket);
    if (hello.readInt32BE(4) !== SSL_REQUEST) return void socket.destroy();
    socket.write('S');
    join(new TLSSocket(socket, { isServer: true, ...certificate }), toServer(url));
  });

/** What PgBouncer 1.18 passes on of a start by itself; it ends a start with anything else. */
const PASSED_ON = new Set([
  ...['user', 'database', 'client_encoding', 'datestyle', 'timezone'],
  ...['standard_conforming_strings', 'application_name'],
]);

/** Refuses start-up parameters that it does not know. */
export const poolerFront = (url: string): Promise<Front> =>
  front(async (socket) => {
    const start = await firstMessage(socket);
    const unknown = namesIn(start).find((name) => !PASSED_ON.has(name.toLowerCase()));
    if (unknown !== undefined) return void socket.end(refusal(`unsupported startup parameter: ${unknown}`));
    const server = toServer(url);
    server.write(start);
    join(socket, server);
  });

/** A socket's file in this folder, as PostgreSQL has one for programs on its own machine. */
export const socketFront = async (url: string, folder: string): Promise<Pick<Front, 'close'>> =>
  front(async (socket) => join(socket, toServer(url)), `${folder}/.s.PGSQL.5432`);

async function front(take: (socket: Socket) => Promise<void>, file?: string): Promise<Front> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket)));
    take(socket).catch(() => socket.destroy());
  });
  await new Promise<void>((listening) =>
    file === undefined ? server.listen(0, '127.0.0.1', listening) : server.listen(file, listening),
  );
  const { port } = server.address() as AddressInfo;
  return {
    through: (url, host = '127.0.0.1') => Object.assign(new URL(url), { host: `${host}:${port}` }).href,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const toServer = (url: string): Socket => connect(Number(new URL(url).port), new URL(url).hostname);

function join(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one);
  for (const [end, peer] of [
    [one, other],
    [other, one],
  ] as const)
    end.on('error', () => peer.destroy()).on('close', () => peer.destroy());
}

const firstMessage = async (socket: Socket): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    socket
      .once('data', resolve)
      .once('error', reject)
      .once('end', () => reject(new Error('it hung up')));
  });

/** Behind length and version, name and value in turn, each ended by a zero. */
const namesIn = (start: Buffer): readonly string[] =>
  start
    .subarray(8)
    .toString()
    .split('\0')
    .filter((text, at) => at % 2 === 0 && text !== '');

function refusal(message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C08P01\0M${message}\0\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
