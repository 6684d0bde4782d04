/** The in-process servers go wrong by chance as a harness asks, and keep a record of what really happened. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FakeDiscord, startDiscordServer } from '../fakes/discord-server.ts';
import type { Mishap, Weather } from '../fakes/mishaps.ts';
import { type FakeSlack, startSlackServer } from '../fakes/slack-server.ts';

type Call = 'posts' | 'edits' | 'lists';
const text = 'Hello';

interface Bench {
  weather(weather: Weather<Call>): void;
  struck(): Readonly<Record<string, number>>;
  record: FakeDiscord['record'];
  /** What the caller gets: a status, or nothing before it gives up. */
  call(kind: Call, message?: string, isSilent?: boolean): Promise<number | 'no answer'>;
}

/** Whoever gets no answer gives up; everybody else waits as long as a machine with much to do takes. */
const givingUp = (isSilent: boolean): RequestInit => (isSilent ? { signal: AbortSignal.timeout(400) } : {});

async function ask(url: string, init: RequestInit): Promise<number | 'no answer'> {
  return fetch(url, init).then(
    ({ status }) => status,
    () => 'no answer' as const,
  );
}

async function discordBench(): Promise<Bench> {
  const server = await startDiscordServer();
  onTestFinished(() => server.close());
  const messages = `${server.apiUrl}/v10/channels/${server.channel}/messages`;
  const headers = { authorization: `Bot ${server.token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ content: text, nonce: 'the nonce' });
  return {
    weather: server.faults.random,
    struck: server.faults.struck,
    record: server.record,
    call: (kind, message = '', isSilent = false) => {
      if (kind === 'lists') return ask(messages, { headers });
      return kind === 'posts'
        ? ask(messages, { method: 'POST', headers, body, ...givingUp(isSilent) })
        : ask(`${messages}/${message}`, {
            method: 'PATCH',
            headers,
            body: JSON.stringify({ content: 'New' }),
          });
    },
  };
}

async function slackBench(): Promise<Bench> {
  const server: FakeSlack = await startSlackServer();
  onTestFinished(() => server.close());
  const { apiUrl, botToken } = server.settings;
  const metadata = JSON.stringify({ event_type: 'receipts_post', event_payload: { key: 'the key' } });
  const call = (method: string, args: Record<string, string>, isSilent = false) =>
    ask(`${apiUrl}${method}`, {
      ...givingUp(isSilent),
      method: 'POST',
      headers: { authorization: `Bearer ${botToken}` },
      body: new URLSearchParams({ channel: 'C1', ...args }),
    });
  return {
    weather: (weather) => server.faults.random(weather),
    struck: () => server.faults.struck(),
    record: () => server.record(),
    call: (kind, ts = '', isSilent = false) => {
      if (kind === 'lists') return call('conversations.history', {});
      return kind === 'posts'
        ? call('chat.postMessage', { text, metadata }, isSilent)
        : call('chat.update', { text: 'New', ts });
    },
  };
}

const MISHAPS: readonly [Mishap, boolean, number | 'no answer'][] = [
  ['done-500', true, 500],
  ['done-silent', true, 'no answer'],
  ['done-cut', true, 'no answer'],
  ['undone-500', false, 500],
  ['undone-silent', false, 'no answer'],
  ['undone-cut', false, 'no answer'],
  ['busy', false, 429],
  ['late', true, 200],
];

describe.each([
  ['Discord', discordBench],
  ['Slack', slackBench],
])('the in-process %s', (_, open) => {
  it.each(MISHAPS)(
    'can have every post end as %s (stored: %o, answered: %o)',
    async (mishap, stored, answer) => {
      const bench = await open();
      bench.weather({ seed: 1, rates: { posts: { [mishap]: 1 } }, lateMs: 1 });
      expect(await bench.call('posts', '', mishap.endsWith('silent'))).toBe(answer);
      expect(bench.record()).toHaveLength(stored ? 1 : 0);
      expect(bench.struck()).toEqual({ [`posts ${mishap}`]: 1 });
    },
  );

  it('can have edits and lists go wrong while posts go well', async () => {
    const bench = await open();
    bench.weather({ seed: 1, rates: { edits: { 'done-500': 1 }, lists: { 'undone-500': 1 } } });
    expect(await bench.call('posts')).toBe(200);
    expect(await bench.call('edits', bench.record()[0]?.id)).toBe(500);
    expect(await bench.call('lists')).toBe(500);
    expect(bench.record()[0]?.versions.map((version) => version.text)).toEqual(['Hello', 'New']);
  });

  it('goes wrong as often as was asked, and in the same way for the same seed', async () => {
    const run = async (seed: number) => {
      const bench = await open();
      bench.weather({ seed, rates: { lists: { 'undone-500': 0.2, busy: 0.1 } } });
      const answers: (number | 'no answer')[] = [];
      for (let call = 0; call < 200; call += 1) answers.push(await bench.call('lists'));
      return answers;
    };
    const answers = await run(7);
    const share = (status: number) => answers.filter((answer) => answer === status).length / answers.length;
    expect(share(500)).toBeCloseTo(0.2, 0.9);
    expect(share(429)).toBeCloseTo(0.1, 0.9);
    expect(await run(7)).toEqual(answers);
    expect(await run(8)).not.toEqual(answers);
  });

  it('remembers each message with what it was posted with, and when it was removed', async () => {
    const bench = await open();
    await bench.call('posts');
    expect(bench.record()).toMatchObject([
      { mark: expect.stringContaining('the '), posted: true, removed: false, under: undefined },
    ]);
  });
});

it('the in-process Discord knows a nonce again for a while only', async () => {
  let now = 1_800_000_000_000;
  const server = await startDiscordServer({ now: () => now, nonceMs: 60_000 });
  onTestFinished(() => server.close());
  const post = () =>
    ask(`${server.apiUrl}/v10/channels/${server.channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${server.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: text, nonce: 'n', enforce_nonce: true }),
    });
  await post();
  now += 60_000;
  await post();
  expect(server.messages()).toHaveLength(1);
  now += 1;
  await post();
  expect(server.messages()).toHaveLength(2);
});
