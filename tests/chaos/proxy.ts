/**
 * The line between one process of the bot and one platform. It passes on what is said, knows who says it, ends a
 * call that stays without an answer, and cuts the line: for a moment, or for good with the process at its end.
 */
import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/**
 * How a process dies in the middle of a post. unsent: before anything left it. stored: the platform has the
 * message, the process never learns it. afterwards: what it had sent arrives when it is dead.
 */
export type Death = 'unsent' | 'stored' | 'afterwards';

export interface Line {
  /** The platform's address, by way of this line. */
  readonly address: string;
  /** The process's next post is its last. Undefined takes it back. */
  doom(death: Death | undefined): void;
  cut(): void;
  /** Calls under way. */
  busy(): number;
  close(): Promise<void>;
}

export interface LineOptions {
  /** Where the platform is, without a path. */
  readonly target: string;
  readonly kill: () => void;
  /** After so long without an answer, in real milliseconds, the caller is told that there is none. */
  readonly patienceMs: number;
  readonly onCall: () => void;
}

const POSTS = /\/channels\/\d+\/messages$|\/chat\.postMessage$/;
const AFTERWARDS_MS = 150;

export async function openLine({ target, kill, patienceMs, onCall }: LineOptions): Promise<Line> {
  const agent = new Agent({ keepAlive: true });
  let death: Death | undefined;
  let underWay = 0;
  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await readAll(incoming);
    const fate = incoming.method === 'POST' && POSTS.test(incoming.url ?? '') ? death : undefined;
    if (fate) death = undefined;
    if (fate === 'unsent' || fate === 'afterwards') kill();
    if (fate === 'unsent') return void response.destroy();
    if (fate === 'afterwards') await new Promise((done) => setTimeout(done, AFTERWARDS_MS));
    const answer = await passOn({ target, agent, patienceMs }, incoming, body);
    if (fate === 'stored') kill();
    if (fate || !answer) return void response.destroy();
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const server = createServer((incoming, response) => {
    underWay += 1;
    onCall();
    serve(incoming, response)
      .catch(() => response.destroy())
      .finally(() => {
        underWay -= 1;
        onCall();
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the line has no port');
  return {
    address: `http://127.0.0.1:${address.port}`,
    doom: (next) => {
      death = next;
    },
    cut: () => server.closeAllConnections(),
    busy: () => underWay,
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

interface Way {
  readonly target: string;
  readonly agent: Agent;
  readonly patienceMs: number;
}

/** Undefined where the platform hung up or said nothing. */
function passOn(way: Way, incoming: IncomingMessage, body: Buffer): Promise<Answer | undefined> {
  const { promise, resolve } = Promise.withResolvers<Answer | undefined>();
  const { host: _, connection: __, ...headers } = incoming.headers;
  const outgoing = request(
    `${way.target}${incoming.url}`,
    { method: incoming.method ?? 'GET', headers, agent: way.agent, timeout: way.patienceMs },
    async (answer) => {
      const { connection: ___, 'keep-alive': ____, 'transfer-encoding': _____, ...kept } = answer.headers;
      const text = await readAll(answer).catch(() => undefined);
      resolve(text && { status: answer.statusCode ?? 500, headers: kept, body: text });
    },
  );
  outgoing.on('error', () => resolve(undefined));
  outgoing.on('timeout', () => outgoing.destroy());
  outgoing.end(body);
  return promise;
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
