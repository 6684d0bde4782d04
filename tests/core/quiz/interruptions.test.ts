/** What people never see in a demo: stops between any two steps, slow platforms, impatient hosts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { createEdits } from '../../../src/core/quiz/edits.ts';
import { refreshSoon } from '../../../src/core/quiz/show.ts';
import { runJob } from '../../../src/core/work.ts';
import { settled } from '../../fakes/clock.ts';
import { createRecordingPlatform } from '../../fakes/recording-platform.ts';
import { asShown, createWorld, textOf, type World } from '../../fakes/world.ts';
import { buttonAt, openRoundOf, textAt } from './on-show.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const shown = (index: number) => textAt(world, index);
const openRound = () => openRoundOf(world);
const button = (index: number, verb: string) => buttonAt(world, index, verb);

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
    refreshSoon(
      { ...world.services, speaker, edits: createEdits({ clock: world.clock, speaker, logger: world.log }) },
      round,
    );
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
