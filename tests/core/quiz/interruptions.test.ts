/** What people never see in a demo: stops between any two steps, slow platforms, impatient hosts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { createEdits } from '../../../src/core/quiz/edits.ts';
import { refreshSoon } from '../../../src/core/quiz/show.ts';
import { runJob } from '../../../src/core/work.ts';
import { settled } from '../../fakes/clock.ts';
import { createRecordingPlatform } from '../../fakes/recording-platform.ts';
import { asShown, createWorld, textOf, tokensOf, type World } from '../../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const shown = (index: number): string => {
  const message = world.platform.shown[index];
  return message ? cardToText(message.card) : '';
};
const button = (index: number, verb: string) => {
  const card = world.platform.shown[index]?.card;
  const token = card && tokensOf(card).find((candidate) => candidate.do === verb);
  if (!token) throw new Error(`message ${index} has no button ${verb}`);
  return token;
};
const openRound = async () => {
  const [round] = await world.store.unrevealedRounds();
  if (!round) throw new Error('no round is open');
  return round;
};

describe('a count that comes too late', () => {
  it('does not take the place of the result that another process has shown meanwhile', async () => {
    await world.type('/quiz');
    const round = await openRound();
    const { edit } = world.services.speaker;
    const held = Promise.withResolvers<void>();
    const speaker = {
      ...world.services.speaker,
      edit: async (...given: Parameters<typeof edit>) => {
        await held.promise;
        return edit(...given);
      },
    };
    refreshSoon({ ...world.services, speaker, edits: createEdits(world.clock, speaker) }, round);
    await world.clock.advance(3_000);
    await world.clock.advance(45_000);
    expect(shown(0)).toContain('Receipt:');
    held.resolve();
    await settled();
    expect(shown(0)).toContain('Receipt:');
  });
});

describe('a quiz that is interrupted', () => {
  it('shows its result and does not ask on, where it is stopped while the platform takes its time', async () => {
    const release = world.platform.holdNextPost();
    const asked = world.type('/quiz questions: 3');
    await settled();
    expect(textOf(await world.press(button(0, 'stop')))).toBe('The quiz is stopped.');
    release();
    await asked;
    await world.clock.advance(60_000);
    expect(shown(0)).toContain('Receipt:');
    expect(world.platform.shown.filter(({ card }) => cardToText(card).includes('question 2'))).toEqual([]);
  });

  it('gives people their full time, however long the platform takes to post', async () => {
    const release = world.platform.holdNextPost();
    const asked = world.type('/quiz');
    await settled();
    await world.clock.advance(40_000);
    release();
    await asked;
    await world.clock.advance(44_000);
    expect(shown(0)).not.toContain('Receipt:');
    await world.clock.advance(2_000);
    expect(shown(0)).toContain('Receipt:');
  });

  it('that stopped between posting and noting the message is posted again with the same key, not twice', async () => {
    world.platform.holdNextPost();
    void world.type('/quiz');
    await settled();
    world = await world.restart();
    await world.minutes(2);
    expect(world.platform.shown).toHaveLength(1);
    await world.minutes(1);
    expect(shown(0)).toContain('Receipt:');
  });

  /** Stops between the post and its note, on a platform that shows a repeat twice. */
  async function stopUnconfirmed() {
    await world.close();
    world = await createWorld({ platform: createRecordingPlatform('test', false) });
    world.platform.holdNextPost();
    void world.type('/quiz questions: 2 seconds: 300');
    await settled();
    world = await world.restart();
  }

  it('is found and goes on, where the platform would show a repeat', async () => {
    await stopUnconfirmed();
    await world.minutes(3);
    expect(world.platform.shown).toHaveLength(1);
    expect(await world.store.unrevealedRounds()).toMatchObject([{ messageId: 'm1' }]);
    await world.minutes(10);
    expect(world.platform.shown.map(({ card }) => cardToText(card).split('\n')[0])).toEqual([
      'a player’s quiz · question 1 of 2',
      'a player’s quiz · question 2 of 2',
      'Quiz over',
    ]);
  });

  it('is ended rather than asked twice, where nobody can look for the question', async () => {
    await stopUnconfirmed();
    world.platform.answerNextFind({ status: 'impossible' });
    await world.minutes(3);
    expect(world.platform.shown).toHaveLength(1);
    expect(await world.store.openQuizzes()).toEqual([]);
    expect(await world.store.unrevealedRounds()).toEqual([]);
  });

  it('is looked for again, where the platform cannot be asked now', async () => {
    await stopUnconfirmed();
    world.platform.answerNextFind({ status: 'failed' });
    await world.minutes(4);
    expect(world.platform.sought).toHaveLength(2);
    expect(world.platform.shown).toHaveLength(1);
    expect(await world.store.unrevealedRounds()).toMatchObject([{ messageId: 'm1' }]);
  });

  it('does not ask beyond its last question after a stop just before its result', async () => {
    await world.type('/quiz');
    const round = await openRound();
    await world.store.closeRound(round.id, world.clock.now());
    await world.store.markRevealed(round.id);
    world = await world.restart();
    await world.clock.advance(60_000);
    expect(world.platform.shown).toHaveLength(1);
    expect(await world.store.openQuizzes()).toEqual([]);
  });

  it('asks the next question once, where two jobs come to it', async () => {
    await world.type('/quiz questions: 3');
    const quiz = (await world.store.openQuizzes())[0]?.id ?? '';
    await world.press(button(0, 'reveal'));
    await Promise.all([1, 2].map(() => runJob(world.services, { do: 'ask-next', quiz, number: 2 })));
    await world.clock.advance(10_000);
    expect(world.platform.shown).toHaveLength(2);
  });

  it('is not woken up hours later', async () => {
    await world.type('/quiz questions: 5');
    world.clock.jumpTo(world.clock.now() + 72 * 3_600_000);
    world = await world.restart();
    await world.clock.advance(120_000);
    expect(shown(0)).toContain('Receipt:');
    expect(world.platform.shown.filter(({ card }) => cardToText(card).includes('question 2'))).toEqual([]);
  });

  it('that lost a job to a fault is taken up again by the next tick', async () => {
    await world.type('/quiz questions: 2');
    await world.press(button(0, 'reveal'));
    world = await world.restart();
    await world.minutes(1);
    expect(shown(1)).toContain('question 2 of 2');
  });
});

