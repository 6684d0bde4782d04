/** An open page without a browser: follows the event stream and knows what it would show. */
import type { ServerEvent, ShownMessage } from '../../../src/adapters/web/wire.ts';

export interface Listener {
  /** What stands on this page now, oldest first. */
  readonly messages: readonly ShownMessage[];
  readonly problems: readonly string[];
  /** Who is played, once for each open page. */
  readonly players: readonly string[];
  /** Resolves once `holds` does; asked again after every event. */
  until(holds: (listener: Listener) => boolean): Promise<void>;
  close(): void;
}

export async function listen(
  address: string,
  person: string,
  headers: Record<string, string> = {},
): Promise<Listener> {
  const cut = new AbortController();
  const response = await fetch(`${address}/api/events?player=${person}`, { signal: cut.signal, headers });
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`);
  const messages = new Map<string, ShownMessage>();
  const problems: string[] = [];
  let players: readonly string[] = [];
  const waiting = new Set<() => void>();
  const listener: Listener = {
    get messages() {
      return [...messages.values()].toSorted((a, b) => a.at - b.at);
    },
    problems,
    get players() {
      return players;
    },
    until: (holds) =>
      new Promise((done) => {
        const check = () => {
          if (!holds(listener)) return;
          waiting.delete(check);
          done();
        };
        waiting.add(check);
        check();
      }),
    close: () => cut.abort(),
  };
  const take = (event: ServerEvent) => {
    if (event.type === 'snapshot') {
      messages.clear();
      for (const message of event.messages) messages.set(message.id, message);
    }
    if (event.type === 'message') messages.set(event.message.id, event.message);
    if (event.type === 'players') players = event.players;
    if (event.type === 'problem') problems.push(event.words);
    for (const check of [...waiting]) check();
  };
  const first = Promise.withResolvers<void>();
  void follow(response.body, (event) => {
    take(event);
    first.resolve();
  });
  await first.promise;
  return listener;
}

async function follow(body: ReadableStream<Uint8Array>, take: (event: ServerEvent) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data !== undefined) take(JSON.parse(data) as ServerEvent);
      }
    }
  } catch {
    // The stream ends with the page or the server.
  }
}
