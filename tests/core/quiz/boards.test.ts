/** Points, from the press to the board. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf, type RichText } from '../../../src/core/cards/card.ts';
import { placeOf } from '../../../src/core/ids.ts';
import { createWorld, type Person, type Replied, textOf, type World } from '../../fakes/world.ts';

const mod = { user: 'mod', manages: true };

let world: World;
beforeEach(async () => {
  world = await createWorld({ start: '2026-11-29T08:00:00Z' });
});
afterEach(() => world.close());

async function answer(who: Person, isRight: boolean): Promise<void> {
  const open = (await world.store.unrevealedRounds()).at(-1);
  if (!open) throw new Error('no round is open');
  const { right, options } = open.shown;
  await world.press(
    { do: 'answer', round: open.id, option: isRight ? right : (right + 1) % options.length },
    who,
  );
}

/** A question that everyone of these people knows, from beginning to end. */
async function quizFor(...people: readonly Person[]): Promise<void> {
  await world.type('/quiz', people[0]);
  for (const who of people) await answer(who, true);
  await world.clock.advance(60_000);
}

/** The people with a rank, in order. */
const rankedOn = ({ card }: Replied): readonly string[] =>
  blocksOf(card).flatMap((block) => (block.type === 'text' ? namesIn(block.text) : []));
const namesIn = (text: RichText): readonly string[] =>
  text.flatMap((part, at) =>
    typeof part === 'object' && 'player' in part && /\d+\. $/.test(String(text[at - 1])) ? [part.player] : [],
  );

describe('a point', () => {
  it('counts from the reveal: Sunday’s daily, revealed on Monday, stands in Monday’s day and week', async () => {
    await world.type('/daily set 23:30 Europe/Berlin reveal: 1', mod);
    world.clock.jumpTo(Date.parse('2026-11-29T22:29:00Z'));
    await world.minutes(2);
    await answer({ user: 'ana' }, true);
    expect(rankedOn(await world.type('/leaderboard all'))).toEqual([]);
    await world.minutes(61);
    for (const period of ['today', 'week', 'month', 'all'])
      expect([period, rankedOn(await world.type(`/leaderboard ${period}`))]).toEqual([period, ['ana']]);
  });

  it('stands in the day and week of its place, not of the server', async () => {
    await world.type('/daily set 23:00 Pacific/Auckland', mod);
    await world.clock.advance(5 * 3_600_000);
    await quizFor({ user: 'ana' });
    const text = textOf(await world.type('/leaderboard week'));
    expect(text).toContain('New week on Monday, in 7 days.');
    expect(rankedOn(await world.type('/leaderboard week'))).toEqual(['ana']);
  });

  it('that is earned in a talk with the bot alone counts there, and not everywhere', async () => {
    const talk = { user: 'ana', place: placeOf('test', 'W1', 'talk-ana') };
    await quizFor(talk);
    await quizFor({ user: 'ben' });
    expect(rankedOn(await world.type('/leaderboard all', talk))).toEqual(['ana']);
    for (const period of ['today', 'week', 'month', 'all'])
      expect(rankedOn(await world.type(`/leaderboard ${period} everywhere`))).toEqual(['ben']);
  });
});

describe('/leaderboard', () => {
  it('shows who asks where they stand, and says of each board what it holds and until when', async () => {
    const crowd = Array.from({ length: 13 }, (_, at) => ({ user: `p${at + 10}` }));
    await quizFor(...crowd);
    const reply = await world.type('/leaderboard', { user: 'p22' });
    expect(reply).toMatchObject({ type: 'say', to: 'everyone' });
    expect(rankedOn(reply)).toEqual([...crowd.slice(0, 10).map(({ user }) => user), 'p22']);
    expect(textOf(reply)).toContain('and 2 more with 1 point');
    expect(textOf(await world.type('/leaderboard', { user: 'reader' }))).toContain('and 3 more with 1 point');
    expect(textOf(reply)).toContain('this channel');
    expect(textOf(reply)).toContain('New week tomorrow.');
    expect(textOf(await world.type('/leaderboard all everywhere'))).toContain('all channels');
    expect(textOf(await world.type('/leaderboard all'))).not.toContain('New ');
  });

  it('ranks nobody without a point', async () => {
    await world.type('/quiz');
    await answer({ user: 'ana' }, false);
    await world.clock.advance(60_000);
    const reply = await world.type('/leaderboard', { user: 'ben' });
    expect(rankedOn(reply)).toEqual([]);
    expect(textOf(reply)).toContain('No points yet this week. 1 person played.');
    expect(textOf(reply)).not.toContain('Start with');
  });

  it('that is empty names one that is not', async () => {
    await quizFor({ user: 'ana' });
    await world.clock.advance(24 * 3_600_000);
    expect(textOf(await world.type('/leaderboard'))).toContain('/leaderboard month');
    await world.clock.advance(30 * 24 * 3_600_000);
    expect(textOf(await world.type('/leaderboard today everywhere'))).toContain(
      '/leaderboard all everywhere',
    );
    const quiet = { place: placeOf('test', 'W1', 'quiet') };
    expect(textOf(await world.type('/leaderboard today', quiet))).toContain('/quiz');
  });

  it.each(['/leaderboard me', '/leaderboard ME everywhere'])('%s tells one’s own, alone', async (line) => {
    await quizFor({ user: 'ana' });
    const reply = await world.type(line, { user: 'ana' });
    expect(reply).toMatchObject({ type: 'say', to: 'asker' });
    expect(textOf(reply).match(/1 point in 1 try \(rank 1\)/g)).toHaveLength(4);
    expect(textOf(await world.type(line, { user: 'ben' })).match(/no point yet/g)).toHaveLength(4);
  });

  it('answers a word that it does not know with those that it does', async () => {
    const text = textOf(await world.type('/leaderboard yesterday'));
    for (const word of ['today', 'week', 'month', 'all', 'everywhere']) expect(text).toContain(word);
  });

  it('agrees with what a person is told is stored about them', async () => {
    await quizFor({ user: 'ana' });
    await world.type('/quiz private', { user: 'ana' });
    const stored = textOf(await world.type('/mydata show', { user: 'ana' }));
    expect(stored).toContain('1 point in 1 try');
  });
});
