/** Who is hidden is named to others nowhere: everything that shows players is rendered with one and looked through. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderCard as forDiscord } from '../../../src/adapters/discord/render.ts';
import { renderCard as forSlack } from '../../../src/adapters/slack/render.ts';
import { playerOf } from '../../../src/core/ids.ts';
import { createWorld, type Replied, textOf, tokensOf, type World } from '../../fakes/world.ts';

let world: World;
const HIDDEN = 'hidden-hana';
const hana = { user: HIDDEN };
const ben = { user: 'ben' };
const mod = { user: 'mod', manages: true };

beforeEach(async () => {
  world = await createWorld();
  await world.type('/mydata hide', hana);
});
afterEach(() => world.close());

/** Of the question that was posted last, which button is right, and one that is not. */
async function answers() {
  const [round] = await world.store.unrevealedRounds();
  const message = world.platform.shown.find(({ ref }) => ref.id === round?.messageId);
  if (!round || !message) throw new Error('nothing is asked');
  const buttons = tokensOf(message.card).filter((token) => token.do === 'answer');
  const right = buttons[round.shown.right];
  const wrong = buttons[round.shown.right === 0 ? 1 : 0];
  if (!right || !wrong) throw new Error('nothing to press');
  return { right, wrong };
}

/** A quiz of two questions that Hana knows alone, and Ben after her. */
async function playQuiz(starter = hana) {
  await world.type('/quiz questions: 2', starter);
  for (const _ of [1, 2]) {
    await until(async () => (await world.store.unrevealedRounds()).length > 0);
    const { right, wrong } = await answers();
    await world.press(right, hana);
    await world.press(wrong, ben);
    await until(async () => (await world.store.unrevealedRounds()).length === 0);
  }
  await world.minutes(3);
}

async function until(isSo: () => Promise<boolean>) {
  for (let seconds = 0; seconds < 300; seconds += 1) {
    if (await isSo()) return;
    await world.clock.advance(1_000);
  }
  throw new Error('it never came');
}

async function playDailies(days: number) {
  await world.type('/daily set 09:00 UTC reveal: 1', mod);
  for (let day = 0; day < days; day += 1) {
    while ((await world.store.unrevealedRounds()).length === 0) await world.minutes(30);
    const { right } = await answers();
    await world.press(right, hana);
    await world.press(right, ben);
    while ((await world.store.unrevealedRounds()).length > 0) await world.minutes(30);
  }
}

/** All that others saw: every message in every version it has now, drawn for each platform, and replies to others. */
const seen = (...replies: readonly Replied[]): string =>
  JSON.stringify(
    [...world.platform.shown.map(({ card }) => card), ...replies.map(({ card }) => card)].flatMap((card) => [
      card,
      forDiscord(card),
      forSlack(card),
    ]),
  );

const LINES = ['today', 'week', 'month', 'all', 'all everywhere', 'today everywhere'];

describe('who is hidden', () => {
  it('is named by no reveal, standing, streak, title or board, whoever asks', async () => {
    await playQuiz();
    await playDailies(3);
    const boards: Replied[] = [];
    for (const line of LINES)
      for (const person of [ben, hana]) boards.push(await world.type(`/leaderboard ${line}`, person));
    const all = seen(...boards);
    expect(all).toContain('Quiz over');
    expect(all).toContain('Streaks: ');
    expect(all).toContain('"player":"ben"');
    expect(all).not.toContain(HIDDEN);
  });

  it('would be named by all of them otherwise', async () => {
    await world.type('/mydata unhide', hana);
    await playQuiz();
    await playDailies(3);
    const named = world.platform.shown.filter(({ card }) => JSON.stringify(card).includes(HIDDEN));
    const texts = named.map(({ card }) => JSON.stringify(card));
    for (const what of ['Quiz over', 'Streaks: ', 'Knew it: ', '’s quiz', ' wins with ', 'Only '])
      expect(texts.some((text) => text.includes(what))).toBe(true);
    expect(seen(await world.type('/leaderboard all', ben))).toContain(HIDDEN);
  });

  it('is counted by a reveal, as its bars are, and not named', async () => {
    await world.type('/quiz', ben);
    const { right } = await answers();
    await world.press(right, hana);
    await world.minutes(2);
    expect(world.platform.lastText()).toContain('1 person knew it.');
  });

  it('leaves others the ranks that they have among themselves, on boards and at the end of a quiz', async () => {
    await playQuiz(ben);
    const result = world.platform.shown.find(({ key }) => key.startsWith('result-'));
    expect(JSON.stringify(result?.card)).toContain('No points to show this time.');
    await world.type('/quiz', ben);
    await world.press((await answers()).right, ben);
    await world.minutes(2);
    expect(textOf(await world.type('/leaderboard all', hana))).toContain('1. a player – 1 point in 3 tries');
    expect(textOf(await world.type('/leaderboard me', ben))).toContain(
      'All time: 1 point in 3 tries (rank 1)',
    );
  });

  it('still learns alone where they stand', async () => {
    await playQuiz();
    const reply = await world.type('/leaderboard me', hana);
    expect(reply).toMatchObject({ to: 'asker' });
    expect(textOf(reply)).toContain('All time: 2 points in 2 tries (rank 1)');
  });

  it('is told what hiding does, that it is done already, and how to end it', async () => {
    expect(textOf(await world.type('/mydata hide', ben))).toContain('You are hidden.');
    const again = textOf(await world.type('/mydata hide', ben));
    expect(again).toContain('You are hidden already.');
    expect(again).toContain('/mydata unhide');
    expect(textOf(await world.type('/mydata unhide', ben))).toContain('You are no longer hidden');
    expect(textOf(await world.type('/mydata unhide', ben))).toBe('You are not hidden.');
  });

  it('is hidden wherever the account is the same', async () => {
    expect(await world.store.isHidden(playerOf('test', 'W9', HIDDEN))).toBe(true);
    expect(await world.store.isHidden(playerOf('other', 'W9', HIDDEN))).toBe(false);
  });
});
