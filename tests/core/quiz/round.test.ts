import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf, type Card } from '../../../src/core/cards/card.ts';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import type { Scope } from '../../../src/core/ports/store.ts';
import type { Token } from '../../../src/core/requests/token.ts';
import { blockOf, createWorld, here, textOf, tokensOf, type World } from '../../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const lastCard = (): Card => {
  const last = world.platform.shown.at(-1);
  if (!last) throw new Error('nothing was posted');
  return last.card;
};
const cardAt = (index: number): string => {
  const message = world.platform.shown[index];
  return message ? cardToText(message.card) : '';
};
const answers = (card: Card) => tokensOf(card).filter((token) => token.do === 'answer');
const tokenFor = (card: Card, verb: Token['do']) => {
  const token = tokensOf(card).find((candidate) => candidate.do === verb);
  if (!token) throw new Error(`no button ${verb}`);
  return token;
};
async function rightAndWrong(card: Card) {
  const [first] = answers(card);
  const round = first?.do === 'answer' ? await world.store.findRound(first.round) : undefined;
  if (!round) throw new Error('no round');
  const right = round.shown.right;
  return {
    right: { do: 'answer', round: round.id, option: right },
    wrong: { do: 'answer', round: round.id, option: (right + 1) % round.shown.options.length },
  } as const;
}

