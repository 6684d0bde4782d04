/** What the doctor finds, with the platforms in this process. */
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../commands/registry.ts';
import { registerWithToken } from '../../src/adapters/discord/register.ts';
import { OPTIONAL_SCOPES, SCOPES } from '../../src/adapters/slack/scopes.ts';
import type { Finding } from '../../src/core/finding.ts';
import { examine, sparingly } from '../../src/doctor/examine.ts';
import { isWrong } from '../../src/doctor/page.ts';
import { readSettings } from '../../src/doctor/settings.ts';
import { openBotStore, openDatabase } from '../../src/store/open.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { startDiscordServer } from '../fakes/discord-server.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';
import { startSlackServer } from '../fakes/slack-server.ts';

const server = sharedPostgres();
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipts-doctor-'));
  file = join(folder, 'bot.sqlite');
  onTestFinished(() => rm(folder, { recursive: true }));
});

const look = (
  environment: Record<string, string>,
  more: { isBot?: boolean; platformWithinMs?: number } = {},
) => {
  const { config, unread } = readSettings({ DATABASE_PATH: file, ...environment });
  const packs = async () => ({ packs: [{ id: 'moon', version: 'abc' }], leftOut: [] });
  return examine({ ...{ config, unread, commands, packs, isBot: false }, ...more });
};

const about = (findings: readonly Finding[], heading: string) =>
  findings.filter((one) => one.about === heading).map(({ mark, what }) => `${mark} ${what}`);

const nextOf = (findings: readonly Finding[], what: RegExp) =>
  findings.find((one) => what.test(one.what))?.next;

describe('Discord', () => {
  const start = async () => {
    const discord = await startDiscordServer();
    onTestFinished(() => discord.close());
    return { discord, settings: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl } };
  };

  it('is well: the token, the rights, the commands, the sessions and the clock, without a session or a change', async () => {
    const { discord, settings } = await start();
    await registerWithToken({ token: discord.token, apiUrl: discord.apiUrl }, commands);
    const before = discord.calls.length;
    const found = await look(settings);
    expect(about(found, 'Discord')).toEqual([
      'ok DISCORD_TOKEN is of Receipts#1234',
      expect.stringMatching(/^ok it may post in its one server/),
      expect.stringMatching(/^ok \d+ commands are registered/),
      expect.stringMatching(/^ok \d+ of \d+ sessions are left/),
    ]);
    expect(about(found, 'Clock')).toEqual(['ok right, by the platform’s']);
    expect(found.filter(isWrong)).toEqual([]);
    expect(discord.calls.slice(before).every(({ method }) => method === 'GET')).toBe(true);
    expect(discord.identified).toHaveLength(0);
  });

  it('says which commands differ, and registers none', async () => {
    const { discord, settings } = await start();
    await registerWithToken({ token: discord.token, apiUrl: discord.apiUrl }, commands.slice(1));
    const found = await look(settings);
    expect(about(found, 'Discord').join()).toContain(`not those of this release: +/${commands[0]?.name}`);
    expect(nextOf(found, /not those/)).toContain('npm run register');
    expect(discord.commands()).toHaveLength(commands.length - 1);
  });

  it('says which rights it lacks where, that it is deaf, and that a clock is wrong', async () => {
    const { discord, settings } = await start();
    discord.setRights((1n << 10n) | (1n << 14n));
    discord.setEndpoint('https://elsewhere.example');
    discord.setClock(120_000);
    const found = await look(settings);
    expect(about(found, 'Discord').join()).toMatch(
      /look in 1 of its servers .*“Fake server” \(Send Messages\)/,
    );
    expect(about(found, 'Discord').join()).toContain(
      'wrong Discord sends commands and presses to another address',
    );
    expect(about(found, 'Clock').join()).toMatch(
      /^wrong this machine’s is 1(?:19|20) s behind the platform’s$/,
    );
    discord.setClock(-10_000);
    expect(about(await look(settings), 'Clock').join()).toMatch(/^look .* ahead of the platform’s$/);
    discord.expel();
    expect(about(await look(settings), 'Discord').join()).toContain('look it is in no server');
  });

  it('says that a token is refused, and where another is', async () => {
    const { settings } = await start();
    const found = await look({ ...settings, DISCORD_TOKEN: 'wrong.token.that-nobody-should-see' });
    expect(about(found, 'Discord')).toEqual(['wrong Discord does not accept DISCORD_TOKEN']);
    expect(JSON.stringify(found)).not.toContain('nobody-should-see');
    expect(nextOf(found, /does not accept/)).toContain('Reset Token');
  });
});

