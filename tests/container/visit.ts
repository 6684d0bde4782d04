/**
 * One visitor of a page, for whoever looks from another network namespace, or through a proxy. `visit.ts ADDRESS SECRET` tells
 * what the page shows; with a command behind it, it is typed, and what the page shows next is waited for. It writes
 * `{"shown":["…"],"afterMs":12}`.
 */
import { z } from 'zod';

const [address = '', secret = '', text] = process.argv.slice(2);

const Shown = z.looseObject({ text: z.string() });
const Event = z.union([
  z.looseObject({ type: z.literal('snapshot'), messages: z.array(Shown) }),
  z.looseObject({ type: z.literal('message'), message: Shown }),
  z.looseObject({ type: z.string() }),
]);

const headers = { origin: address, cookie: await passOf() };
const typed = { body: JSON.stringify({ player: 'ada', text }), method: 'POST' };
let typedAt = 0;

for await (const event of events()) {
  if (text !== undefined && event.type === 'snapshot') {
    typedAt = performance.now();
    await demand('/api/command', { ...typed, headers: { ...headers, 'content-type': 'application/json' } });
  }
  const seen = Array.isArray(event.messages) ? event.messages : [event.message];
  if (event.type !== (text === undefined ? 'snapshot' : 'message')) continue;
  const shown = seen.map((message) => Shown.parse(message).text);
  const afterMs = typedAt === 0 ? 0 : Math.round(performance.now() - typedAt);
  process.stdout.write(`${JSON.stringify({ shown, afterMs })}\n`);
  process.exit(0);
}

/** The door's cookie, where there is a door. */
async function passOf(): Promise<string> {
  if ((await fetch(address)).status !== 401) return '';
  const form = { method: 'POST', body: new URLSearchParams({ secret }), redirect: 'manual' } as const;
  const answer = await fetch(`${address}/door`, { ...form, headers: { origin: address } });
  if (answer.status !== 303) throw new Error(`the door stays shut: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.replace(/;.*/, ''))
    .join('; ');
}

async function demand(path: string, options: RequestInit): Promise<Response> {
  const answer = await fetch(`${address}${path}`, options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

async function* events(): AsyncGenerator<z.infer<typeof Event>> {
  const { body } = await demand('/api/events?player=ada', { headers });
  let unread = '';
  for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const parts = `${unread}${chunk}`.split('\n\n');
    unread = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data !== undefined) yield Event.parse(JSON.parse(data));
    }
  }
}