describe('a quiz that stopped before its next question was posted', () => {
  it('posts it once, where surely nothing stands there', async () => {
    await world.close();
    world = await createWorld({ platform: createRecordingPlatform('test', false) });
    await world.type('/quiz questions: 2');
    const [quiz] = await world.store.openQuizzes();
    await world.press(button(0, 'reveal'));
    const opened = {
      id: 'cut-short',
      place: world.place,
      ...asShown([...world.library.questions.values()][0]),
    };
    const openedAt = world.clock.now();
    await world.store.openRound({
      ...{ ...opened, openedAt, closesAt: openedAt + 45_000, isPrivate: false },
      belongsTo: { quiz: quiz?.id ?? '', number: 2 },
    });
    await world.minutes(1);
    expect(shown(1)).toContain('question 2 of 2');
    await world.minutes(3);
    expect(world.platform.shown).toHaveLength(3);
    expect(shown(2)).toContain('Quiz over');
  });
});

describe('a result', () => {
  it('is not overwritten by the correction that a slow post needs', async () => {
    const release = world.platform.holdNextPost();
    const asked = world.type('/quiz seconds: 300');
    await settled();
    await world.clock.advance(5_000);
    release();
    await asked;
    await world.press(button(0, 'reveal'));
    await world.clock.advance(60_000);
    expect(shown(0)).toContain('Receipt:');
  });

  it('that the platform does not take is not pressed on it by every tick', async () => {
    await world.type('/quiz seconds: 15');
    world.platform.answerNextEdit({ status: 'failed', retryAfterMs: 600_000 });
    await world.minutes(5);
    expect(shown(0)).not.toContain('Receipt:');
    await world.minutes(8);
    expect(shown(0)).toContain('Receipt:');
  });
});

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
      questions: pack.questions.filter(({ id }) => id !== round.questionId),
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
