/** How a post whose outcome is unknown is looked for, and what is said under a message or to one person. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPTIONAL_SCOPES, SCOPES } from '../../../src/adapters/slack/scopes.ts';
import { say } from '../../../src/core/cards/card.ts';
import { type MessageRef, placeOf, playerOf } from '../../../src/core/ids.ts';
import { setUp } from './slack-bench.ts';

const card = say('neutral', 'The answer is up');
const place = placeOf('slack', 'T1', 'C1');

let bench: Awaited<ReturnType<typeof setUp>>;
let began: number;
beforeEach(async () => {
  bench = await setUp();
  began = Date.now();
});
afterEach(() => bench.close());

const find = (channel = 'C1') =>
  bench.platform.find(placeOf('slack', 'T1', channel), { card, key: 'key', since: began });

async function posted(key = 'key', under?: MessageRef): Promise<MessageRef> {
  const outcome = await bench.platform.post(place, card, key, under);
  if (outcome.status !== 'posted') throw new Error('not posted');
  return outcome.message;
}

describe('a search', () => {
  it('asks for the messages from a minute before the post on, few at a time, with what they were sent with', async () => {
    await find();
    const [call] = bench.slack.calls('conversations.history');
    expect(call?.args).toMatchObject({ channel: 'C1', limit: '15', include_all_metadata: 'true' });
    expect(Number(call?.args.oldest)).toBeCloseTo(began / 1_000 - 60, 3);
  });

  it('reads on in a busy channel, and gives up where it is too busy', async () => {
    const message = await posted();
    for (let written = 0; written < 30; written += 1) bench.slack.say('C1', 'Hello');
    expect(await find()).toEqual({ status: 'found', message });
    for (let written = 0; written < 15; written += 1) bench.slack.say('C1', 'Hello');
    expect(await find()).toEqual({ status: 'impossible' });
  });

  it.each([['bot_id'], ['bot_id', 'user'], ['bot_id', 'app_id'], ['user', 'app_id']])(
    'knows its own messages where a list leaves out %j %j',
    async (...names) => {
      bench.slack.leaveOut(...names);
      const message = await posted();
      expect(await find()).toEqual({ status: 'found', message });
    },
  );

  it('finds its own messages only, whatever another app says with one', async () => {
    bench.slack.say('C1', 'Hello', 'UOTHER', { event_type: 'receipts_post', event_payload: { key: 'key' } });
    expect(await find()).toEqual({ status: 'absent' });
  });

  it.each([
    ['a public channel', {}, ['channels:history'], 'absent'],
    ['a public channel', {}, ['groups:history'], 'impossible'],
    ['a private channel', { private: true }, ['groups:history'], 'absent'],
    ['a private channel', { private: true }, [], 'impossible'],
  ])('in %s (%o) with the scopes %o ends with: %s', async (_, kind, scopes, status) => {
    bench.slack.addChannel({ id: 'C2', ...kind });
    bench.slack.grant([...SCOPES, ...scopes]);
    expect(await find('C2')).toEqual({ status });
  });

  it('is impossible where the bot is not in the channel', async () => {
    bench.slack.addChannel({ id: 'C2', member: false });
    expect(await find('C2')).toEqual({ status: 'impossible' });
  });

  it('works with the scopes of the manifest alone', async () => {
    bench.slack.grant([...SCOPES, ...OPTIONAL_SCOPES]);
    const message = await posted();
    expect(await find()).toEqual({ status: 'found', message });
  });

  it.each([{ kind: 'server-error' }, { kind: 'drop' }, { kind: 'cut' }] as const)(
    'that goes wrong ($kind) is a failure that may pass, and is not repeated by itself',
    async (fault) => {
      bench.slack.breakNext(fault, 'conversations.history');
      expect(await find()).toEqual({ status: 'failed' });
      expect(bench.slack.calls('conversations.history')).toHaveLength(1);
    },
  );

  it('says how long Slack wants to be left alone', async () => {
    bench.slack.breakNext({ kind: 'rate-limit', retryAfter: 60 }, 'conversations.history');
    expect(await find()).toEqual({ status: 'failed', retryAfterMs: 60_000 });
  });
});

describe('an answer under a message', () => {
  it('stands in its thread and not in the channel', async () => {
    const message = await posted('question');
    await posted('key', message);
    const [call] = bench.slack.calls('chat.postMessage').slice(1);
    expect(call?.args).toMatchObject({ thread_ts: message.id, reply_broadcast: 'false' });
  });
});

describe('a word to one person', () => {
  const tell = () => bench.platform.tell(playerOf('slack', 'T1', 'U1'), card, 'key');

  it('needs no more than the right to write, and names the talk in which it stands', async () => {
    bench.slack.addUser({ id: 'U1' });
    bench.slack.grant(SCOPES);
    expect(await tell()).toMatchObject({ status: 'posted', message: { place: { channel: 'DU1' } } });
  });

  it('may have arrived where its confirmation was lost, and is not sent again by itself', async () => {
    bench.slack.addUser({ id: 'U1' });
    bench.slack.breakNext({ kind: 'cut' }, 'chat.postMessage');
    expect(await tell()).toEqual({ status: 'failed', sent: 'maybe' });
    expect(bench.slack.messages('DU1')).toHaveLength(1);
  });

  it('is refused where the app has no talks with people, with what to turn on', async () => {
    bench.slack.breakNext({ kind: 'error', error: 'messages_tab_disabled' }, 'chat.postMessage');
    expect(await tell()).toMatchObject({ status: 'refused', fix: expect.stringContaining('Messages Tab') });
  });
});