describe('a round in a channel', () => {
  it('puts one question with two to four lettered options, a button for each, and shows no answer', async () => {
    expect(await world.type('/quiz')).toMatchObject({ type: 'done' });
    const options = blockOf(lastCard(), 'options')?.options ?? [];
    expect('ABCD').toContain(options.map(({ letter }) => letter).join(''));
    expect(options.length).toBeGreaterThan(1);
    expect(answers(lastCard())).toHaveLength(options.length);
    expect(blockOf(lastCard(), 'receipts')).toBeUndefined();
    expect(options.every(({ mark, share }) => mark === 'open' && share === undefined)).toBe(true);
  });

  it('has at most one button in each set that stands out, and none among the answers', async () => {
    await world.type('/quiz questions: 2');
    const question = lastCard();
    await world.press(tokenFor(question, 'reveal'));
    const replies = [await world.type('/fact'), await world.type('/quiz private questions: 2')];
    for (const card of [question, lastCard(), ...replies.map((reply) => reply.card)])
      for (const block of blocksOf(card))
        if (block.type === 'choices') {
          const primary = block.choices.filter(({ style }) => style === 'primary');
          expect(primary.length).toBeLessThanOrEqual(1);
          expect(primary.map(({ token }) => token.do)).not.toContain('answer');
          expect(primary.map(({ token }) => token.do)).not.toContain('pick');
        }
  });

  it('locks each person’s first choice, privately, and does not take a change of mind', async () => {
    await world.type('/quiz');
    const { right, wrong } = await rightAndWrong(lastCard());
    const first = await world.press(wrong, { user: 'bea' });
    expect(first).toMatchObject({ type: 'say', to: 'asker' });
    expect(textOf(first)).toMatch(/^Locked in: \S/);
    expect(textOf(await world.press(right, { user: 'bea' }))).toMatch(
      /^Already locked in: \S.*first answer counts/,
    );
    const [answer] = await world.store.answersOf(wrong.round);
    expect(answer?.right).toBe(false);
  });

  it('tells the others only how many have answered', async () => {
    await world.type('/quiz');
    const { right } = await rightAndWrong(lastCard());
    await world.press(right, { user: 'bea' });
    await world.press(right, { user: 'cem' });
    await world.clock.advance(3_000);
    expect(cardAt(0)).toContain('2 answers locked in');
    expect(JSON.stringify(lastCard())).not.toMatch(/bea|cem|percent/);
  });

  it('reveals the answer with shares, who knew it, and its receipts when its time is up', async () => {
    await world.type('/quiz');
    const { right, wrong } = await rightAndWrong(lastCard());
    await world.press(right, { user: 'bea' });
    await world.press(wrong, { user: 'cem' });
    await world.clock.advance(45_000);
    const options = blockOf(lastCard(), 'options')?.options ?? [];
    expect(options.filter(({ mark }) => mark === 'right')).toHaveLength(1);
    expect(options.map(({ share }) => share?.percent).filter(Boolean)).toEqual([50, 50]);
    expect(JSON.stringify(lastCard())).toContain('{"player":"bea"}');
    expect(JSON.stringify(lastCard())).not.toContain('"cem"');
    expect(blockOf(lastCard(), 'receipts')?.receipts[0].url).toMatch(/^https:/);
  });

  it('does not count an answer that comes after its end', async () => {
    await world.type('/quiz');
    const { right } = await rightAndWrong(lastCard());
    await world.clock.advance(45_000);
    expect(textOf(await world.press(right, { user: 'late' }))).toContain('closed');
    expect(await world.store.answersOf(right.round)).toEqual([]);
  });

  it('goes on after a restart: its buttons work and it is revealed on time', async () => {
    await world.type('/quiz');
    const { right } = await rightAndWrong(lastCard());
    world = await world.restart();
    expect(textOf(await world.press(right, { user: 'bea' }))).toContain('Locked in');
    await world.clock.advance(45_000);
    expect(cardAt(0)).toContain('Receipt:');
  });

  it('whose end fell into a stop is revealed at the start', async () => {
    await world.type('/quiz 2');
    world.clock.jumpTo(world.clock.now() + 600_000);
    world = await world.restart();
    await world.clock.advance(0);
    expect(cardAt(0)).toContain('Receipt:');
    await world.clock.advance(16_000);
    expect(cardAt(1)).toContain('question 2 of 2');
  });

  it('is revealed later where the platform did not take the result at first', async () => {
    await world.type('/quiz');
    world.platform.answerNextEdit({ status: 'failed' });
    await world.clock.advance(45_000);
    expect(cardAt(0)).not.toContain('Receipt:');
    await world.clock.advance(16_000);
    expect(cardAt(0)).toContain('Receipt:');
  });

  it('can be revealed early by its starter and by a moderator, by nobody else', async () => {
    await world.type('/quiz', { user: 'ada' });
    const reveal = tokenFor(lastCard(), 'reveal');
    expect(textOf(await world.press(reveal, { user: 'bea' }))).toMatch(
      /Someone else started this.*Only a moderator/,
    );
    expect(cardAt(0)).not.toContain('Receipt:');
    expect(await world.press(reveal, { user: 'mod', manages: true })).toMatchObject({ type: 'done' });
    expect(cardAt(0)).toContain('Receipt:');
    expect(await world.press(reveal, { user: 'ada' })).toMatchObject({ type: 'done' });
  });

  it.each([
    ['another channel', placeOf('test', 'W1', 'C2')],
    ['another workspace', placeOf('test', 'W2', 'C2')],
    ['another platform', placeOf('other', 'W1', 'C1')],
  ])('cannot be answered or ended from %s with a copied button', async (_, place) => {
    await world.type('/quiz questions: 2');
    const { right } = await rightAndWrong(lastCard());
    for (const token of [right, tokenFor(lastCard(), 'reveal'), tokenFor(lastCard(), 'stop')])
      expect(textOf(await world.press(token, { place, manages: true }))).toContain('not kept any more');
    expect(await world.store.answersOf(right.round)).toEqual([]);
    expect(await world.store.findRound(right.round)).toMatchObject({ state: 'open' });
  });

  it('is played in a shared channel by people of both workspaces, each as one of their own', async () => {
    await world.type('/quiz');
    const { right } = await rightAndWrong(lastCard());
    const guest = { user: 'gus', place: placeOf('test', 'W2', 'C1') };
    expect(textOf(await world.press(right, guest))).toContain('Locked in');
    expect(textOf(await world.press(right, { user: 'gus' }))).toContain('Locked in');
    const players = (await world.store.answersOf(right.round)).map(({ player }) => player);
    expect(players.map(({ workspace }) => workspace).toSorted()).toEqual(['W1', 'W2']);
    await world.press(tokenFor(lastCard(), 'reveal'), { ...guest, manages: true });
    const allTime = { period: 'all', date: '2026-11-23' } as const;
    const top = async (scope: Scope) =>
      (await world.store.leaderboard({ ...allTime, scope }, playerOf('test', 'W1', 'gus'), 10)).top;
    expect((await top({ place: here })).map(({ right: count }) => count)).toEqual([1, 1]);
    expect(await top({ workspaceOf: guest.place })).toEqual([]);
  });
});

