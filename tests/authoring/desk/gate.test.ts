/** Who may use the desk: whoever has the address that was printed, at this machine, and no other site. */
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { CLUB, deskForEachTest } from './at-the-desk.ts';

const desk = deskForEachTest();

/** `fetch` sets some headers by itself. */
const raw = (path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(new URL(path, desk.base()), { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the desk', () => {
  it('opens to the key in its address, which then is no part of any address', async () => {
    const response = await fetch(desk.address(), { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/']);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect(desk.address()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[0-9a-f]{48}$/);
  });

  it('stays shut without it, and says where the key is', async () => {
    for (const path of ['', 'api/state', 'assets/page.js', '?key=wrong']) {
      const response = await fetch(`${desk.base()}${path}`);
      expect([path, response.status]).toEqual([path, 401]);
      expect(await response.text()).toContain('npm run pack -- watch');
    }
  });

  it('has the same key after a restart, so that an open page goes on', async () => {
    const before = new URL(desk.address()).search;
    await desk.stop();
    await desk.start();
    expect(new URL(desk.address()).search).toBe(before);
  });

  it('answers to names of this machine only', async () => {
    const host = new URL(desk.base()).host;
    expect(await raw('/', { host: `evil.example:${new URL(desk.base()).port}` })).toBe(403);
    expect(await raw('/', { host })).toBe(401);
    expect(await raw('/', { host: host.replace('127.0.0.1', 'localhost') })).toBe(401);
  });

  it('takes nothing from another site, from a form, or that is far too long', async () => {
    const body = JSON.stringify({ do: 'reread' });
    const json = { 'content-type': 'application/json' };
    const sent = async (headers: Record<string, string>, content = body) =>
      (await desk.send('api/write', { method: 'POST', body: content, headers })).status;
    expect(await sent({ ...json, origin: 'https://evil.example' })).toBe(403);
    expect(await sent({ ...json, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await sent({ 'content-type': 'text/plain' })).toBe(400);
    expect(await sent({ 'content-type': 'application/x-www-form-urlencoded' }, 'do=reread')).toBe(400);
    expect(await sent(json, '['.repeat(200_000))).toBe(400);
    expect(await sent(json, '{"do":"delete"}')).toBe(400);
    // It is answered before all of it was sent, which not every client waits for.
    expect(await sent(json, `{"do":"${'x'.repeat(2_000_000)}"}`).catch(() => 413)).toBe(413);
  });

  it('names no path outside the pack', async () => {
    const fields = { fact: 'Nobody rows in fog.', receipt: 'log#4', draft: 'true' };
    for (const id of ['../x', '/etc/passwd', '..']) {
      const { status } = await desk.post('api/write', { do: 'create', kind: 'fact', topic: { id }, fields });
      expect(status).toBe(404);
    }
    const { status } = await desk.post('api/write', {
      do: 'create',
      kind: 'fact',
      topic: { name: '../../x' },
      fields,
    });
    expect([status, await desk.reads('topics/x.yaml')]).toEqual([
      200,
      expect.stringContaining('topic: ../../x'),
    ]);
    expect((await desk.post('api/write', { do: 'again', id: '../../pack' })).status).toBe(404);
    expect((await desk.post('api/undo', { undo: '../../key' })).status).toBe(404);
  });

  it('hands a pack’s text on as text', async () => {
    const fact = 'A <b>bold</b> & <script>alert(1)</script> word.';
    await desk.puts('topics/odd.yaml', `topic: Odd\nentries:\n  - fact: "${fact}"\n    draft: true\n`);
    const response = await desk.send('api/state');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await desk.entry('bold')).fields.fact).toBe(fact);
    expect(await desk.reads('topics/boats.yaml')).toBe(CLUB['topics/boats.yaml']);
  });
});
