/** What Slack asks of a bot beyond the Platform specification, with the real Bolt. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainCard, say } from '../../../src/core/card.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { type Request, toAsker, toEveryone } from '../../../src/core/request.ts';
import { botSaying, setUp } from './slack-bench.ts';

const hello = say('neutral', 'Hello from the bot');
const choices = [{ label: 'A', token: { do: 'answer', round: 'r-1', option: 0 }, style: 'primary' }] as const;
const question = plainCard('question', { type: 'text', text: ['Which one?'] }, { type: 'choices', choices });

let bench: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.close());

const place = placeOf('slack', 'T1', 'C1');

/** Starts a bot that keeps what it is asked. */
async function keepRequests(reply = toAsker(hello)): Promise<Request[]> {
  const requests: Request[] = [];
  await bench.platform.start(
    botSaying((request) => {
      requests.push(request);
      return reply;
    }),
  );
  return requests;
}

async function originOf(channel: string, user: string) {
  const requests = await keepRequests();
  await bench.slack.command({ channel, user, command: '/daily' });
  await bench.slack.answered();
  const [request] = requests;
  if (!request) throw new Error('no request arrived');
  return request.origin;
}

describe('starting', () => {
  it('refuses a wrong bot token by the name of its setting, without repeating it', async () => {
    const wrong = await setUp({ botToken: 'xoxb-secret' });
    const start = wrong.platform.start(botSaying(() => toAsker(hello)));
    await expect(start).rejects.toThrow(/SLACK_BOT_TOKEN \(invalid_auth\)/);
    await expect(start).rejects.not.toThrow(/secret/);
    await wrong.close();
  });

  it('refuses a wrong app token by the name of its setting, without repeating it', async () => {
    const wrong = await setUp({ appToken: 'xapp-secret' });
    const start = wrong.platform.start(botSaying(() => toAsker(hello)));
    await expect(start).rejects.toThrow(/SLACK_APP_TOKEN \(invalid_auth\)/);
    await expect(start).rejects.not.toThrow(/secret/);
    await wrong.close();
  });

  it('never prints a token that cannot even be sent', async () => {
    const wrong = await setUp({ botToken: 'xoxb-sec\nret' });
    await expect(wrong.platform.start(botSaying(() => toAsker(hello)))).rejects.toThrow(/SLACK_BOT_TOKEN/);
    expect(JSON.stringify(wrong.log.entries)).not.toContain('xoxb-sec');
    await wrong.close();
  });

  it('asks Slack who it is once, not on every request', async () => {
    await keepRequests();
    for (const user of ['U1', 'U2', 'U3'])
      await bench.slack.command({ channel: 'C1', user, command: '/fact' });
    await bench.slack.answered();
    expect(bench.slack.calls('auth.test')).toHaveLength(1);
  });
});

describe('answering', () => {
  it('acknowledges with nothing, so that the command is not echoed into the channel', async () => {
    await keepRequests();
    const { ack } = await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact' });
    expect(ack).toEqual({});
  });

  it('answers a command in a channel that the bot is not in', async () => {
    bench.slack.addChannel({ id: 'C2', member: false });
    await keepRequests(toEveryone(hello));
    await bench.slack.command({ channel: 'C2', user: 'U1', command: '/fact' });
    await bench.slack.answered();
    expect(bench.slack.messages('C2')).toMatchObject([{ text: 'Hello from the bot' }]);
  });

  it('hands the words of a command over as they were typed', async () => {
    const requests = await keepRequests();
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact', text: 'R&B <1990 @here &amp;' });
    await bench.slack.answered();
    expect(requests).toMatchObject([{ command: 'fact', input: { words: 'R&B <1990 @here &amp;' } }]);
  });

  it('lets the bot answer a command that it does not know', async () => {
    const requests = await keepRequests();
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/something-else' });
    await bench.slack.answered();
    expect(requests).toMatchObject([{ kind: 'command', command: 'something-else' }]);
  });

  it('turns the pressed message into the reply where the bot says so', async () => {
    await bench.platform.start(botSaying(() => ({ type: 'replace', card: say('right', 'Revealed') })));
    const posted = await bench.platform.post(place, question, 'key');
    if (posted.status !== 'posted') throw new Error('not posted');
    await bench.slack.press({ channel: 'C1', ts: posted.message.id, user: 'U1', label: 'A' });
    await bench.slack.answered();
    expect(bench.slack.messages('C1')).toMatchObject([{ text: 'Revealed', edited: 1 }]);
  });

  it('turns a private message into the reply for the one who sees it', async () => {
    await bench.platform.start(
      botSaying((request) =>
        request.kind === 'command' ? toAsker(question) : { type: 'replace', card: say('right', 'Revealed') },
      ),
    );
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/quiz' });
    await bench.slack.answered();
    const [whisper] = bench.slack.whispers('U1');
    await bench.slack.press({ channel: 'C1', ts: whisper?.ts ?? '', user: 'U1', label: 'A' });
    await bench.slack.answered();
    expect(bench.slack.whispers('U1')).toMatchObject([{ text: 'Revealed' }]);
    expect(bench.slack.messages('C1')).toEqual([]);
  });

  it('hands a forged button value to the bot as it is', async () => {
    const requests = await keepRequests();
    const posted = await bench.platform.post(place, question, 'key');
    if (posted.status !== 'posted') throw new Error('not posted');
    await bench.slack.press({
      channel: 'C1',
      ts: posted.message.id,
      user: 'U1',
      label: 'A',
      forgedValue: 'old',
    });
    await bench.slack.answered();
    expect(requests).toMatchObject([{ kind: 'press', token: 'old', origin: { place } }]);
  });

  it('survives an answer that Slack does not take', async () => {
    await keepRequests();
    bench.slack.breakNext({ kind: 'server-error' }, 'response_url');
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact' });
    await bench.log.seen('slack-reply-failed');
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact' });
    await bench.slack.answered();
    expect(bench.slack.whispers('U1')).toHaveLength(1);
  });
});

