/** What goes on at the same time: two who press at once, a question that stands open, somebody who plays alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { bareId } from '../../../src/core/dataset/scope.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { runJob } from '../../../src/core/work.ts';
import { asShown, createWorld, textOf, tokensOf, type World } from '../../fakes/world.ts';
import { buttonAt, openRoundOf, textAt } from './on-show.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const shown = (index: number) => textAt(world, index);
const openRound = () => openRoundOf(world);
const button = (index: number, verb: string) => buttonAt(world, index, verb);

describe('two at the same time', () => {
  it('ask no question beyond the total', async () => {
    for (let offset = 0; offset < 40; offset += 1) {
      await world.close();
      world = await createWorld({ seed: offset + 1 });
      await world.type('/quiz questions: 2');
      const quiz = (await world.store.openQuizzes())[0]?.id ?? '';
      await world.press(button(0, 'reveal'));
      const later = async () => {
        for (let turn = 0; turn < offset; turn += 1) await Promise.resolve();
        await runJob(world.services, { do: 'ask-next', quiz, number: 2 });
      };
      await Promise.all([runJob(world.services, { do: 'ask-next', quiz, number: 2 }), later()]);
      expect(world.platform.shown).toHaveLength(2);
    }
  });

  it('pressing Next in a private quiz go on with one and the same question', async () => {
    const asked = await world.type('/quiz 3 private');
    const [pick] = tokensOf(asked.card);
    const revealed = await world.press(pick ?? '');
    const [next] = tokensOf(revealed.card);
    const [one, two] = await Promise.all([world.press(next ?? ''), world.press(next ?? '')]);
    expect(textOf(one)).toContain('Question 2 of 3');
    expect(textOf(two)).toBe(textOf(one));
  });

  it('ordering today’s question in a place without a daily get one question', async () => {
    const mod = { user: 'mod', manages: true };
    await Promise.all([world.type('/daily now', mod), world.type('/daily now', mod)]);
    await world.minutes(5);
    expect(world.platform.shown).toHaveLength(1);
    expect(textOf(await world.type('/daily status', mod))).toContain('posted');
  });
});

describe('a question that is being asked', () => {
  it('is not told to someone who plays alone meanwhile', async () => {
    await world.type('/quiz seconds: 300');
    const { questionId } = await openRound();
    const question = world.library.question(questionId);
    const [claim = ''] = question?.right.claims ?? [];
    const reply = await world.press({ do: 'ask', claim });
    expect(textOf(reply)).not.toContain(question?.prompt ?? 'nothing');
    for (let round = 0; round < 30; round += 1)
      expect(textOf(await world.type('/quiz private'))).not.toContain(question?.prompt ?? 'nothing');
  });

  it('is told neither by a fact nor by a private question that was drawn before', async () => {
    const before = await world.type('/quiz private');
    const [pick] = tokensOf(before.card);
    if (pick?.do !== 'pick') throw new Error('no options');
    const drawn = await world.store.findRound(pick.round);
    const question = world.library.question(drawn?.questionId ?? '');
    const [claim = ''] = question?.right.claims ?? [];
    const quiz = { id: 'quiz', place: world.place, topic: '', total: 1, secondsPerRound: 300 };
    const starter = playerOf('test', 'W1', 'x');
    await world.store.createQuiz({
      ...quiz,
      starter,
      isPrivate: false,
      state: 'running',
      startedAt: world.clock.now(),
    });
    const round = {
      id: 'round',
      place: world.place,
      ...asShown(question),
      isPrivate: false,
    };
    const times = { openedAt: world.clock.now(), closesAt: world.clock.now() + 300_000 };
    await world.store.openRound({ ...round, ...times, belongsTo: { quiz: 'quiz', number: 1 } });
    expect(textOf(await world.press(pick))).toContain('being asked right now');
    expect(await world.store.answersOf(pick.round)).toEqual([]);
    const text = world.library.claims.get(claim)?.text ?? 'nothing';
    for (let count = 0; count < 20; count += 1)
      expect(textOf(await world.type(`/fact ${text.slice(0, 90)}`))).not.toContain(`\n${text}\n`);
  });

  it('is not asked a second time by another quiz of the workspace', async () => {
    for (let count = 0; count < 12; count += 1)
      await world.type('/quiz seconds: 300', {
        user: `u${count}`,
        place: placeOf('test', 'W1', `C${count}`),
      });
    const open = (await world.store.unrevealedRounds()).map(({ questionId }) => questionId);
    expect(new Set(open).size).toBe(12);
  });

  it('that a new release withdraws counts for nobody', async () => {
    await world.type('/quiz');
    const round = await openRound();
    await world.press({ do: 'answer', round: round.id, option: round.shown.right }, { user: 'bea' });
    const packs = world.library.packs.map((pack) => ({
      ...pack,
      questions: pack.questions.filter(({ id }) => id !== bareId(round.questionId)),
    }));
    const services = { ...world.services, library: buildLibrary(packs) };
    world.clock.jumpTo(round.closesAt);
    await runJob(services, { do: 'close-round', round: round.id });
    expect(shown(0)).toContain('withdrawn');
    expect(textOf(await world.type('/leaderboard all'))).toContain('No points yet.');
  });
});

describe('a private question', () => {
  it('takes no answer from a stranger with a copied button', async () => {
    const asked = await world.type('/quiz private', { user: 'ada' });
    const [token] = tokensOf(asked.card);
    if (token?.do !== 'pick') throw new Error('no options');
    const reply = await world.press({ do: 'answer', round: token.round, option: 0 }, { user: 'bea' });
    expect(textOf(reply)).toContain('not kept any more');
    expect(await world.store.answersOf(token.round)).toEqual([]);
  });

  it('does not use up the questions of its channel', async () => {
    for (let count = 0; count < 5; count += 1) await world.type('/quiz private');
    const seen = new Set<string>();
    for (let count = 0; count < world.library.questions.size; count += 1) {
      await world.type('/quiz', { user: `host-${count}` });
      seen.add((await openRound()).questionId);
      await world.press(button(count, 'reveal'), { manages: true });
    }
    expect(seen.size).toBe(world.library.questions.size);
  });

  it('tells at the end of several how many were right', async () => {
    let card = (await world.type('/quiz 2 private')).card;
    for (let count = 0; count < 2; count += 1) {
      const [pick] = tokensOf(card);
      card = (await world.press(pick ?? '')).card;
      const next = tokensOf(card).find(({ do: verb }) => verb === 'next');
      if (next) card = (await world.press(next)).card;
    }
    expect(cardToText(card)).toMatch(/That was the last one: [0-2] right of 2/);
  });
});
