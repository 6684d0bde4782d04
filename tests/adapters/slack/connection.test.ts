/** From the start of the bot to the loss of its connection, with the real Bolt. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../../src/core/cards/card.ts';
import { placeOf } from '../../../src/core/ids.ts';
import { toAsker } from '../../../src/core/requests/request.ts';
import { botSaying, setUp } from './slack-bench.ts';

const hello = say('neutral', 'Hello from the bot');
const bot = botSaying(() => toAsker(hello));
const place = placeOf('slack', 'T1', 'C1');

let bench: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.close());

const start = () => bench.platform.start(bot);

describe('a start that can never work', () => {
  it.each([
    ['a wrong bot token', { botToken: 'xoxb-secret' }, /SLACK_BOT_TOKEN \(invalid_auth\)/],
    ['a wrong app token', { appToken: 'xapp-secret' }, /SLACK_APP_TOKEN \(invalid_auth\)/],
    ['no app token', { appToken: ' ' }, /SLACK_APP_TOKEN \(empty\)/],
    ['a token that cannot even be sent', { botToken: 'xoxb-secret\nof mine' }, /SLACK_BOT_TOKEN/],
  ])('with %s names the setting, without repeating it', async (_, tokens, words) => {
    const wrong = await setUp(tokens);
    const started = wrong.platform.start(bot);
    await expect(started).rejects.toThrow(words);
    await expect(started).rejects.not.toThrow(/secret/);
    expect(JSON.stringify(wrong.log.entries)).not.toContain('secret');
    expect([wrong.platform.connected(), wrong.losses]).toEqual([false, []]);
    await wrong.close();
  });
});

describe('a start that may work later', () => {
  it('where nobody listens is no failure, and ends with the stop', async () => {
    const alone = await setUp();
    await alone.slack.close();
    await alone.platform.start(bot);
    const failure = { event: 'slack-not-connected', fields: { code: 'ECONNREFUSED', waitMs: 1_000 } };
    expect(alone.log.entries).toContainEqual(failure);
    expect([alone.platform.connected(), alone.clock.waiting()]).toEqual([false, 1]);
    await alone.platform.stop();
    expect([alone.losses, alone.clock.waiting()]).toEqual([[], 0]);
    await alone.close();
  });

  it.each(['auth.test', 'apps.connections.open'])(
    'goes on ever more patiently while %s fails, and the bot answers as soon as Slack is back',
    async (method) => {
      bench.slack.breakNext({ kind: 'server-error' }, method);
      bench.slack.breakNext({ kind: 'rate-limit', retryAfter: 1 }, method);
      await start();
      expect(bench.platform.connected()).toBe(false);
      bench.clock.move(1_000);
      await bench.log.seen('slack-not-connected', 2);
      bench.clock.move(2_000);
      await bench.log.seen('slack-connected');
      await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact' });
      await bench.slack.answered();
      expect(bench.slack.whispers('U1')).toHaveLength(1);
      expect(bench.losses).toEqual([]);
    },
  );

  it('tells of a token that turns out to be wrong later, once', async () => {
    bench.slack.breakNext({ kind: 'server-error' }, 'auth.test');
    await start();
    bench.slack.refuseAll('account_inactive');
    bench.clock.move(1_000);
    await expect.poll(() => bench.losses).toEqual([expect.stringContaining('SLACK_BOT_TOKEN')]);
    await bench.log.seen('slack-lost');
    expect(bench.clock.waiting()).toBe(0);
  });
});

describe('a token that Slack takes back', () => {
  it.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    'is told to the program once, where the connection cannot be made again for %s',
    async (code) => {
      await start();
      bench.slack.refuseAll(code);
      bench.slack.sockets.drop();
      await expect.poll(() => bench.losses).toEqual([expect.stringContaining(`SLACK_APP_TOKEN (${code})`)]);
      await bench.platform.post(place, hello, 'key');
      await bench.platform.stop();
      expect(bench.losses).toHaveLength(1);
    },
  );

  it.each(['invalid_auth', 'account_inactive'])(
    'is told to the program where a post meets %s',
    async (code) => {
      await start();
      bench.slack.refuseAll(code);
      await bench.platform.post(place, hello, 'key');
      await expect.poll(() => bench.losses).toEqual([expect.stringContaining('SLACK_BOT_TOKEN')]);
      expect(bench.losses).toEqual([expect.stringContaining(`(${code})`)]);
      expect(bench.platform.connected()).toBe(false);
    },
  );

  it('is told to the program where the app is taken out of the workspace, with that cause', async () => {
    const removed: unknown[] = [];
    await bench.platform.start(
      botSaying(() => toAsker(hello), {
        removed: async (from, reason) => void removed.push(from, reason),
      }),
    );
    bench.slack.refuseAll('account_inactive');
    await bench.slack.event({ type: 'app_uninstalled' });
    await expect
      .poll(() => bench.losses)
      .toEqual([expect.stringMatching(/uninstalled .*\(account_inactive\)/)]);
    expect(removed).toEqual([
      { platform: 'slack', workspace: 'T1' },
      expect.stringContaining('removed from this workspace'),
    ]);
  });

  it('ends the connection for good: nothing is tried again, however long it takes', async () => {
    await start();
    bench.slack.refuseAll('account_inactive');
    await bench.platform.post(place, hello, 'key');
    await expect.poll(() => bench.losses).toHaveLength(1);
    expect([bench.slack.sockets.open(), bench.clock.waiting()]).toEqual([0, 0]);
    const asked = bench.slack.calls().length;
    bench.clock.move(3_600_000);
    await bench.platform.stop();
    expect(bench.slack.calls()).toHaveLength(asked);
    expect(bench.losses).toHaveLength(1);
  });

  it('is said at the start, with the cause, where the app was taken out before', async () => {
    bench.slack.refuseAll('account_inactive');
    await expect(start()).rejects.toThrow(/uninstalled .*\(account_inactive\).*SLACK_BOT_TOKEN/);
    expect(bench.losses).toEqual([]);
  });

  it.each(['invalid_auth', 'token_revoked'])(
    'takes no orders off people where it is only the token that is wrong: %s',
    async (code) => {
      const removed: unknown[] = [];
      await bench.platform.start(
        botSaying(() => toAsker(hello), { removed: async (from) => void removed.push(from) }),
      );
      bench.slack.refuseAll(code);
      await bench.platform.post(place, hello, 'key');
      await expect.poll(() => bench.losses).toHaveLength(1);
      expect(removed).toEqual([]);
    },
  );

  it('is believed only if Slack says it of the token itself', async () => {
    await start();
    bench.slack.breakNext({ kind: 'error', error: 'invalid_auth' }, 'chat.postMessage');
    await bench.platform.post(place, hello, 'key');
    await expect.poll(() => bench.slack.calls('auth.test')).toHaveLength(2);
    expect(await bench.platform.post(place, hello, 'key')).toMatchObject({ status: 'posted' });
    expect([bench.losses, bench.platform.connected()]).toEqual([[], true]);
  });
});

describe('the connection', () => {
  it('is back at once after Slack asks to reconnect', async () => {
    await start();
    bench.slack.sockets.refresh();
    await bench.log.seen('slack-connected', 2);
    expect(bench.platform.connected()).toBe(true);
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact' });
    await bench.slack.answered();
    expect(bench.slack.whispers('U1')).toHaveLength(1);
  });

  it('keeps trying, ever more patiently, while Slack is down', async () => {
    await start();
    bench.slack.breakNext({ kind: 'server-error' }, 'apps.connections.open');
    bench.slack.breakNext({ kind: 'error', error: 'invalid_auth' }, 'apps.connections.open');
    bench.slack.sockets.drop();
    await bench.log.seen('slack-reconnect-failed');
    expect(bench.platform.connected()).toBe(false);
    bench.clock.move(1_000);
    await bench.log.seen('slack-reconnect-failed', 2);
    bench.clock.move(2_000);
    await bench.log.seen('slack-connected', 2);
    expect(bench.platform.connected()).toBe(true);
  });

  it('does not come back once it was stopped', async () => {
    await start();
    bench.slack.breakNext({ kind: 'server-error' }, 'apps.connections.open');
    bench.slack.sockets.drop();
    await bench.log.seen('slack-reconnect-failed');
    await bench.platform.stop();
    expect(bench.clock.waiting()).toBe(0);
    expect(bench.slack.sockets.open()).toBe(0);
  });

  it('can be started again after it was stopped', async () => {
    await start();
    await bench.platform.stop();
    await start();
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact' });
    await bench.slack.answered();
    expect(bench.slack.whispers('U1')).toHaveLength(1);
  });

  it('passes on that a channel has a new id', async () => {
    const moves: unknown[] = [];
    await bench.platform.start(
      botSaying(() => toAsker(hello), {
        placeMoved: async (from, to) => void moves.push([from.channel, to.channel, to.workspace]),
      }),
    );
    await bench.slack.event({ type: 'channel_id_changed', old_channel_id: 'G1', new_channel_id: 'C9' });
    await expect.poll(() => moves).toEqual([['G1', 'C9', 'T1']]);
  });

  it('notes that the app was taken out of the workspace', async () => {
    await start();
    await bench.slack.event({ type: 'app_uninstalled' });
    await bench.slack.event({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } });
    await bench.log.seen('slack-tokens-revoked');
    expect(bench.log.entries).toContainEqual({ event: 'slack-uninstalled', fields: { workspace: 'T1' } });
  });
});
