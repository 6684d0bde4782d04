/** What comes to the page's port: its own requests, broken ones, and what is no HTTP at all. */
import { connect } from 'node:net';
import { commands } from '../../commands/registry.ts';
import { ask, leaveAt, type Raw } from '../adapters/web/raw.ts';
import { damage } from './damage.ts';
import type { Dice } from './dice.ts';
import { inTime, NotAnswered, type Shot } from './shots.ts';

const PEOPLE = ['ada', 'bo', 'chidi', 'dana'];
const JSON_TYPE = { 'content-type': 'application/json' };
const PATHS = [
  '/',
  '/api/command',
  '/api/press',
  '/api/suggest',
  '/api/events',
  '/door',
  '/healthz',
  '/readyz',
  '/metrics',
];

/** `address`: of the page; asked each time, since the program may be another one by then. */
export function shotsOnPage(address: string, dice: Dice): () => Shot {
  return () => {
    if (dice.chance(0.6)) return sound(address, dice);
    return dice.chance(0.8) ? told(address, dice) : broken(address, dice);
  };
}

function sound(address: string, dice: Dice): Shot {
  if (dice.chance(0.1)) {
    const stream = `${address}/api/events?player=${dice.pick(PEOPLE)}`;
    return {
      kind: 'sound',
      fire: () => inTime(leaveAt(stream, dice.pick(['sent', 'answered', 'told'])), 'a stream'),
    };
  }
  if (dice.chance(0.3)) {
    const text = lineFor(dice);
    return shot('sound', address, { path: `/api/suggest?${new URLSearchParams({ text })}` });
  }
  return shot('sound', address, { method: 'POST', ...bodyFor(dice, (body) => JSON.stringify(body)) });
}

const lineFor = (dice: Dice): string => `/${dice.pick(commands).name} ${dice.text(500)}`;

function bodyFor(dice: Dice, written: (body: object) => string) {
  const player = dice.pick(PEOPLE);
  return dice.chance(0.7)
    ? { path: '/api/command', headers: JSON_TYPE, body: written({ player, text: lineFor(dice) }) }
    : {
        ...{ path: '/api/press', headers: JSON_TYPE },
        body: written({ player, message: `reply-${dice.whole(1e9)}`, token: dice.text(100) || 'x' }),
      };
}

function told(address: string, dice: Dice): Shot {
  const cut = dice.chance(0.2);
  const written = (body: object) => {
    const text = JSON.stringify(damage(body, dice)) ?? '';
    return cut ? text.slice(0, dice.whole(text.length)) : text;
  };
  if (dice.chance(0.5)) return shot('told', address, { method: 'POST', ...bodyFor(dice, written) });
  const path = dice.chance(0.7)
    ? dice.pick(PATHS)
    : `/${encodeURIComponent(dice.text(1_000).toWellFormed())}`;
  const query = dice.chance(0.5) ? `?player=${encodeURIComponent(dice.text(50).toWellFormed())}` : '';
  const method = dice.pick(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND', 'TRACE']);
  const isStream = path === '/api/events' && method === 'GET';
  return shot('told', address, {
    method,
    path: path + (isStream ? '?player=nobody' : query),
    headers: headersFor(dice),
  });
}

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { host: 'evil.example' },
  { host: 'localhost:1' },
  { origin: 'https://evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'x-forwarded-for': '1.2.3.4' },
  { authorization: 'Bearer x' },
  { cookie: 'receipts-door-1=x; a="' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'accept-encoding': 'gzip;q=x' },
  { range: 'bytes=0-1' },
  { 'if-none-match': '*' },
];

const headersFor = (dice: Dice) => ({ ...dice.pick(HEADERS), ...dice.pick(HEADERS) });

function shot(kind: 'sound' | 'told', address: string, raw: Raw): Shot {
  const what = `${raw.method ?? 'GET'} ${raw.path} ${raw.body ?? ''}`.slice(0, 300);
  return {
    kind,
    fire: async () => {
      const { status } = await inTime(ask(address, raw), what);
      if (status >= 500) throw new NotAnswered(`${status}: ${what}`);
    },
  };
}

const BYTES = [
  'GET / HTTP/1.1\r\n\r\n',
  'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
  'POST /api/command HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /api/command HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\nx',
  'GET /%ff%00 HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n',
  `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
  '\0\x01\x02\r\n\r\n',
] as const;

/** Answered or not, it is sent and the line is cut. */
function broken(address: string, dice: Dice): Shot {
  const { port } = new URL(address);
  const bytes = dice.chance(0.5) ? dice.pick(BYTES) : dice.text(3_000);
  const fire = () =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end(bytes));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
      socket.resume();
      // It may wait for the rest of what it was promised.
      socket.setTimeout(1_000, () => socket.destroy());
    });
  return { kind: 'broken', fire };
}
