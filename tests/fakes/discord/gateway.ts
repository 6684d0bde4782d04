/** The fake's websocket: hello, identify, READY, heartbeats, resume, dispatch. */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

export interface GatewayServer {
  /** Sends an event to every session of the shard that it belongs to. Throws where no bot is connected. */
  dispatch(event: string, data: object): void;
  /** Closes all connections with a code, as Discord does. */
  drop(code: number): void;
  /** Resolves at the next READY or RESUMED. */
  nextSession(): Promise<'ready' | 'resumed'>;
  /** How many sessions may still begin. Each costs one; whoever begins one too many has the token reset. */
  readonly limit: SessionLimit;
  /** What bots said of themselves. */
  readonly identified: readonly { readonly intents: number; readonly shard: readonly number[] | undefined }[];
  close(): void;
}

interface SessionLimit {
  total: number;
  remaining: number;
  resetAfterMs: number;
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

type Shard = readonly number[];

const AUTHENTICATION_FAILED = 4004;
const INVALID_SESSION = JSON.stringify({ op: 9, d: false });
/** Longer than any test. */
const HEARTBEAT_MS = 45_000;

export function createGatewayServer(http: Server, settings: GatewaySettings): GatewayServer {
  const sockets = new WebSocketServer({ server: http });
  const identified: { intents: number; shard: readonly number[] | undefined }[] = [];
  const waiting: ((how: 'ready' | 'resumed') => void)[] = [];
  const limit: SessionLimit = { total: 1_000, remaining: 1_000, resetAfterMs: 86_400_000 };
  /** Those that are ready, with their shard. */
  const sessions = new Map<WebSocket, Shard>();
  /** The shard of each session that there ever was, so that it can be resumed. */
  const begun = new Map<string, Shard>();
  let sequence = 0;

  const send = (socket: WebSocket, event: string, data: object) => {
    sequence += 1;
    socket.send(JSON.stringify({ op: 0, t: event, s: sequence, d: data }));
  };
  const begin = (socket: WebSocket, shard: Shard, session?: string) => {
    sessions.set(socket, shard);
    const id = session ?? `session-${begun.size + 1}`;
    begun.set(id, shard);
    if (session === undefined) send(socket, 'READY', readyData(http, settings, { shard, id }));
    else send(socket, 'RESUMED', {});
    for (const resolve of waiting.splice(0)) resolve(session === undefined ? 'ready' : 'resumed');
  };
  const receive = (socket: WebSocket, frame: z.infer<typeof Frame>) => {
    if (frame.op === 1) return socket.send(JSON.stringify({ op: 11 }));
    if (frame.op === 2) limit.remaining -= 1;
    const taken = frame.d.token === settings.token && limit.remaining >= 0;
    if (frame.op === 2) identified.push({ intents: frame.d.intents, shard: frame.d.shard });
    const refused = taken ? settings.refuseWith() : AUTHENTICATION_FAILED;
    if (refused !== undefined) return socket.close(refused);
    if (frame.op === 2) return begin(socket, frame.d.shard ?? [0, 1]);
    const shard = begun.get(frame.d.session_id);
    return shard ? begin(socket, shard, frame.d.session_id) : socket.send(INVALID_SESSION);
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
    limit,
    dispatch: (event, data) => {
      const concerned = [...sessions].filter(([, shard]) => isOf(shard, data));
      if (concerned.length === 0) throw new Error('no bot is connected to the fake Discord');
      for (const [socket] of concerned) send(socket, event, data);
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

/** Private talks are all in the first shard, and so is what names no server as Discord does. */
function isOf([own = 0, count = 1]: Shard, data: object): boolean {
  const named = 'guild_id' in data && typeof data.guild_id === 'string' ? data.guild_id : '';
  const guild = /^\d+$/.test(named) ? BigInt(named) : 0n;
  return Number((guild >> 22n) % BigInt(count)) === own;
}

export const gatewayAddress = (http: Server): string => {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('the fake Discord does not listen');
  return `ws://127.0.0.1:${address.port}/gateway`;
};

function readyData(
  http: Server,
  { applicationId, guilds }: GatewaySettings,
  { shard, id }: { readonly shard: Shard; readonly id: string },
) {
  return {
    v: 10,
    user: { id: applicationId, username: 'receipts', discriminator: '0000', avatar: null, bot: true },
    guilds: guilds.map((guild) => ({ id: guild, unavailable: true })),
    session_id: id,
    resume_gateway_url: gatewayAddress(http),
    application: { id: applicationId, flags: 0 },
    shard,
  };
}
