/** The program as an operator meets it: started, asked how it is, stopped. */
import { once } from 'node:events';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platformId } from '../src/core/ids.ts';
import { openStore } from '../src/store/open.ts';
import { type FakeDiscord, startDiscordServer } from './fakes/discord-server.ts';
import { type FakeSlack, startSlackServer } from './fakes/slack-server.ts';
import { programsForEachTest, ready, readyz } from './program.ts';

const programs = programsForEachTest();
const { run, start } = programs;

const discordOf = ({ token, apiUrl }: FakeDiscord) => ({ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl });
const slackOf = ({ settings }: FakeSlack) => ({
  SLACK_BOT_TOKEN: settings.botToken,
  SLACK_APP_TOKEN: settings.appToken,
  SLACK_API_URL: settings.apiUrl,
});

describe('the program', () => {
  it('starts without any setting, prints the page’s address, and tells that it lives and is ready', async () => {
    const { printed } = run({});
    const address = await printed(ready);
    expect(await (await fetch(`${address}/healthz`)).json()).toMatchObject({ status: 'ok' });
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await (await fetch(address)).text()).toContain('<title>Receipts');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends at %s with 0, within ten seconds', async (signal) => {
    const { child, exited, printed } = run({});
    await printed(ready);
    child.kill(signal);
    expect((await exited).code).toBe(0);
  });

  it('ends with 0 where npm is told to, and leaves nothing behind', async () => {
    const { child, exited, printed } = start({}, 'npm', 'start');
    const address = await printed(ready);
    child.kill('SIGTERM');
    const { code, output } = await exited;
    expect(code).toBe(0);
    expect(output).toContain('"event":"stopped"');
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });

  it('connects to both platforms, goes on without one that is lost for good, and ends with 1 with the last', async () => {
    const discord = await startDiscordServer();
    const slack = await startSlackServer();
    const { exited, printed } = run({ ...discordOf(discord), ...slackOf(slack) });
    const address = await printed(ready);
    expect(await readyz(address)).toEqual({
      status: 200,
      report: {
        status: 'ready',
        platforms: { web: true, discord: true, slack: true },
        ...{ lost: {}, store: true, queue: true, overdueSeconds: 0 },
        tickAgeSeconds: expect.any(Number),
      },
    });
    discord.dropConnections(4014, true);
    await printed(/(goes on without one platform)/);
    expect(await readyz(address)).toMatchObject({
      status: 503,
      report: {
        platforms: { discord: false, slack: true },
        lost: { discord: expect.stringContaining('4014') },
      },
    });
    slack.refuseAll('account_inactive');
    slack.sockets.drop();
    const { code, output } = await exited;
    expect(code).toBe(1);
    expect(output.match(/"event":"platform-lost"/g)).toHaveLength(2);
    for (const secret of [discord.token, slack.settings.botToken, slack.settings.appToken])
      expect(output).not.toContain(secret);
    await Promise.all([discord.close(), slack.close()]);
  });

  it('starts without a platform that refuses its token, where another takes its own', async () => {
    const [discord, slack] = [await startDiscordServer(), await startSlackServer()];
    const { printed } = run({
      ...discordOf(discord),
      ...slackOf(slack),
      DISCORD_TOKEN: 'wrong.token.that-nobody-should-see',
    });
    const address = await printed(ready);
    await printed(/goes on without one platform: (.*DISCORD_TOKEN)/);
    expect((await readyz(address)).report).toMatchObject({
      platforms: { discord: false, slack: true },
      lost: { discord: expect.stringContaining('DISCORD_TOKEN') },
    });
    await Promise.all([discord.close(), slack.close()]);
  });

  it('does not start on the database of another application, and says what to do', async () => {
    const discord = await startDiscordServer();
    const store = await openStore(join(programs.folder, 'bot.sqlite'));
    await store.claimInstallation(platformId('discord'), 'another', Date.now());
    await store.close();
    const { code, output } = await run(discordOf(discord)).exited;
    expect(code).toBe(1);
    expect(output).toMatch(/belongs to another discord application.*DATABASE_PATH/);
    expect(discord.identified).toHaveLength(0);
    await discord.close();
  });

  it('says in every line which release and which process writes it, and at the start which database', async () => {
    const { child, exited, printed } = run({});
    await printed(ready);
    child.kill('SIGTERM');
    const lines = (await exited).output.split('\n').filter((line) => line.startsWith('{'));
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ version, instance: expect.stringContaining(`${child.pid}`) });
    expect(lines.map((line) => JSON.parse(line)).find(({ event }) => event === 'started')).toMatchObject({
      store: `sqlite ${join(programs.folder, 'bot.sqlite')}`,
    });
  });

  it('logs why it did not start, where only lines of JSON are read', async () => {
    for (const wrong of [{ PORT: 'x' }, { DATABASE_PATH: programs.folder }]) {
      const { output } = await run(wrong).exited;
      expect(output).toMatch(/"level":"error".*"event":"start-failed"/);
    }
  });

  it('counts its minutes in UTC, whatever the zone of the machine', async () => {
    const preload =
      "setInterval(() => console.log('offset', new Date().getTimezoneOffset(), 'minutes'), 100)";
    const { child, printed } = run({
      TZ: 'America/New_York',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}`,
    });
    await printed(ready);
    expect(await printed(/.*offset (\d+) minutes/s)).toBe('0');
    child.kill('SIGKILL');
  });

  it('logs a fault that nobody caught and ends with 1', async () => {
    const preload = `process.on('newListener', (event) => {
      if (event === 'SIGTERM') setImmediate(() => Promise.reject(new Error('nobody caught this')));
    })`;
    const { code, output } = await run({
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}`,
    }).exited;
    expect(code).toBe(1);
    expect(output).toMatch(/"error":\{.*nobody caught this.*"event":"unhandled-rejection"/);
  });

  it('says which token is wrong, without showing it', async () => {
    const discord = await startDiscordServer();
    const wrong = 'wrong.token.that-nobody-should-see';
    const { exited } = run({ DISCORD_TOKEN: wrong, DISCORD_API_URL: discord.apiUrl });
    const { code, output } = await exited;
    expect(code).toBe(1);
    expect(output).toContain('DISCORD_TOKEN');
    expect(output).not.toContain(wrong);
    await discord.close();
  });

  it('reports every wrong setting at once and does not start', async () => {
    const { code, output } = await run({ PORT: 'x', LOG_LEVEL: 'loud', SLACK_BOT_TOKEN: 'xoxb-12345678' })
      .exited;
    expect(code).toBe(1);
    for (const name of ['PORT', 'LOG_LEVEL', 'SLACK_APP_TOKEN']) expect(output).toContain(name);
  });

  it('says that its address is not of this machine', async () => {
    const { code, output } = await run({ HOST: '192.0.2.1' }).exited;
    expect(code).toBe(1);
    expect(output).toContain('192.0.2.1 is no address of this machine: set HOST to one that it has');
  });

  it('says that its port is taken and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { code, output } = await run({ PORT: port }).exited;
    expect(code).toBe(1);
    expect(output).toContain(`port ${port} is taken: set PORT`);
    other.close();
  });

  it('does not start with a broken pack, and says where it is broken', async () => {
    await cp('data', join(programs.folder, 'data'), { recursive: true });
    const file = join(programs.folder, 'data/kardashian-trump/events.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('when: 2006', 'when: 2006-13'));
    const { code, output } = await run({ DATA_PATH: join(programs.folder, 'data') }).exited;
    expect(code).toBe(1);
    expect(output).toMatch(/events\.yaml:\d+:\d+: [a-z0-9-]+: when/);
    // Whoever goes back to the release of before finds the database as it was.
    expect(
      (await readdir(programs.folder, { recursive: true })).filter((name) => /sqlite/.test(name)),
    ).toEqual([]);
  });

  it('plays the one pack that the line names, whatever the settings say', async () => {
    const nowhere = { DATA_PATH: join(programs.folder, 'nowhere') };
    const { code, output } = await run(nowhere, '--check', '--pack', 'examples/handbook').exited;
    expect(output).toContain('in order');
    expect(code).toBe(0);
  });

  it('says what it takes where it is asked, or given something else', async () => {
    const help = await run({}, '--help').exited;
    expect([help.code, help.output]).toEqual([
      0,
      expect.stringMatching(/--pack FOLDER.*--check.*--restored.*npm run doctor/s),
    ]);
    const wrong = await run({}, '--colour').exited;
    expect([wrong.code, wrong.output]).toEqual([
      1,
      expect.stringMatching(/'--colour'.*takes --pack FOLDER, --check, --restored and --help/),
    ]);
  });

  it('checks itself without connecting to anything', async () => {
    const { code, output } = await run({ DISCORD_TOKEN: 'x'.repeat(30) }, '--check').exited;
    expect(code).toBe(0);
    expect(output).toContain('in order');
  });
});
