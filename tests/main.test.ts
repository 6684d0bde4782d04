/** The program as an operator meets it: started, asked how it is, stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDiscordServer } from './fakes/discord-server.ts';
import { sharedPostgres } from './fakes/shared-postgres.ts';
import { startSlackServer } from './fakes/slack-server.ts';

let folder: string;
const running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipts-main-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function run(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts', ...args], {
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

  it('connects to both platforms with their tokens, and ends with 1 where one is lost for good', async () => {
    const discord = await startDiscordServer();
    const slack = await startSlackServer();
    const { exited, printed } = run({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      SLACK_BOT_TOKEN: slack.settings.botToken,
      SLACK_APP_TOKEN: slack.settings.appToken,
      SLACK_API_URL: slack.settings.apiUrl,
    });
    const address = await printed(ready);
    const platforms = async () => (await fetch(`${address}/readyz`)).json();
    expect(await platforms()).toEqual({
      status: 'ready',
      platforms: { web: true, discord: true, slack: true },
    });
    discord.dropConnections(4014, true);
    const { code, output } = await exited;
    expect(code).toBe(1);
    expect(output).toContain('4014');
    for (const secret of [discord.token, slack.settings.botToken, slack.settings.appToken])
      expect(output).not.toContain(secret);
    await Promise.all([discord.close(), slack.close()]);
  });

  it('starts where a platform cannot be reached, says so in /readyz, and goes on trying', async () => {
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-12345678',
      SLACK_APP_TOKEN: 'xapp-12345678',
      SLACK_API_URL: 'http://127.0.0.1:9/api',
    };
    const { child, exited, printed } = run(env);
    const address = await printed(ready);
    const answer = await fetch(`${address}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: 'not-ready', platforms: { web: true, slack: false } });
    child.kill('SIGTERM');
    expect((await exited).code).toBe(0);
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

async function cutConnections(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await client.end();
}
