/** Socket Mode as Slack speaks it: hello, envelopes, acknowledgements, and now and then a request to reconnect. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

export class Sockets {
  readonly #server: WebSocketServer;
  readonly #awaited = new Map<string, (payload: unknown) => void>();
  #last: Parameters<Sockets['deliver']> | undefined;
  #greeted = 0;
  #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  constructor(server: Server) {
    this.#server = new WebSocketServer({ server, path: '/link' });
    this.#server.on('connection', (socket) => this.#greet(socket));
  }

  open(): number {
    return this.#live().length;
  }

  /** Resolves once `count` sockets were greeted since the start. */
  greeted(count: number): Promise<void> {
    if (this.#greeted >= count) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push({ count, resolve });
    return promise;
  }

  /** Resolves with the acknowledgement's payload. Rejects where nobody listens, as Slack tells the person at once. */
  async deliver(type: 'slash_commands' | 'interactive' | 'events_api', payload: unknown): Promise<unknown> {
    this.#last = [type, payload];
    const socket = this.#live().at(-1);
    if (!socket) throw new Error(`no socket is open for ${type}`);
    const id = randomUUID();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.#awaited.set(id, resolve);
    socket.send(
      JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api' }),
    );
    return promise;
  }

  /** Sends whatever it is to the bot, as nothing that speaks Socket Mode would. */
  sendRaw(frame: string): void {
    this.#live().at(-1)?.send(frame);
  }

  /** Delivers what was delivered last once more, as Slack does where it missed the acknowledgement. */
  async deliverAgain(): Promise<unknown> {
    if (!this.#last) throw new Error('nothing was delivered yet');
    return this.deliver(...this.#last);
  }

  /** Asks politely, as Slack does every few hours. */
  refresh(): void {
    for (const socket of this.#live())
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
  }

  drop(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  close(): void {
    this.drop();
    this.#server.close();
  }

  #live(): WebSocket[] {
    return [...this.#server.clients].filter((socket) => socket.readyState === socket.OPEN);
  }

  #greet(socket: WebSocket): void {
    socket.on('message', (data) => this.#acknowledge(String(data)));
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: this.open(), connection_info: { app_id: 'A1' } }),
    );
    this.#greeted += 1;
    for (const { count, resolve } of this.#waiting) if (this.#greeted >= count) resolve();
    this.#waiting = this.#waiting.filter(({ count }) => this.#greeted < count);
  }

  #acknowledge(text: string): void {
    const { envelope_id: id, payload } = JSON.parse(text);
    this.#awaited.get(id)?.(payload);
    this.#awaited.delete(id);
  }
}
