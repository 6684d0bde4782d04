/** What every answer of the server carries, whatever was asked, and under which names it answers at all. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask } from './raw.ts';
import { createScriptedBot } from './scripted-bot.ts';
import { memoryTranscript, type ServeOptions, servePage } from './serve.ts';

const SECRET = 'a secret of twenty-six signs';

const open = async (options: ServeOptions = {}) => {
  const served = await servePage({ transcript: memoryTranscript(), ...options });
  onTestFinished(() => served.close());
  return served;
};

const PATHS = [
  ...[
    '/',
    '/healthz',
    '/readyz',
    '/nothing',
    '/assets/none.js',
    '/door',
    '/api/nothing',
    '/api/suggest?text=/',
  ],
  ...['/api/events?player=nobody', '/api/command'],
];

describe('every answer', () => {
  it.each([
    ['without a door', {}],
    ['with a door', { secret: SECRET }],
    ['to a name that is none of its own', { secret: SECRET, headers: { host: 'evil.example' } }],
    ['to another site', { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }],
  ])(
    'is kept by nobody and framed by nobody, %s',
    async (_, { headers = {}, ...options }: ServeOptions & { headers?: Record<string, string> }) => {
      const { address } = await open(options);
      for (const path of PATHS)
        for (const method of ['GET', 'HEAD', 'POST']) {
          const answer = await ask(`${address}${path}`, { method, headers });
          expect([path, method, answer.headers]).toMatchObject([
            path,
            method,
            {
              'cache-control': 'no-store',
              'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
              'x-frame-options': 'DENY',
              'x-content-type-options': 'nosniff',
              'referrer-policy': 'same-origin',
              'cross-origin-resource-policy': 'same-origin',
            },
          ]);
          expect(answer.headers).not.toHaveProperty('strict-transport-security');
        }
    },
  );

  it('is the same where something broke', async () => {
    const served = await open();
    await served.platform.start({
      ...createScriptedBot(),
      suggest: () => Promise.reject(new Error('the search is broken')),
    });
    const { headers, status } = await ask(`${served.address}/api/suggest?text=/fact%20iva`);
    expect([status, headers['cache-control']]).toEqual([500, 'no-store']);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('asks browsers to come encrypted where people do so, and nowhere else', async () => {
    for (const [publicUrl, expected] of [
      ['https://trivia.example', 'max-age=15552000'],
      ['http://trivia.example', undefined],
    ] as const) {
      const { address } = await open({ publicUrl, secret: SECRET });
      for (const path of PATHS)
        expect((await ask(`${address}${path}`)).headers['strict-transport-security']).toBe(expected);
    }
  });
});

describe('the page', () => {
  it('answers to its names alone, health to every one', async () => {
    const { address } = await open({ publicUrl: 'https://trivia.example' });
    const statuses = async (host: string) =>
      Promise.all(
        ['/', '/healthz', '/readyz'].map(
          async (path) => (await ask(`${address}${path}`, { headers: { host } })).status,
        ),
      );
    expect(await statuses('trivia.example')).toEqual([200, 200, 200]);
    expect(await statuses('localhost:9')).toEqual([200, 200, 200]);
    expect(await statuses('10.0.0.7')).toEqual([403, 200, 200]);
    expect(await statuses('evil.example')).toEqual([403, 200, 200]);
  });

  it('that is for this machine alone stays so behind a proxy that nobody spoke of, and says what to set', async () => {
    const { address } = await open();
    for (const name of ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via']) {
      const { status, text } = await ask(`${address}/`, { headers: { [name]: '203.0.113.7' } });
      expect([name, status, text]).toEqual([name, 403, expect.stringContaining('set PUBLIC_URL')]);
    }
    const named = await open({ publicUrl: 'https://trivia.example' });
    expect((await ask(`${named.address}/`, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(
      200,
    );
  });
});
