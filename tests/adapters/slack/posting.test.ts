/** The bot's own messages, and who may ask for them, with the real Bolt. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCOPES } from '../../../src/adapters/slack/scopes.ts';
import { plainCard, say } from '../../../src/core/cards/card.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { type Request, toAsker } from '../../../src/core/requests/request.ts';
import { botSaying, setUp } from './slack-bench.ts';

const hello = say('neutral', 'Hello from the bot');
const choices = [{ label: 'A', token: { do: 'answer', round: 'r-1', option: 0 }, style: 'primary' }] as const;
const question = plainCard('question', { type: 'text', text: ['Which one?'] }, { type: 'choices', choices });
const place = placeOf('slack', 'T1', 'C1');

let bench: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.close());

async function originOf(channel: string, user: string) {
  const requests: Request[] = [];
  await bench.platform.start(
    botSaying((request) => {
      requests.push(request);
      return toAsker(hello);
    }),
  );
  await bench.slack.command({ channel, user, command: '/daily' });
  await bench.slack.answered();
  const [request] = requests;
  if (!request) throw new Error('no request arrived');
  return request.origin;
}

describe('points', () => {
  it.each([
    ['of a channel', 'C1', true],
    ['of a private channel', 'G1', true],
    ['of a talk with the bot alone', 'D1', false],
  ])('%s count for the whole workspace: %s %s', (_, channel, expected) => {
    expect(bench.platform.countsEverywhere(placeOf('slack', 'T1', channel))).toBe(expected);
  });
});

describe('who manages a channel', () => {
  it.each([
    ['an admin does', { admin: true }, 'C1', true],
    ['an owner does', { owner: true }, 'C1', true],
    ['anyone else does not', {}, 'C1', false],
    ['the one who made it does', {}, 'CMINE', true],
    ['a guest who made it does not', { guest: true }, 'CMINE', false],
    ['an admin of another workspace does not', { admin: true, team: 'T2' }, 'C1', false],
    ['one of another workspace who made it does not', { team: 'T2' }, 'CMINE', false],
    [
      'an admin of several workspaces, ours among them, does',
      { admin: true, team: 'T2', teams: ['T2', 'T1'] },
      'C1',
      true,
    ],
    ['an admin who is a stranger does not', { admin: true, stranger: true }, 'C1', false],
    ['a stranger who made it does not', { stranger: true }, 'CMINE', false],
    ['a deactivated admin does not', { admin: true, deleted: true }, 'C1', false],
    ['a deactivated person who made it does not', { deleted: true }, 'CMINE', false],
    ['nobody manages a private talk', { admin: true }, 'D1', false],
    ['the maker of a channel that the bot cannot see does not', {}, 'CHIDDEN', false],
  ])('%s', async (_, flags, channel, expected) => {
    bench.slack.addUser({ id: 'U1', ...flags });
    bench.slack.addChannel({ id: 'CMINE', creator: 'U1' });
    bench.slack.addChannel({ id: 'CHIDDEN', creator: 'U1', private: true, member: false });
    const origin = await originOf(channel, 'U1');
    expect(await origin.manages()).toMatchObject({ ok: expected });
  });

  it('is said by its rule where somebody does not, and in a private talk that it is for channels', async () => {
    const inChannel = await originOf('C1', 'U1');
    expect(await inChannel.manages()).toMatchObject({
      fix: expect.stringMatching(/admins and owners .* whoever made this channel/),
    });
    await bench.platform.stop();
    const inTalk = await originOf('D1', 'U1');
    expect(await inTalk.manages()).toMatchObject({ fix: expect.stringContaining('for channels') });
  });

  it.each([
    ['try again, where Slack does not answer', { kind: 'server-error' }, 'again in a moment'],
    [
      'try again, where Slack wants to be left alone',
      { kind: 'rate-limit', retryAfter: 3 },
      'again in a moment',
    ],
    ['add the right, where it is missing', { kind: 'error', error: 'missing_scope' }, 'reinstall'],
    [
      'ask an admin, where Slack does not know the person',
      { kind: 'error', error: 'user_not_found' },
      'admins and owners',
    ],
  ] as const)('is told with what to do: %s', async (_, fault, words) => {
    bench.slack.addUser({ id: 'U1', admin: true });
    const origin = await originOf('C1', 'U1');
    bench.slack.breakNext(fault, 'users.info');
    expect(await origin.manages()).toEqual({ ok: false, fix: expect.stringContaining(words) });
    expect(await origin.manages()).toEqual({ ok: true });
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

  it('is yes in a group message with it, also without the right to look there', async () => {
    bench.slack.addChannel({ id: 'G1', group: true });
    const origin = await originOf('G1', 'U1');
    expect(await origin.mayPost()).toEqual({ ok: true });
    bench.slack.grant(SCOPES);
    expect(await origin.mayPost()).toEqual({ ok: true });
    const posted = await bench.platform.post(origin.place, hello, 'key');
    expect(posted).toMatchObject({ status: 'posted' });
  });

  it('is no in a group message without it, where nobody can invite it', async () => {
    bench.slack.addChannel({ id: 'G1', group: true, member: false });
    const origin = await originOf('G1', 'U1');
    const check = await origin.mayPost();
    expect(check).toEqual({ ok: false, fix: expect.stringContaining('group message') });
    expect(check).not.toMatchObject({ fix: expect.stringContaining('/invite') });
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

  it.each([
    ['chat:write', ['commands', 'users:read', 'channels:read', 'groups:read', 'im:read']],
    ['channels:read', ['commands', 'chat:write', 'users:read']],
  ])('is no without %s, which is named with where to add it', async (missing, granted) => {
    const origin = await originOf('C1', 'U1');
    bench.slack.grant(granted);
    const check = await origin.mayPost();
    expect(check).toMatchObject({
      ok: false,
      fix: expect.stringMatching(`lacks the scopes? ${missing}\\. `),
    });
    expect(check).toMatchObject({ fix: expect.stringMatching(/Bot Token Scopes, .*reinstall/) });
  });

  it.each(['team_access_not_granted', 'invalid_auth'])('is no where Slack refuses with %s', async (code) => {
    const origin = await originOf('C1', 'U1');
    bench.slack.breakNext({ kind: 'error', error: code }, 'conversations.info');
    expect(await origin.mayPost()).toEqual({ ok: false, fix: expect.stringContaining(code) });
  });

  it('is left to the post itself where Slack does not answer', async () => {
    const origin = await originOf('C1', 'U1');
    bench.slack.breakNext({ kind: 'server-error' }, 'conversations.info');
    expect(await origin.mayPost()).toEqual({ ok: true });
  });
});

describe('what a notification says', () => {
  it('tells how long there is still time, when it is posted and when it is changed', async () => {
    const closes = plainCard('question', {
      type: 'note',
      text: ['Closes ', { time: bench.clock.now() + 45_000, as: 'relative' }],
    });
    const posted = await bench.platform.post(place, closes, 'key');
    expect(bench.slack.messages('C1').at(-1)?.text).toBe('Closes in 45 seconds');
    bench.clock.move(15_000);
    if (posted.status === 'posted') await bench.platform.edit(posted.message, closes);
    expect(bench.slack.messages('C1').at(-1)?.text).toBe('Closes in 30 seconds');
    await bench.platform.start(botSaying(() => toAsker(closes)));
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/quiz' });
    await bench.slack.answered();
    expect(bench.slack.whispers('U1').at(-1)?.text).toBe('Closes in 30 seconds');
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

  it('names the scope that is missing, and where to add it', async () => {
    bench.slack.grant(['commands']);
    const fix = expect.stringMatching(/chat:write\. .*Bot Token Scopes, .*reinstall/);
    expect(await bench.platform.post(place, hello, 'key')).toMatchObject({ status: 'refused', fix });
    const message = { place, id: '1700000000.000001' };
    expect(await bench.platform.edit(message, hello)).toMatchObject({ status: 'refused', fix });
  });

  it('says that it was removed from the workspace', async () => {
    bench.slack.refuseAll('account_inactive');
    expect(await bench.platform.post(place, hello, 'key')).toMatchObject({
      status: 'refused',
      why: 'removed',
    });
  });

  it('asks nothing more of Slack once the app is gone from its workspace', async () => {
    await bench.platform.start(botSaying(() => toAsker(hello)));
    bench.slack.refuseAll('account_inactive');
    await bench.platform.post(place, hello, 'key');
    await bench.log.seen('slack-lost');
    const asked = bench.slack.calls().length;
    const message = { place, id: '1700000000.000001' };
    const gone = { status: 'refused', why: 'removed', fix: expect.stringContaining('/daily resume') };
    expect(await bench.platform.post(place, hello, 'key')).toEqual(gone);
    expect(await bench.platform.edit(message, hello)).toEqual(gone);
    expect(await bench.platform.tell(playerOf('slack', 'T1', 'U1'), hello, 'key')).toEqual(gone);
    expect(await bench.platform.find(place, { card: hello, key: 'key', since: 0 })).toEqual({
      status: 'impossible',
    });
    expect(bench.slack.calls()).toHaveLength(asked);
  });

  it('tells how to invite it, by its own name', async () => {
    bench.slack.addChannel({ id: 'C2', member: false });
    await bench.platform.start(botSaying(() => toAsker(hello)));
    const outcome = await bench.platform.post(placeOf('slack', 'T1', 'C2'), hello, 'key');
    expect(outcome).toMatchObject({ status: 'refused', fix: expect.stringContaining('/invite @receipts') });
  });
});