describe('a quiz of several questions', () => {
  it('asks one after the other, without a repeat, and ends with who did best', async () => {
    await world.type('/quiz questions: 3');
    for (let round = 0; round < 3; round += 1) {
      const { right, wrong } = await rightAndWrong(lastCard());
      await world.press(right, { user: 'bea' });
      await world.press(round === 0 ? right : wrong, { user: 'cem' });
      await world.clock.advance(45_000);
      await world.clock.advance(12_000);
    }
    expect(world.platform.shown).toHaveLength(4);
    const prompts = new Set([0, 1, 2].map((index) => cardAt(index).split('\n')[1]));
    expect(prompts.size).toBe(3);
    expect(cardAt(3)).toMatch(
      /Quiz over\n.* wins with 3 of 3\.\n1\. .* 3 points in 3 tries\n2\. .* 1 point in 3 tries/,
    );
  });

  it('stops when its starter says so, and shows the open answer first', async () => {
    await world.type('/quiz questions: 5');
    await world.press(tokenFor(lastCard(), 'stop'));
    expect(cardAt(0)).toContain('Receipt:');
    await world.clock.advance(120_000);
    expect(world.platform.shown).toHaveLength(2);
    expect(cardAt(1)).toContain('Quiz over');
  });

  it('does not mix with another one in the next channel', async () => {
    await world.type('/quiz questions: 2', { user: 'ada' });
    await world.type('/quiz questions: 2', { user: 'ada', place: placeOf('test', 'W1', 'C2') });
    const [first, second] = world.platform.shown.map(({ card }) => card);
    if (!first || !second) throw new Error('two questions');
    const one = await rightAndWrong(first);
    const two = await rightAndWrong(second);
    expect(one.right.round).not.toBe(two.right.round);
    await world.press(one.right, { user: 'cem' });
    expect(await world.store.answersOf(one.right.round)).toHaveLength(1);
    expect(await world.store.answersOf(two.right.round)).toHaveLength(0);
  });

  it('goes on where someone deleted a question', async () => {
    await world.type('/quiz questions: 2');
    world.platform.answerNextEdit({ status: 'gone' });
    await world.clock.advance(45_000);
    await world.clock.advance(16_000);
    expect(cardAt(1)).toContain('question 2 of 2');
  });

  it('ends where the bot may no longer speak, and tells its starter what to change', async () => {
    await world.type('/quiz questions: 3', { user: 'ada' });
    world.platform.answerNextEdit({ status: 'refused', why: 'forbidden', fix: 'Allow me.' });
    world.platform.answerNextPost({ status: 'refused', why: 'forbidden', fix: 'Allow me.' });
    await world.clock.advance(45_000);
    await world.clock.advance(60_000);
    expect(world.platform.shown).toHaveLength(1);
    expect(world.platform.told).toMatchObject([{ player: { user: 'ada' } }]);
    expect(cardToText(world.platform.told[0]?.card ?? lastCard())).toContain('Allow me.');
  });

  it('promises no more questions than fit the topic', async () => {
    const topic = 'Mia Freedman';
    const reply = textOf(await world.type(`/quiz 10 topic: ${topic}`));
    expect(reply).toMatch(/Only \d+ questions? fits? this topic|There is no question about/);
  });

  it('says what to do where the bot may not post', async () => {
    const fix = 'Give me the right “Send Messages” in this channel.';
    expect(textOf(await world.type('/quiz', { mayPost: { ok: false, fix } }))).toContain(fix);
    world.platform.answerNextPost({ status: 'refused', why: 'forbidden', fix });
    expect(textOf(await world.type('/quiz'))).toContain(fix);
    expect(world.platform.shown).toEqual([]);
  });
});

describe('a private quiz', () => {
  it('is seen and played by one person, reveals after each answer, and does not score', async () => {
    const asked = await world.type('/quiz 2 private');
    expect(asked).toMatchObject({ type: 'say', to: 'asker' });
    const pick = tokenFor(asked.card, 'pick');
    const revealed = await world.press(pick);
    expect(revealed.type).toBe('replace');
    expect(textOf(revealed)).toContain('Receipt:');
    const next = await world.press(tokenFor(revealed.card, 'next'));
    expect(textOf(next)).toContain('Question 2 of 2');
    const last = await world.press(tokenFor(next.card, 'pick'));
    expect(tokensOf(last.card).filter(({ do: verb }) => verb !== 'sides')).toEqual([]);
    expect(world.platform.shown).toEqual([]);
    expect(textOf(await world.type('/leaderboard all'))).toContain('No points yet.');
  });

  it('keeps the first answer where a button is pressed twice', async () => {
    const asked = await world.type('/quiz private');
    const [first, second] = tokensOf(asked.card);
    if (!first || !second) throw new Error('no options');
    const once = textOf(await world.press(first));
    expect(textOf(await world.press(second))).toBe(once);
  });

  it('is not answered by anyone else', async () => {
    const asked = await world.type('/quiz private', { user: 'ada' });
    const reply = await world.press(tokenFor(asked.card, 'pick'), { user: 'bea' });
    expect(textOf(reply)).toContain('someone else');
  });
});

describe('what a place has seen', () => {
  it('is not asked again until everything was', async () => {
    const total = world.library.questions.size;
    const seen = new Set<string>();
    for (let asked = 0; asked < total; asked += 1) {
      await world.type('/quiz', { user: `host-${asked}` });
      seen.add(
        cardAt(asked)
          .split('\n')
          .slice(1, 6)
          .toSorted()
          .join('\n')
          .replace(/^[A-D]\W+/gm, ''),
      );
      await world.press(tokenFor(lastCard(), 'reveal'), { manages: true });
    }
    expect(seen.size).toBe(total);
  });
});