describe('the people in a message', () => {
  const standings = say('neutral', 'First: ', { player: playerOf('slack', 'T1', 'U7').user });

  it('names players without notifying them', async () => {
    bench.slack.addUser({ id: 'U7', name: 'Ada <!channel>' });
    await bench.platform.post(place, standings, 'key');
    const [message] = bench.slack.messages('C1');
    expect(message?.text).toBe('First: Ada &lt;!channel&gt;');
    expect(JSON.stringify(message?.blocks)).toContain('Ada <!channel>');
    expect(bench.slack.pings()).toEqual([]);
  });

  it('still posts where Slack does not tell a name', async () => {
    bench.slack.breakNext({ kind: 'rate-limit', retryAfter: 30 }, 'users.info');
    await bench.platform.post(place, standings, 'key');
    expect(bench.slack.messages('C1')).toMatchObject([{ text: 'First: a player' }]);
  });

  it('asks for a name again only after five minutes', async () => {
    bench.slack.addUser({ id: 'U7', name: 'Ada' });
    await bench.platform.post(place, standings, 'key');
    await bench.platform.post(place, standings, 'key');
    expect(bench.slack.calls('users.info')).toHaveLength(1);
    bench.clock.move(300_000);
    await bench.platform.post(place, standings, 'key');
    expect(bench.slack.calls('users.info')).toHaveLength(2);
  });
});

describe('who manages a channel', () => {
  it.each([
    ['an admin does', { admin: true }, 'C1', true],
    ['an owner does', { owner: true }, 'C1', true],
    ['anyone else does not', {}, 'C1', false],
    ['the one who made it does', {}, 'CMINE', true],
    ['a guest who made it does not', { guest: true }, 'CMINE', false],
    ['nobody manages a private talk', { admin: true }, 'D1', false],
    ['the maker of a channel that the bot cannot see does not', {}, 'CHIDDEN', false],
  ])('%s', async (_, flags, channel, expected) => {
    bench.slack.addUser({ id: 'U1', ...flags });
    bench.slack.addChannel({ id: 'CMINE', creator: 'U1' });
    bench.slack.addChannel({ id: 'CHIDDEN', creator: 'U1', private: true, member: false });
    const origin = await originOf(channel, 'U1');
    expect(await origin.manages()).toBe(expected);
  });

  it('is a fault, not a no, where Slack does not answer', async () => {
    const origin = await originOf('C1', 'U1');
    bench.slack.breakNext({ kind: 'server-error' }, 'users.info');
    await expect(origin.manages()).rejects.toThrow('users.info');
    expect(await origin.manages()).toBe(false);
  });
});

