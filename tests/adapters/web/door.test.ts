/** The door of the page, from outside: who comes in, and what those see who do not. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFakeClock } from '../../fakes/clock.ts';
import { listen } from './listener.ts';
import { ask, type RawAnswer } from './raw.ts';
import { createScriptedBot } from './scripted-bot.ts';
import { JSON_TYPE, send } from './send.ts';
import { memoryTranscript, type ServeOptions, servePage } from './serve.ts';

const SECRET = 'a secret of twenty-six signs';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const open = async (options: ServeOptions = {}) => {
  const served = await servePage({ transcript: memoryTranscript(), secret: SECRET, ...options });
  await served.platform.start(createScriptedBot());
  onTestFinished(() => served.close());
  return served;
};

const knock = (address: string, secret: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  ask(`${address}/door`, {
    method: 'POST',
    headers: { ...FORM, ...headers },
    body: new URLSearchParams({ secret }).toString(),
  });

const cookieOf = ({ headers }: RawAnswer): string => headers['set-cookie']?.[0]?.split(';')[0] ?? '';

const comeIn = async (address: string, headers: Record<string, string> = {}) =>
  cookieOf(await knock(address, SECRET, headers));

describe('whoever has not come in', () => {
  it.each([
    ...[
      '/',
      '/?x=1',
      '/api/events?player=ada',
      '/api/suggest?text=/',
      '/api/nothing',
      '/nothing',
      '/door/../',
    ],
    ...[
      '/%61pi/events?player=ada',
      '//api/events?player=ada',
      '/api//events',
      '/assets/..%2fapi/events',
      '/assets/../',
    ],
    ...[
      '/assets/%2e%2e/',
      '/api/events/',
      '/API/events',
      '/door%2f',
      '/index.html',
      '/healthz/',
      '/readyz/x',
    ],
    ...['http://127.0.0.1/api/events?player=ada', '/./api/events?player=ada', '/;/api/events?player=ada'],
  ])('is shown nothing at %s, with any method', async (path) => {
    const { address } = await open();
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND']) {
      const { status, text, headers } = await ask(address, { path, method });
      expect([method, status >= 400 && status < 500]).toEqual([method, true]);
      expect(text).not.toMatch(/snapshot|museum|data-free|\/fact/);
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('can send nothing, and no upgrade of the connection leads past the door', async () => {
    const { address } = await open();
    expect(await send(`${address}/api/command`, { player: 'ada', text: '/fact' })).toMatchObject({
      status: 401,
    });
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const { status } = await ask(`${address}/api/events?player=ada`, { headers: upgrade });
    expect(status).toBe(401);
  });

  it('sees a form, its styles, and how the bot is', async () => {
    const { address } = await open();
    const form = await ask(`${address}/`);
    expect(form.status).toBe(401);
    expect(form.headers['cache-control']).toBe('no-store');
    const style = /href="(assets\/door-[^"]+\.css)"/.exec(form.text)?.[1];
    const { status, headers } = await ask(`${address}/${style}`);
    expect([status, headers['cache-control']]).toEqual([200, expect.stringContaining('immutable')]);
    for (const path of ['/healthz', '/readyz']) expect((await ask(`${address}${path}`)).status).toBe(200);
  });
});

describe('a secret', () => {
  it('lets in: the page, its stream and its buttons', async () => {
    const { address } = await open();
    const answer = await knock(address, `  ${SECRET} `);
    expect([answer.status, answer.headers.location]).toEqual([303, './']);
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(
      /^receipts-door-\d+=.*; HttpOnly; SameSite=Strict$|Path=\/.*HttpOnly.*SameSite=Strict/,
    );
    expect(cookie).not.toContain(SECRET);
    expect(decodeURIComponent(cookie)).not.toContain(SECRET);
    const headers = { cookie: cookieOf(answer) };
    expect((await ask(`${address}/`, { headers })).text).toContain('id="page"');
    const ada = await listen(address, 'ada', headers);
    const body = { player: 'ada', text: '/fact' };
    expect(await send(`${address}/api/command`, body, { ...JSON_TYPE, ...headers })).toMatchObject({
      status: 202,
    });
    await ada.until(({ messages }) => messages.length === 1);
    ada.close();
  });

  it.each(['wrong', SECRET.toUpperCase(), `${SECRET}x`, SECRET.slice(1), 'x'.repeat(200)])(
    '“%s” does not',
    async (wrong) => {
      const answer = await knock((await open()).address, wrong);
      expect(answer.status).toBe(401);
      expect(answer.text).toContain('That is not the secret');
      expect(answer.headers['set-cookie']).toBeUndefined();
    },
  );

  it.each([
    ['nothing', '', FORM],
    ['spaces', 'secret=++', FORM],
    ['another field', 'password=x', FORM],
    [
      'a file',
      '--x\r\nContent-Disposition: form-data; name="secret"; filename="a"\r\n\r\nx\r\n--x--\r\n',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
    ['JSON', JSON.stringify({ secret: SECRET }), JSON_TYPE],
    ['broken parts', 'x', { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('that is none is asked for again: %s', async (_, body, headers) => {
    const answer = await ask(`${(await open()).address}/door`, { method: 'POST', headers, body });
    expect([answer.status, answer.text]).toEqual([401, expect.stringContaining('Type the secret first')]);
  });

  it('is not taken from another site, nor at length', async () => {
    const { address } = await open();
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign) expect((await knock(address, SECRET, headers)).status).toBe(403);
    expect((await knock(address, 'x'.repeat(5000))).status).toBe(413);
  });
});

describe('a pass', () => {
  it('outlives a restart with the same secret, and no other secret', async () => {
    const first = await servePage({ secret: SECRET });
    const cookie = await comeIn(first.address);
    await first.close();
    for (const [secret, status] of [
      [SECRET, 200],
      [`another ${SECRET}`, 401],
    ] as const) {
      const next = await servePage({ secret, port: first.port });
      expect((await ask(`${next.address}/`, { headers: { cookie } })).status).toBe(status);
      await next.close();
    }
  });

  it('cannot be forged: not another time, another signature, none, or the secret itself', async () => {
    const { address } = await open();
    const cookie = await comeIn(address);
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    const [until = '', signature = ''] = decodeURIComponent(value).split('.');
    const forged = [
      ...[
        `${Number(until) + 1}.${signature}`,
        until,
        `${until}.`,
        `.${signature}`,
        `${until}.${signature.slice(1)}=`,
      ],
      ...[
        `${until}.${signature.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'))}`,
        SECRET,
        '',
        'true',
        `Infinity.${signature}`,
      ],
    ];
    for (const one of forged) {
      const headers = { cookie: `${name}=${encodeURIComponent(one)}` };
      expect([one, (await ask(`${address}/`, { headers })).status]).toEqual([one, 401]);
    }
    expect((await ask(`${address}/`, { headers: { cookie } })).status).toBe(200);
  });

  it('ends after thirty days, and is good until then', async () => {
    const clock = createFakeClock('2026-11-21T12:00:00Z');
    const { address } = await open({ clock });
    const headers = { cookie: await comeIn(address) };
    const status = async () => (await ask(`${address}/`, { headers })).status;
    clock.jumpTo(clock.now() + 29 * 86_400_000);
    expect(await status()).toBe(200);
    clock.jumpTo(clock.now() + 86_400_000);
    expect(await status()).toBe(401);
  });

  it('is for the encrypted page alone where that is the one', async () => {
    const { address } = await open({ publicUrl: 'https://trivia.example' });
    const headers = { host: 'trivia.example', origin: 'https://trivia.example' };
    const [cookie = ''] = (await knock(address, SECRET, headers)).headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-receipts-door=/);
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/'])
      expect(cookie).toContain(`; ${part}`);
    expect(cookie).not.toContain('Domain');
  });
});

describe('tries', () => {
  const limited = async (publicUrl?: string) => {
    const clock = createFakeClock('2026-11-21T12:00:00Z');
    const { address } = await open({ clock, ...(publicUrl === undefined ? {} : { publicUrl }) });
    const from = (visitor: string, secret = 'wrong') =>
      knock(address, secret, { 'x-forwarded-for': visitor });
    return { clock, address, from };
  };

  it('are ten at once, then one a minute; the right secret has to wait as well', async () => {
    const clock = createFakeClock('2026-11-21T12:00:00Z');
    const { address } = await open({ clock });
    for (let at = 0; at < 10; at += 1) expect((await knock(address, 'wrong')).status).toBe(401);
    const answer = await knock(address, SECRET);
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '60']);
    expect(answer.text).toContain('The next try is possible in 60 seconds');
    clock.jumpTo(clock.now() + 60_000);
    expect((await knock(address, 'wrong')).status).toBe(401);
    expect((await knock(address, 'wrong')).status).toBe(429);
    clock.jumpTo(clock.now() + 60_000);
    expect((await knock(address, SECRET)).status).toBe(303);
  });

  it('of one are not those of another, where a proxy says who is who', async () => {
    const { from } = await limited('https://trivia.example');
    for (let at = 0; at < 20; at += 1) await from('203.0.113.7');
    expect((await from('203.0.113.7', SECRET)).status).toBe(429);
    expect((await from('203.0.113.8', SECRET)).status).toBe(303);
  });

  it('of many addresses are bounded together, and nobody is shut out once they stop', async () => {
    const { from, clock } = await limited('https://trivia.example');
    const statuses = [];
    for (let at = 0; at < 60; at += 1) statuses.push((await from(`203.0.113.${at}`)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(50);
    expect((await from('198.51.100.1', SECRET)).status).toBe(429);
    clock.jumpTo(clock.now() + 5_000);
    expect((await from('198.51.100.1', SECRET)).status).toBe(303);
  });

  it('of others do not touch who is in', async () => {
    const { address, from } = await limited('https://trivia.example');
    const answer = await from('198.51.100.1', SECRET);
    for (let at = 0; at < 60; at += 1) await from(`203.0.113.${at}`);
    expect((await ask(`${address}/`, { headers: { cookie: cookieOf(answer) } })).status).toBe(200);
  });
});