describe('Slack', () => {
  const start = async () => {
    const slack = await startSlackServer();
    onTestFinished(() => slack.close());
    const { botToken, appToken, apiUrl } = slack.settings;
    return {
      slack,
      settings: { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl },
    };
  };

  it('is well with all its scopes, and names those that are missing', async () => {
    const { slack, settings } = await start();
    slack.grant([...SCOPES, ...OPTIONAL_SCOPES]);
    const well = await look(settings);
    expect(about(well, 'Slack')).toEqual([
      expect.stringMatching(/^ok SLACK_BOT_TOKEN is of @\S+ in Fake$/),
      'ok it has all scopes that the bot needs',
      'ok Slack accepts SLACK_APP_TOKEN',
      expect.stringMatching(/^note which commands/),
    ]);
    slack.grant(SCOPES.filter((scope) => scope !== 'users:read'));
    const lacking = await look(settings);
    expect(about(lacking, 'Slack').join()).toContain('wrong scopes are missing: users:read');
    expect(about(lacking, 'Slack').join()).toContain(
      'note optional scopes that it has not: channels:history',
    );
    expect(nextOf(lacking, /scopes are missing/)).toContain('npm run manifest');
  });

  it('says that tokens are refused, and shows none', async () => {
    const { slack, settings } = await start();
    slack.refuseAll('token_revoked');
    const found = await look(settings);
    expect(about(found, 'Slack')).toContain('wrong Slack does not accept SLACK_BOT_TOKEN (token_revoked)');
    expect(about(found, 'Slack')).toContain('wrong Slack does not accept SLACK_APP_TOKEN (token_revoked)');
    for (const token of [slack.settings.botToken, slack.settings.appToken])
      expect(JSON.stringify(found)).not.toContain(token);
  });
});

describe('a platform', () => {
  it('that never answers is not waited for, and one that is something else is told apart from one that is away', async () => {
    const mute = createServer(() => undefined).listen(0, '127.0.0.1');
    const other = createServer((_, response) => response.end('<html>')).listen(0, '127.0.0.1');
    await Promise.all([once(mute, 'listening'), once(other, 'listening')]);
    onTestFinished(() => {
      for (const server of [mute, other]) {
        server.closeAllConnections();
        server.close();
      }
    });
    const at = (server: typeof mute) => `http://127.0.0.1:${Object(server.address()).port}`;
    const settings = {
      DISCORD_TOKEN: 'x'.repeat(30),
      SLACK_BOT_TOKEN: 'xoxb-12345678',
      SLACK_APP_TOKEN: 'xapp-12345678',
    };
    const silent = await look(
      { ...settings, DISCORD_API_URL: at(mute), SLACK_API_URL: at(mute) },
      { platformWithinMs: 100 },
    );
    expect(about(silent, 'Discord').join()).toMatch(
      /^wrong Discord cannot be reached from here \(TimeoutError\)$/,
    );
    expect(about(silent, 'Slack').join()).toMatch(
      /^wrong Slack cannot be reached from here \(TimeoutError\)$/,
    );
    const foreign = await look({ ...settings, DISCORD_API_URL: at(other), SLACK_API_URL: at(other) });
    expect(about(foreign, 'Discord').join()).toContain('does not speak like Discord');
    expect(about(foreign, 'Slack').join()).toContain('does not speak like Slack');
  });
});