describe('whether the bot may post', () => {
  it.each(['C1', 'D1'])('is yes where it is a member, and in a talk with it: %s', async (channel) => {
    bench.slack.addChannel({ id: 'D1', direct: true });
    const origin = await originOf(channel, 'U1');
    expect(await origin.mayPost()).toEqual({ ok: true });
  });

  it('is no elsewhere, with the words to type, and yes as soon as it was invited', async () => {
    bench.slack.addChannel({ id: 'C2', member: false });
    const origin = await originOf('C2', 'U1');
    expect(await origin.mayPost()).toEqual({ ok: false, fix: expect.stringContaining('/invite @receipts') });
    bench.slack.addChannel({ id: 'C2', member: true });
    expect(await origin.mayPost()).toEqual({ ok: true });
  });

  it('is no in a private channel that the bot cannot see', async () => {
    bench.slack.addChannel({ id: 'C2', member: false, private: true });
    const origin = await originOf('C2', 'U1');
    expect(await origin.mayPost()).toEqual({ ok: false, fix: expect.stringContaining('/invite @receipts') });
  });

  it.each([
    ['in an archived channel', 'COLD', 'Unarchive'],
    ['in a talk between others', 'D2', 'in a talk with me'],
  ])('is no %s', async (_, channel, words) => {
    bench.slack.addChannel({ id: 'COLD', archived: true });
    bench.slack.addChannel({ id: 'D2', direct: true, member: false });
    const origin = await originOf(channel, 'U1');
    expect(await origin.mayPost()).toEqual({ ok: false, fix: expect.stringContaining(words) });
  });

  it('is left to the post itself where Slack does not answer', async () => {
    const origin = await originOf('C1', 'U1');
    bench.slack.breakNext({ kind: 'server-error' }, 'conversations.info');
    expect(await origin.mayPost()).toEqual({ ok: true });
  });
});

describe('posting', () => {
  it('marks a post with its key, which tells nothing of the answer', async () => {
    await bench.platform.post(place, question, 'daily-1');
    const metadata = { event_type: 'receipts_post', event_payload: { key: 'daily-1' } };
    expect(bench.slack.messages('C1')).toMatchObject([{ metadata }]);
  });

  it('does not try again by itself when Slack breaks, because the message may stand', async () => {
    bench.slack.breakNext({ kind: 'lost-answer' });
    expect(await bench.platform.post(place, hello, 'key')).toEqual({ status: 'failed', sent: 'maybe' });
    expect(bench.slack.messages('C1')).toHaveLength(1);
    expect(bench.slack.calls('chat.postMessage')).toHaveLength(1);
  });

  it('says how long Slack wants to be left alone', async () => {
    bench.slack.breakNext({ kind: 'rate-limit', retryAfter: 7 });
    const outcome = await bench.platform.post(place, hello, 'key');
    expect(outcome).toEqual({ status: 'failed', sent: 'no', retryAfterMs: 7_000 });
    bench.slack.breakNext({ kind: 'rate-limit' });
    expect(await bench.platform.post(place, hello, 'key')).toEqual({ status: 'failed', sent: 'no' });
  });

  it('says that it was removed from the workspace', async () => {
    bench.slack.refuseAll('account_inactive');
    expect(await bench.platform.post(place, hello, 'key')).toMatchObject({
      status: 'refused',
      why: 'removed',
    });
  });

  it('tells how to invite it, by its own name', async () => {
    bench.slack.addChannel({ id: 'C2', member: false });
    await keepRequests();
    const outcome = await bench.platform.post(placeOf('slack', 'T1', 'C2'), hello, 'key');
    expect(outcome).toMatchObject({ status: 'refused', fix: expect.stringContaining('/invite @receipts') });
  });
});

describe('the connection', () => {
  it('is back at once after Slack asks to reconnect', async () => {
    await keepRequests();
    bench.slack.sockets.refresh();
    await bench.log.seen('slack-connected', 2);
    expect(bench.platform.connected()).toBe(true);
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact' });
    await bench.slack.answered();
    expect(bench.slack.whispers('U1')).toHaveLength(1);
  });

  it('keeps trying, ever more patiently, while Slack is down', async () => {
    await keepRequests();
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
    await keepRequests();
    bench.slack.breakNext({ kind: 'server-error' }, 'apps.connections.open');
    bench.slack.sockets.drop();
    await bench.log.seen('slack-reconnect-failed');
    await bench.platform.stop();
    expect(bench.clock.waiting()).toBe(0);
    expect(bench.slack.sockets.open()).toBe(0);
  });

  it('can be started again after it was stopped', async () => {
    await keepRequests();
    await bench.platform.stop();
    const requests = await keepRequests();
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact' });
    await bench.slack.answered();
    expect(requests).toHaveLength(1);
  });

  it('notes that the app was taken out of the workspace', async () => {
    await keepRequests();
    await bench.slack.event({ type: 'app_uninstalled' });
    await bench.slack.event({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } });
    await bench.log.seen('slack-tokens-revoked');
    expect(bench.log.entries).toContainEqual({ event: 'slack-uninstalled', fields: { workspace: 'T1' } });
  });
});
