/** What the start says of what it is connected to. */
import { describe, expect, it } from 'vitest';
import { createConnections } from '../src/connections.ts';
import { platformId } from '../src/core/ids.ts';
import { createFakeClock } from './fakes/clock.ts';
import { startDiscordServer } from './fakes/discord-server.ts';
import { createRecordingPlatform } from './fakes/recording-platform.ts';
import { programsForEachTest, ready } from './program.ts';

function connectionsOf() {
  const clock = createFakeClock('2026-11-23T08:00:00Z');
  const said: string[] = [];
  const lost = new Map<ReturnType<typeof platformId>, string>();
  let isUp = false;
  const slow = {
    ...createRecordingPlatform('slow'),
    connected: () => isUp,
    connection: () => (isUp ? 'connected as Receipts#1234, 3 servers' : 'not connected, trying again in 8 s'),
  };
  const stopped = new AbortController();
  const connections = createConnections({
    ...{ release: '1.2.3', store: 'sqlite bot.sqlite', clock },
    platforms: [slow],
    roster: { lost: () => lost },
    say: (text) => void said.push(text),
    stopped: stopped.signal,
  });
  const come = () => {
    isUp = true;
  };
  return { connections, clock, said, lost, come, stopped };
}

describe('the start', () => {
  it('says what it is connected to and what not yet, and where it remembers', () => {
    const { connections, come, lost } = connectionsOf();
    expect(connections.words()).toBe(
      [
        'Receipts 1.2.3',
        'Testgram: not connected, trying again in 8 s',
        'Database: SQLite bot.sqlite',
        '',
      ].join('\n'),
    );
    come();
    expect(connections.words()).toContain('Testgram: connected as Receipts#1234, 3 servers\n');
    lost.set(platformId('slow'), 'Its token was taken back.');
    expect(connections.words()).toContain('Testgram: Its token was taken back.\n');
  });

  it('says in one line when a platform that was missing comes, and nothing after that', async () => {
    const { connections, clock, said, come } = connectionsOf();
    connections.watch();
    await clock.advance(30_000);
    expect(said).toEqual([]);
    come();
    await clock.advance(600_000);
    expect(said).toEqual(['Testgram: connected as Receipts#1234, 3 servers\n']);
  });

  it('says nothing more of one that is lost, or once the bot stops', async () => {
    const first = connectionsOf();
    first.connections.watch();
    first.lost.set(platformId('slow'), 'gone');
    const second = connectionsOf();
    second.connections.watch();
    second.stopped.abort();
    for (const { clock, come, said } of [first, second]) {
      come();
      await clock.advance(600_000);
      expect(said).toEqual([]);
    }
  });
});

const programs = programsForEachTest();

describe('the program', () => {
  it('says it in words before the line of JSON that it started, and is ready in the last', async () => {
    const discord = await startDiscordServer();
    const { printed, child, exited } = programs.run({
      ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
      ...{ SLACK_BOT_TOKEN: 'xoxb-nowhere-123', SLACK_APP_TOKEN: 'xapp-nowhere-123' },
      SLACK_API_URL: 'http://127.0.0.1:9',
    });
    const address = await printed(ready);
    const full = await (await fetch(`${address}/readyz?full`)).json();
    expect(full.findings).toContainEqual(
      expect.objectContaining({
        about: 'Discord',
        mark: 'ok',
        what: expect.stringContaining('DISCORD_TOKEN'),
      }),
    );
    child.kill('SIGTERM');
    const { output } = await exited;
    expect(output).toMatch(
      /^Receipts \d+\.\d+\.\d+\S*\nDiscord: connected as \S.*, .*servers?\nSlack: not connected, trying.*\nDatabase: SQLite \S+\nReceipts is ready: open http:\S+ in a browser\.\n/m,
    );
    await discord.close();
  });
});
