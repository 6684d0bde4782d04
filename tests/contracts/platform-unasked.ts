/** Part of the Platform specification: answers under messages, words to one person, and looking for a lost post. */
import { expect, it } from 'vitest';
import { plainCard, say } from '../../src/core/cards/card.ts';
import type { MessageRef } from '../../src/core/ids.ts';
import { lettersOf, type Sought } from '../../src/core/ports/platform.ts';
import { encodeToken } from '../../src/core/requests/token.ts';
import type { PlatformHarness, Skips } from './platform-harness.ts';

const card = say('neutral', 'Hello from the bot');
const question = (round: string) =>
  plainCard(
    'question',
    { type: 'text', text: ['Which one?'] },
    {
      type: 'choices',
      choices: [{ label: 'A', token: { do: 'answer', round, option: 0 }, style: 'plain' }],
    },
  );

type Start = () => Promise<unknown>;

export function describePrivateAndUnder(
  harness: () => PlatformHarness,
  post: () => Promise<MessageRef>,
  start: Start,
) {
  it('shows a message under the one that it answers', async () => {
    await start();
    const { platform, place, ...server } = harness();
    const message = await post();
    const outcome = await platform.post(place, say('neutral', 'The answer is up'), 'reply', message);
    expect(outcome).toMatchObject({ status: 'posted', message: { place } });
    expect(server.messages(place)).toHaveLength(2);
    expect(server.answersTo(message)).toEqual([expect.stringContaining('The answer is up')]);
  });

  it('shows an answer also where the message it belongs to was deleted', async () => {
    await start();
    const { platform, place, ...server } = harness();
    const message = await post();
    server.remove(message);
    const outcome = await platform.post(place, say('neutral', 'The answer is up'), 'reply', message);
    expect(outcome).toMatchObject({ status: 'posted' });
    expect(server.messages(place)).toHaveLength(1);
  });

  it('tells one person something in private', async () => {
    await start();
    const { platform, place, person, ...server } = harness();
    const outcome = await platform.tell(person, say('problem', 'The daily was stopped'), 'notice');
    expect(outcome).toMatchObject({ status: 'posted' });
    expect(await server.told(person.user)).toEqual([expect.stringContaining('The daily was stopped')]);
    expect(server.messages(place)).toEqual([]);
  });

  it('is refused where a person cannot be told anything, and says why', async () => {
    await start();
    const { platform, unreachable } = harness();
    const outcome = await platform.tell(unreachable, say('problem', 'The daily was stopped'), 'notice');
    expect(outcome).toMatchObject({ status: 'refused', fix: expect.stringMatching(/\w+/) });
  });
}

