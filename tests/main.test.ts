/** The program as an operator meets it: started, asked how it is, stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { platformId } from '../src/core/ids.ts';
import { openStore } from '../src/store/open.ts';
import { type FakeDiscord, startDiscordServer } from './fakes/discord-server.ts';
import { sharedPostgres } from './fakes/shared-postgres.ts';
import { type FakeSlack, startSlackServer } from './fakes/slack-server.ts';

let folder: string;
const running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipts-main-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const run = (env: Record<string, string>, ...args: string[]) =>
  start(env, process.execPath, '--disable-warning=ExperimentalWarning', 'src/main.ts', ...args);

function start(env: Record<string, string>, program: string, ...args: string[]) {
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, PORT: '0', DATABASE_PATH: join(folder, 'bot.sqlite'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  const changed = () =>
    Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), once(child, 'exit')]);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const exited = once(child, 'close').then(([code]) => ({ code, output }));
  const printed = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(output)) {
      if (child.exitCode !== null) throw new Error(`it ended:\n${output}`);
      await changed();
    }
    return pattern.exec(output)?.[1] ?? '';
  };
  return { child, exited, printed };
}

const ready = /open (http:\S+) in a browser/;

const discordOf = ({ token, apiUrl }: FakeDiscord) => ({ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl });
const slackOf = ({ settings }: FakeSlack) => ({
  SLACK_BOT_TOKEN: settings.botToken,
  SLACK_APP_TOKEN: settings.appToken,
  SLACK_API_URL: settings.apiUrl,
});

async function readyz(address: string) {
  const answer = await fetch(`${address}/readyz`);
  return { status: answer.status, report: await answer.json() };
}

describe('the program', () => {
  it('starts without any setting, prints the page’s address, and tells that it lives and is ready', async () => {
    const { printed } = run({});
    const address = await printed(ready);
    expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' });
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
    const store = await openStore(join(folder, 'bot.sqlite'));
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
      store: `sqlite ${join(folder, 'bot.sqlite')}`,
    });
  });

  it('logs why it did not start, where only lines of JSON are read', async () => {
    for (const wrong of [{ PORT: 'x' }, { DATABASE_PATH: folder }]) {
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
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--import',
        'data:text/javascript,setTimeout(() => Promise.reject(new Error("nobody caught this")), 1500)',
        'src/main.ts',
      ],
      {
        env: { PATH: process.env.PATH, PORT: '0', DATABASE_PATH: join(folder, 'bot.sqlite') },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    running.push(child);
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const [code] = await once(child, 'close');
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
    await cp('data', join(folder, 'data'), { recursive: true });
    const file = join(folder, 'data/kardashian-trump/events.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"precision": "', '"precision": "about-'));
    const { code, output } = await run({ DATA_PATH: join(folder, 'data') }).exited;
    expect(code).toBe(1);
    expect(output).toMatch(/events\.json: [a-z0-9-]+: date\.precision/);
  });

  it('checks itself without connecting to anything', async () => {
    const { code, output } = await run({ DISCORD_TOKEN: 'x'.repeat(30) }, '--check').exited;
    expect(code).toBe(0);
    expect(output).toContain('in order');
  });
});

describe('the program on PostgreSQL', () => {
  const server = sharedPostgres();

  it('runs as often as wanted on one database, keeps no file, and each ends with 0 when told to', async () => {
    const url = await server.createDatabase();
    const programs = ['a', 'b', 'c'].map(() => run({ DATABASE_URL: url, LOG_LEVEL: 'debug' }));
    const addresses = await Promise.all(programs.map(({ printed }) => printed(ready)));
    expect(new Set(addresses).size).toBe(3);
    for (const { child } of programs) child.kill('SIGTERM');
    for (const { code, output } of await Promise.all(programs.map(({ exited }) => exited))) {
      expect(code).toBe(0);
      expect(output).not.toContain(new URL(url).password);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('lives on while the database cuts its connections, and says nothing of the password', async () => {
    const url = await server.createDatabase();
    const { child, exited, printed } = run({ DATABASE_URL: url });
    const address = await printed(ready);
    await cutConnections(url);
    await printed(/(queue-trouble)/);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    const { code, output } = await exited;
    expect(code).toBe(0);
    expect(output).not.toContain(new URL(url).password);
  });

  it('is not ready while the database takes nobody, and says so', async () => {
    const url = await server.createDatabase();
    const name = new URL(url).pathname.slice(1);
    const { printed } = run({ DATABASE_URL: url });
    const address = await printed(ready);
    expect(await printed(/"store":"([^"]*)"/)).toBe(`postgres ${new URL(url).host}/${name}`);
    expect((await readyz(address)).status).toBe(200);
    await query(server.url('postgres'), `alter database ${name} allow_connections false`);
    await cutConnections(server.url('postgres'), name);
    expect(await readyz(address)).toMatchObject({ status: 503, report: { store: false, queue: false } });
    await query(server.url('postgres'), `alter database ${name} allow_connections true`);
    await expect.poll(async () => (await readyz(address)).status).toBe(200);
  });

  it('does not start where no database answers, and names it without the password', async () => {
    const { code, output } = await run({ DATABASE_URL: 'postgres://me:hidden-word@127.0.0.1:1/x' }).exited;
    expect(code).toBe(1);
    expect(output).toContain('PostgreSQL at 127.0.0.1:1/x cannot be used');
    expect(output).not.toContain('hidden-word');
  });

  it('checks itself without the database', async () => {
    const { code } = await run({ DATABASE_URL: 'postgres://me:hidden-word@127.0.0.1:1/x' }, '--check').exited;
    expect(code).toBe(0);
  });
});

const cutConnections = (url: string, name = new URL(url).pathname.slice(1)) =>
  query(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
  );

async function query(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