describe('what a wrong setting leads to', () => {
  it('is not looked at, and nothing else in its place', async () => {
    const found = await look({ DATABASE_URL: 'postgres://me:12/word@host/x', DISCORD_TOKEN: 'short' });
    expect(about(found, 'Database')).toEqual(['note not looked at: see DATABASE_URL above']);
    expect(about(found, 'Discord')).toEqual(['note not looked at: see DISCORD_TOKEN above']);
    expect(about(found, 'Platforms')).toEqual([]);
    const page = await look({ HOST: '0.0.0.0', PAGE_SECRET: 'a secret of some length' });
    expect(about(page, 'Page').join()).toMatch(/look .*not encrypted/);
  });
});

describe('the database', () => {
  it('on a server tells its clock, and where a bot runs on it', async () => {
    const found = await look({ DATABASE_URL: await server.createDatabase() });
    expect(about(found, 'Database')).toEqual([expect.stringMatching(/^note PostgreSQL 18\S*, empty/)]);
    expect(about(found, 'Clock')).toEqual(['ok right, by the database’s']);
    expect(about(found, 'Bot')).toEqual(['note none runs on this database now']);
  });

  it('is not there yet, then of this release, then run by a bot; looking makes and changes nothing', async () => {
    const before = await look({});
    expect(about(before, 'Database').join()).toContain('note ');
    await (await openDatabase(file)).destroy();
    const found = await look({});
    expect(about(found, 'Database')).toEqual([expect.stringMatching(/^ok SQLite 3\S+, of this release, \d/)]);
    expect(about(found, 'Bot')).toEqual(['note none runs on this database now']);
    const rewriting = { onBegin: () => undefined, onEnd: () => undefined, onFailed: () => undefined };
    const store = await openBotStore(file, { onWait: () => undefined, rewriting: Object(rewriting) });
    expect(about(await look({}), 'Bot')).toEqual([
      expect.stringMatching(new RegExp(`^note process ${process.pid} on \\S+, since \\S+ runs on it$`)),
    ]);
    expect(about(await look({}, { isBot: true }), 'Bot')).toEqual([]);
    await store.close();
  });

  it('is of another kind, read by others, or of a newer release', async () => {
    await writeFile(file, 'no database at all, however one looks at it');
    expect(about(await look({}), 'Database').join()).toMatch(/^wrong The database .* file of another kind/);
    await rm(file);
    const db = await openDatabase(file);
    await db
      .insertInto('kysely_migration' as never)
      .values({ name: '9999-later', timestamp: '' } as never)
      .execute();
    await db.destroy();
    await chmod(file, 0o644);
    const found = await look({});
    expect(about(found, 'Database').join()).toContain('of a newer release');
    expect(about(found, 'Database').join()).toContain('look others on this machine can read it');
    expect(nextOf(found, /can read it/)).toContain('chmod 600');
  });
});

describe('settings', () => {
  it('that are wrong are named, and what does not depend on them is looked at all the same', async () => {
    const { findings, config } = readSettings({
      PORT: 'x',
      SLACK_BOT_TOKEN: 'xoxb-12345678',
      HOST: '0.0.0.0',
    });
    expect(findings.map(({ mark, what }) => `${mark} ${what}`)).toEqual([
      'wrong PORT is not a number',
      expect.stringMatching(/^wrong SLACK_APP_TOKEN is missing/),
    ]);
    expect(config).toMatchObject({ host: '0.0.0.0', port: 3000, slack: undefined });
  });
});

describe('who asks again', () => {
  it('is told what was found, for half a minute', async () => {
    const clock = createFakeClock('2026-11-23T08:00:00Z');
    let looks = 0;
    const asked = sparingly(clock, async () => {
      looks += 1;
      return [];
    });
    await Promise.all([asked(), asked()]);
    await clock.advance(29_000);
    await asked();
    expect(looks).toBe(1);
    await clock.advance(2_000);
    await asked();
    expect(looks).toBe(2);
  });
});