export function describeFind(harness: () => PlatformHarness, start: Start, skips: Skips) {
  /** As the core looks: for what it was about to post from this instant on. */
  const soughtNow = (card: Sought['card'], key: string): Sought => ({ card, key, since: harness().now() });

  it.each([
    ['with buttons', question('r-1')],
    ['without buttons', card],
  ])('finds a message of its own %s again, to be edited as ever', async (_, sent) => {
    await start();
    const { platform, place } = harness();
    const sought = soughtNow(sent, 'key');
    const outcome = await platform.post(place, sent, 'key');
    const found = await platform.find(place, sought);
    expect(found).toEqual({ status: 'found', message: 'message' in outcome && outcome.message });
    if (found.status === 'found')
      expect(await platform.edit(found.message, say('neutral', 'Over'))).toEqual({ status: 'edited' });
  });

  it.skipIf(skips.lost)(
    skips.lost ?? 'finds a post that stands although the server said that it had failed',
    async () => {
      await start();
      const { platform, place, ...server } = harness();
      const sought = soughtNow(question('r-1'), 'key');
      server.breakNext('lost');
      expect(await platform.post(place, sought.card, 'key')).toEqual({ status: 'failed', sent: 'maybe' });
      expect(await platform.find(place, sought)).toMatchObject({ status: 'found' });
      expect(server.messages(place)).toHaveLength(1);
    },
  );

  it('does not find a post that never arrived', async () => {
    await start();
    const { platform, place, ...server } = harness();
    const sought = soughtNow(question('r-1'), 'key');
    server.breakNext('server-error');
    expect(await platform.post(place, sought.card, 'key')).toMatchObject({ status: 'failed' });
    expect(await platform.find(place, sought)).toEqual({ status: 'absent' });
  });

  it.each([
    ['question', question('r-1'), question('r-2')],
    ['notice', say('neutral', 'The answer is B'), say('neutral', 'The answer is C')],
    ['notice for the question', question('r-1'), card],
  ])('does not take another %s for the one that it looks for', async (_, posted, wanted) => {
    await start();
    const { platform, place } = harness();
    const sought = soughtNow(wanted, 'key');
    await platform.post(place, posted, 'another key');
    expect(await platform.find(place, sought)).toEqual({ status: 'absent' });
  });

  it('does not find a message that was deleted', async () => {
    await start();
    const { platform, place, ...server } = harness();
    const sought = soughtNow(card, 'key');
    const outcome = await platform.post(place, card, 'key');
    if (outcome.status === 'posted') server.remove(outcome.message);
    expect(await platform.find(place, sought)).toEqual({ status: 'absent' });
  });

  it('finds nothing where there is no such channel', async () => {
    await start();
    const { platform, gone } = harness();
    const { status } = await platform.find(gone, soughtNow(card, 'key'));
    expect(['absent', 'impossible']).toContain(status);
  });

  it.skipIf(skips.hidden)(
    skips.hidden ?? 'says that it can never tell where it may not read what stands there',
    async () => {
      await start();
      const { platform, place, ...server } = harness();
      const sought = soughtNow(card, 'key');
      await platform.post(place, card, 'key');
      server.hideRecord();
      expect(await platform.find(place, sought)).toEqual({ status: 'impossible' });
    },
  );

  /** What it posted from this instant on, without the seconds by which clocks may differ. */
  const postsSince = async (since: number) => {
    const { platform, place, ...server } = harness();
    return platform.postsIn(place, { since, until: Math.max(since, server.now()) });
  };

  it('reads what it posted, with its words and what its buttons carry, and no longer what was deleted', async () => {
    await start();
    const { platform, place, ...server } = harness();
    const since = server.now();
    const gone = await platform.post(place, say('neutral', 'The answer is B'), 'gone');
    const kept = await platform.post(place, question('r-1'), 'kept');
    if (gone.status !== 'posted' || kept.status !== 'posted') throw new Error('not posted');
    server.remove(gone.message);
    const read = await postsSince(since);
    if (read.status !== 'read') throw new Error(read.status);
    expect(read.posts.map(({ message }) => message)).toEqual([kept.message]);
    const [post] = read.posts;
    expect(lettersOf(post?.text ?? '')).toContain(lettersOf('Which one?'));
    const token = encodeToken({ do: 'answer', round: 'r-1', option: 0 });
    expect(post?.buttons).toContainEqual({ label: 'A', token });
    expect(Number.isInteger(post?.at)).toBe(true);
    expect(Math.abs((post?.at ?? 0) - since)).toBeLessThan(60_000);
    const earlier = { since: since - 86_400_000, until: since - 43_200_000 };
    expect(await platform.postsIn(place, earlier)).toEqual({ status: 'read', posts: [] });
  });

  it.skipIf(skips.hidden)(
    skips.hidden ?? 'says that it can never tell what it posted where it may not read what stands there',
    async () => {
      await start();
      const { platform, place, ...server } = harness();
      const since = server.now();
      await platform.post(place, card, 'key');
      server.hideRecord();
      expect(await postsSince(since)).toEqual({ status: 'impossible' });
    },
  );

  it('says that it could not read just now where the server is broken', async () => {
    await start();
    const { platform, place, ...server } = harness();
    const since = server.now();
    await platform.post(place, card, 'key');
    server.breakNext('server-error', 'find');
    expect(await postsSince(since)).toEqual({ status: 'failed' });
    expect(await postsSince(since)).toMatchObject({ status: 'read', posts: [{}] });
  });

  it('says that it could not look just now where the server is broken, and finds it later', async () => {
    await start();
    const { platform, place, ...server } = harness();
    const sought = soughtNow(card, 'key');
    await platform.post(place, card, 'key');
    server.breakNext('server-error', 'find');
    expect(await platform.find(place, sought)).toEqual({ status: 'failed' });
    expect(await platform.find(place, sought)).toMatchObject({ status: 'found' });
  });
}
