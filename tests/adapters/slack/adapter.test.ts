/** What Slack asks of a bot beyond the Platform specification, with the real Bolt. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainCard, say } from '../../../src/core/cards/card.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { type Request, toAsker, toEveryone } from '../../../src/core/requests/request.ts';
import { factToken } from '../../../src/core/requests/token.ts';
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

describe('starting', () => {
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
    expect(bench.slack.messages('C2')).toMatchObject([
      { text: expect.stringContaining('Hello from the bot') },
    ]);
  });

  it('says above an answer for everyone who asked for it and how, above a private one nothing', async () => {
    let reply = toEveryone(hello);
    await bench.platform.start(botSaying(() => reply));
    const typed = { channel: 'C1', user: 'U1', command: '/fact', text: '<!here> & *more*' };
    await bench.slack.command(typed);
    await bench.slack.answered();
    const [shown] = bench.slack.messages('C1');
    expect(shown?.text).toBe('name of U1 used /fact &lt;!here&gt; &amp; *more*\nHello from the bot');
    expect(shown?.blocks?.[0]).toMatchObject({ type: 'context', elements: [{ type: 'plain_text' }] });
    reply = toAsker(hello);
    await bench.slack.command(typed);
    await bench.slack.answered();
    expect(bench.slack.messages('C1')).toHaveLength(1);
    expect(JSON.stringify(bench.slack.whispers('U1'))).not.toContain('used');
  });

  it('says so above what a button shows to everyone, too', async () => {
    await bench.platform.start(botSaying(() => toEveryone(hello)));
    const another = { label: 'Another', token: factToken('kim'), style: 'plain' } as const;
    const posted = await bench.platform.post(
      place,
      plainCard('neutral', { type: 'choices', choices: [another] }),
      'key',
    );
    if (posted.status !== 'posted') throw new Error('not posted');
    await bench.slack.press({ channel: 'C1', ts: posted.message.id, user: 'U1', label: 'Another' });
    await bench.slack.answered();
    expect(bench.slack.messages('C1').at(-1)?.text).toBe('name of U1 used /fact kim\nHello from the bot');
  });

  it('quotes a long line by whole characters, on one line', async () => {
    await bench.platform.start(botSaying(() => toEveryone(hello)));
    const text = `${'a'.repeat(93)}\n${'🧾'.repeat(9)}`;
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact', text });
    await bench.slack.answered();
    const [line = ''] = (bench.slack.messages('C1')[0]?.text ?? '').split('\nHello');
    expect(line).toMatch(/^name of U1 used \/fact a+ /);
    expect(line.isWellFormed()).toBe(true);
    expect(line).not.toContain('\n');
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

  it.each([{ kind: 'server-error' }, { kind: 'rate-limit', retryAfter: 1 }] as const)(
    'answers a second later where Slack fails once to take the answer: %j',
    async (fault) => {
      await keepRequests();
      bench.slack.breakNext(fault, 'response_url');
      await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact' });
      await bench.log.seen('slack-reply-repeated');
      bench.clock.move(1_000);
      await expect.poll(() => bench.slack.whispers('U1')).toHaveLength(1);
    },
  );

  it('survives an answer that Slack does not take', async () => {
    await keepRequests();
    bench.slack.breakNext({ kind: 'server-error' }, 'response_url');
    bench.slack.breakNext({ kind: 'server-error' }, 'response_url');
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact' });
    await bench.log.seen('slack-reply-repeated');
    bench.clock.move(1_000);
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
