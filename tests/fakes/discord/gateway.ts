/** The fake's websocket: hello, identify, READY, heartbeats, resume, dispatch. */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

export interface GatewayServer {
  /** Sends an event to every session. Throws where no bot is connected. */
  dispatch(event: string, data: object): void;
  /** Closes all connections with a code, as Discord does. */
  drop(code: number): void;
  /** Resolves at the next READY or RESUMED. */
  nextSession(): Promise<'ready' | 'resumed'>;
  /** What bots said of themselves. */
  readonly identified: readonly { readonly intents: number; readonly shard: readonly number[] | undefined }[];
  close(): void;
}

export interface GatewaySettings {
  readonly token: string;
  readonly applicationId: string;
  readonly guilds: readonly string[];
  /** Answers every identify with this close code. */
  readonly refuseWith: () => number | undefined;
}

const Frame = z.discriminatedUnion('op', [
  z.object({ op: z.literal(1) }),
  z.object({
    op: z.literal(2),
    d: z.object({ token: z.string(), intents: z.int(), shard: z.array(z.int()).optional() }),
  }),
  z.object({ op: z.literal(6), d: z.object({ token: z.string(), session_id: z.string() }) }),
]);

const AUTHENTICATION_FAILED = 4004;
/** Longer than any test. */
const HEARTBEAT_MS = 45_000;

export function createGatewayServer(http: Server, settings: GatewaySettings): GatewayServer {
  const sockets = new WebSocketServer({ server: http });
  const identified: { intents: number; shard: readonly number[] | undefined }[] = [];
  const waiting: ((how: 'ready' | 'resumed') => void)[] = [];
  /** Those that are ready, oldest first. */
  const sessions = new Set<WebSocket>();
  let sequence = 0;

  const send = (socket: WebSocket, event: string, data: object) => {
    sequence += 1;
    socket.send(JSON.stringify({ op: 0, t: event, s: sequence, d: data }));
  };
  const begin = (socket: WebSocket, how: 'ready' | 'resumed') => {
    sessions.add(socket);
    if (how === 'ready') send(socket, 'READY', readyData(http, settings, identified.at(-1)?.shard));
    else send(socket, 'RESUMED', {});
    for (const resolve of waiting.splice(0)) resolve(how);
  };
  const receive = (socket: WebSocket, frame: z.infer<typeof Frame>) => {
    if (frame.op === 1) return socket.send(JSON.stringify({ op: 11 }));
    const refused = frame.d.token === settings.token ? settings.refuseWith() : AUTHENTICATION_FAILED;
    if (refused !== undefined) return socket.close(refused);
    if (frame.op === 6) return begin(socket, 'resumed');
    identified.push({ intents: frame.d.intents, shard: frame.d.shard });
    return begin(socket, 'ready');
  };
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      const frame = Frame.safeParse(JSON.parse(String(data)));
      if (frame.success) receive(socket, frame.data);
    });
    socket.on('close', () => sessions.delete(socket));
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: HEARTBEAT_MS } }));
  });
  return {
    identified,
    dispatch: (event, data) => {
      if (sessions.size === 0) throw new Error('no bot is connected to the fake Discord');
      for (const socket of sessions) send(socket, event, data);
    },
    drop: (code) => {
      for (const socket of sockets.clients) socket.close(code);
    },
    nextSession: () => new Promise((resolve) => waiting.push(resolve)),
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

export const gatewayAddress = (http: Server): string => {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('the fake Discord does not listen');
  return `ws://127.0.0.1:${address.port}/gateway`;
};

function readyData(
  http: Server,
  { applicationId, guilds }: GatewaySettings,
  shard: readonly number[] | undefined,
) {
  return {
    v: 10,
    user: { id: applicationId, username: 'receipts', discriminator: '0000', avatar: null, bot: true },
    guilds: guilds.map((id) => ({ id, unavailable: true })),
    session_id: 'session',
    resume_gateway_url: gatewayAddress(http),
    application: { id: applicationId, flags: 0 },
    ...(shard ? { shard } : {}),
  };
}
