/** `/metrics` and `/readyz?full`: to whom they are told. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFakeClock } from '../../fakes/clock.ts';
import { ask } from './raw.ts';
import { memoryTranscript, type ServeOptions, servePage } from './serve.ts';

const SECRET = 'a secret of twenty-six signs';
const PATHS = ['/metrics', '/readyz?full', '/readyz?full='] as const;

const open = async (options: ServeOptions = {}) => {
  const served = await servePage({ transcript: memoryTranscript(), ...options });
  onTestFinished(() => served.close());
  const get = async (path: string, headers: Record<string, string> = {}) =>
    ask(`${served.address}${path}`, { headers });
  const bear = (path: string, secret: string) => get(path, { authorization: `Bearer ${secret}` });
  return { ...served, get, bear };
};

describe('on a machine of its own', () => {
  it('are told without a secret, under its own names alone, and to nobody behind a proxy', async () => {
    const { get } = await open();
    expect((await get('/metrics')).text).toContain('receipts_');
    expect((await get('/metrics')).headers['content-type']).toContain('text/plain');
    expect(JSON.parse((await get('/readyz?full')).text)).toMatchObject({
      status: 'ready',
      findings: [{ mark: 'ok' }],
    });
    for (const path of PATHS) {
      expect((await get(path, { host: 'evil.example' })).status).toBe(403);
      expect((await get(path, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(403);
    }
    expect((await get('/readyz', { host: 'evil.example' })).text).not.toContain('findings');
  });
});

describe('with a secret', () => {
  it('are told to who gives it, under any name, and to nobody else', async () => {
    const { get, bear, log } = await open({ secret: SECRET, publicUrl: 'https://trivia.example' });
    for (const path of PATHS) {
      const without = await get(path);
      expect([without.status, without.headers['www-authenticate']]).toEqual([401, 'Bearer']);
      expect(without.text).not.toMatch(/receipts_|findings/);
      expect((await get(path, { authorization: `Basic ${btoa(`x:${SECRET}`)}` })).status).toBe(401);
      expect((await bear(path, 'another one of so many signs')).status).toBe(401);
      expect((await bear(path, SECRET)).status).toBe(200);
    }
    expect((await get('/readyz')).status).toBe(200);
    expect(log.lines.filter(({ event }) => event === 'page-secret-wrong')).toHaveLength(PATHS.length);
  });

  it('count wrong ones together with those at the door, and hold up nobody who gave the right one', async () => {
    const clock = createFakeClock('2026-11-23T08:00:00Z');
    const { get, address } = await open({ secret: SECRET, publicUrl: 'https://trivia.example', clock });
    const from = (visitor: string, secret: string) =>
      get('/metrics', { 'x-forwarded-for': visitor, authorization: `Bearer ${secret}` });
    expect((await from('192.0.2.1', SECRET)).status).toBe(200);
    for (let number = 0; number < 60; number += 1) await from(`198.51.100.${number}`, 'guessed it, did I?');
    const stranger = await from('203.0.113.1', SECRET);
    expect([stranger.status, Number(stranger.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
    const knock = await ask(`${address}/door`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'trivia.example' },
      body: new URLSearchParams({ secret: SECRET }).toString(),
    });
    expect(knock.status).toBe(429);
    expect((await from('192.0.2.1', SECRET)).status).toBe(200);
  });
});

describe('open to others, without a page and without a secret', () => {
  it('the figures are told as /healthz is, and what the bot finds out about itself is not', async () => {
    const { get } = await open({ host: '0.0.0.0' });
    expect((await get('/metrics', { host: 'receipts:3000' })).status).toBe(200);
    const full = await get('/readyz?full', { host: 'receipts:3000' });
    expect([full.status, full.text]).toEqual([403, expect.stringContaining('set PAGE_SECRET')]);
  });
});
