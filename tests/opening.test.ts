/** What stands open, and what the start says of it, as an operator meets it. */
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config.ts';
import { openingOf } from '../src/opening.ts';
import { ask } from './adapters/web/raw.ts';
import { programsForEachTest, ready } from './program.ts';

const programs = programsForEachTest();
const { run } = programs;

const opening = (settings: Readonly<Record<string, string>>) => {
  const parsed = parseConfig(settings);
  if (!parsed.ok) throw new Error(parsed.problems.join());
  return openingOf(parsed.config);
};

const words = (settings: Readonly<Record<string, string>>) =>
  opening(settings).words('http://127.0.0.1:3000');

const SECRET = 'a secret of twenty-six signs';

describe('the start', () => {
  it('says no more than where the page is, where only this machine reaches it', () => {
    const plain = 'Receipts is ready: open http://127.0.0.1:3000 in a browser.\n';
    for (const settings of [{}, { HOST: 'localhost' }, { PUBLIC_URL: 'http://localhost:3000' }])
      expect(words(settings).replace('localhost', '127.0.0.1')).toBe(plain);
    expect(opening({})).toMatchObject({ hasPage: true, secret: undefined });
  });

  it('says who else reaches it, which secret it asks for, and how to close it', () => {
    expect(words({ HOST: '0.0.0.0' })).toMatch(
      /reaches this machine.*HOST=0\.0\.0\.0.*PUBLIC_URL.*\nThe page at \S+ asks for a secret: \w{4}(?:-\w{4}){4}\n.*PAGE_SECRET.*\nAttention: it is not encrypted.*\nPAGE=off/s,
    );
    expect(words({ HOST: '0.0.0.0', PUBLIC_URL: 'http://bot.lan' })).toContain('hands on to port 3000');
    expect(words({ HOST: '0.0.0.0', PUBLIC_URL: 'http://bot.lan:3000' })).not.toContain('hands on');
    for (const safe of [{ PUBLIC_URL: 'https://trivia.example' }, { PAGE_SECRET: SECRET }])
      expect(words(safe)).not.toContain('encrypted');
    expect(words({ PUBLIC_URL: 'https://trivia.example/' })).toMatch(
      /open https:\/\/trivia\.example in a browser.*PUBLIC_URL.*through a proxy.*asks for a secret: \w{4}-/s,
    );
  });

  it('does not repeat a secret that was set, and asks for it on this machine as well', () => {
    for (const settings of [{ HOST: '0.0.0.0' }, {}]) {
      expect(words({ ...settings, PAGE_SECRET: SECRET })).toContain(
        'asks for a secret: the one in PAGE_SECRET',
      );
      expect(words({ ...settings, PAGE_SECRET: SECRET })).not.toContain(SECRET);
      expect(opening({ ...settings, PAGE_SECRET: SECRET }).secret).toBe(SECRET);
    }
  });

  it('makes another secret each time', () => {
    const made = Array.from({ length: 20 }, () => opening({ HOST: '::' }).secret);
    expect(new Set(made).size).toBe(20);
  });

  it('says where the page is off, and where that leaves nothing', () => {
    expect(words({ PAGE: 'off' })).toMatch(/PAGE=off.*healthz.*\nNobody can reach this bot/s);
    expect(words({ PAGE: 'off', DISCORD_TOKEN: 'x'.repeat(30) })).not.toContain('Nobody');
    expect(opening({ PAGE: 'off' })).toMatchObject({ hasPage: false, secret: undefined });
  });
});

describe('the program', () => {
  it('that others reach prints a secret that opens its page, and writes it into no log', async () => {
    const { child, exited, printed } = run({ HOST: '0.0.0.0', LOG_LEVEL: 'debug' });
    const address = await printed(ready);
    const secret = await printed(/asks for a secret: (\S+)\n/);
    expect((await ask(`${address}/`)).status).toBe(401);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask(`${address}/door`, { method: 'POST', headers, body: `secret=${secret}` });
    expect(answer.status).toBe(303);
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect((await ask(`${address}/`, { headers: { cookie } })).text).toContain('id="page"');
    child.kill('SIGTERM');
    const { output } = await exited;
    expect(output.split(secret)).toHaveLength(2);
  });

  it('without a page tells how it is, and nothing else', async () => {
    const address = await run({ PAGE: 'off' }).printed(/(http:\S+)\/healthz/);
    for (const path of ['/healthz', '/readyz'])
      expect((await ask(`${address}${path}`, { headers: { host: 'probe.example' } })).status).toBe(200);
    for (const path of ['/', '/api/events?player=ada', '/door', '/assets/page.js']) {
      const { status, text } = await ask(`${address}${path}`);
      expect([path, status, text]).toEqual([path, 404, expect.stringContaining('PAGE=off')]);
    }
  });

  it('does not start with a secret that is guessed in no time, and does not repeat it', async () => {
    const { code, output } = await run({ PAGE_SECRET: 'sesame' }).exited;
    expect(code).toBe(1);
    expect(output).toMatch(/PAGE_SECRET is too short.*at least 12 characters/);
    expect(output).not.toContain('sesame');
  });
});
