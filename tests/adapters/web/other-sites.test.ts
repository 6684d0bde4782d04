/** What a site of somebody else can do with the browser of a visitor: nothing. In a real Chromium. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, createServer as createNetServer, type Server as NetServer } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openBrowser, type TestBrowser } from '../../fakes/browser.ts';
import { listen } from './listener.ts';
import { createScriptedBot } from './scripted-bot.ts';
import { type ServedPage, servePage } from './serve.ts';

const SECRET = 'a secret of twenty-six signs';

/** One without a door, at this machine, and one with a door and a name, as on a plain http network. */
let near: ServedPage;
let named: ServedPage;
let evil: Server;
/** A name that leads to the other's server at first and, once their page is open, to ours. */
let twoFaced: NetServer;
let leadsHere = false;
let browser: TestBrowser;
const bots = [createScriptedBot(), createScriptedBot()] as const;

beforeAll(async () => {
  [near, named] = [
    await servePage(),
    await servePage({ publicUrl: 'http://trivia.example', secret: SECRET }),
  ];
  await near.platform.start(bots[0]);
  await named.platform.start(bots[1]);
  evil = createServer((_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html', connection: 'close' }).end('evil'),
  );
  const evilPort = await portOf(evil);
  twoFaced = createNetServer((socket) => {
    const onward = connect(leadsHere ? near.port : evilPort, '127.0.0.1');
    for (const end of [socket, onward]) end.on('error', () => undefined);
    socket.pipe(onward).pipe(socket);
  });
  browser = await openBrowser({
    'trivia.example': `127.0.0.1:${named.port}`,
    'rebind.example': `127.0.0.1:${near.port}`,
    'two-faced.example': `127.0.0.1:${await portOf(twoFaced)}`,
    'evil.example': `127.0.0.1:${evilPort}`,
  });
});
afterAll(async () => {
  await browser.close();
  evil.closeAllConnections();
  evil.close();
  twoFaced.close();
  await Promise.all([near.close(), named.close()]);
});

async function portOf(server: NetServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

const comeIn = async (page: Page) => {
  await page.getByLabel('The secret').fill(SECRET);
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByText('Connected').waitFor();
};

/** Somebody who uses both pages and then comes to the other site. */
const visitEvil = async (): Promise<Page> => {
  const page = await browser.stray();
  await page.goto('http://trivia.example/');
  await comeIn(page);
  await page.goto('http://evil.example/');
  return page;
};

const targets = () => [near.address, 'http://trivia.example'];

const LINE = JSON.stringify({ player: 'ada', text: '/fact' });

describe('another site', () => {
  it('can send no command, by script or by form, though the visitor has a pass', async () => {
    const page = await visitEvil();
    for (const target of targets()) {
      const sent = await page.evaluate(
        async ([address, line]) => {
          const results: string[] = [];
          for (const mode of ['no-cors', 'cors'] as const)
            for (const type of ['text/plain', 'application/json', 'application/x-www-form-urlencoded'])
              results.push(
                await fetch(`${address}/api/command`, {
                  ...{
                    method: 'POST',
                    mode,
                    body: line,
                    credentials: 'include',
                    headers: { 'content-type': type },
                  },
                }).then(
                  (answer) => answer.type,
                  () => 'refused',
                ),
              );
          return results;
        },
        [target, LINE] as const,
      );
      expect(sent.filter((result) => result !== 'refused' && result !== 'opaque')).toEqual([]);
      const answered = page.waitForResponse((response) => response.url() === `${target}/api/command`);
      await page.setContent(
        `<form method="post" enctype="text/plain" action="${target}/api/command">
         <input name='${LINE.slice(0, -1)},"x":"' value='"}'><button>Win a prize</button></form>`,
      );
      await page.getByRole('button').click();
      expect((await answered).status()).toBeGreaterThanOrEqual(401);
      await page.goto('http://evil.example/');
    }
    expect(bots.map(({ asked }) => asked.length)).toEqual([0, 0]);
  });

  it('takes no listener’s place, by GET or HEAD', async () => {
    const page = await visitEvil();
    for (const target of targets())
      await page.evaluate(async (address) => {
        for (const method of ['GET', 'HEAD'])
          await Promise.allSettled(
            Array.from({ length: 20 }, () =>
              fetch(`${address}/api/events?player=bo`, { method, mode: 'no-cors', credentials: 'include' }),
            ),
          );
      }, target);
    const ada = await listen(near.address, 'ada');
    await ada.until(({ players }) => players.length > 0);
    expect(ada.players).toEqual(['ada']);
    ada.close();
  });

  it('cannot show the page in a frame', async () => {
    const page = await visitEvil();
    for (const target of targets()) {
      const refused = page.waitForEvent('console', (message) =>
        message.text().includes("frame-ancestors 'none'"),
      );
      await page.setContent(`<iframe src="${target}/"></iframe>`, { waitUntil: 'commit' });
      expect((await refused).text()).toContain(target);
    }
  });

  it('leads in by a link whoever has come in before, though their pass stays at home on the way', async () => {
    const guarded = await servePage({ secret: SECRET });
    onTestFinished(() => guarded.close());
    const page = await browser.stray();
    await page.goto(guarded.address);
    await comeIn(page);
    await page.goto('http://evil.example/');
    await page.setContent(`<a href="${guarded.address}/">To the trivia</a>`);
    await page.getByRole('link').click();
    await page.getByText('Connected').waitFor();
  });
});

describe('a name that somebody points at this machine', () => {
  it('shows nothing of the page', async () => {
    const page = await browser.stray();
    const answer = await page.goto('http://rebind.example/');
    expect(answer?.status()).toBe(403);
    expect(await page.locator('body').textContent()).toContain('not served under that name');
  });

  it('lets its script, which came from elsewhere, read and send nothing', async () => {
    const page = await browser.stray();
    await page.goto('http://two-faced.example/');
    expect(await page.locator('body').textContent()).toBe('evil');
    leadsHere = true;
    const statuses = await page.evaluate(async (line) => {
      const headers = { 'content-type': 'application/json' };
      const answers = await Promise.all([
        fetch('/api/command', { method: 'POST', headers, body: line }),
        fetch('/api/suggest?text=/'),
        fetch('/api/events?player=ada'),
        fetch('/assets/page.js'),
      ]);
      return answers.map(({ status }) => status);
    }, LINE);
    expect(statuses).toEqual([403, 403, 403, 403]);
    expect(bots[0].asked).toEqual([]);
  });
});
