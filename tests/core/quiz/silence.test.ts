/** A quiz never dies in silence: what it posts is tried again and found, and where it gives up, it says so. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { PostOutcome } from '../../../src/core/ports/platform.ts';
import type { Reply } from '../../../src/core/requests/request.ts';
import { settled } from '../../fakes/clock.ts';
import { createWorld, originOf, textOf, tokensOf, type World } from '../../fakes/world.ts';
import {
  AWAY,
  ada,
  BUSY,
  DENIED,
  nothing,
  refusePosts,
  repeating,
  titlesOf,
  toldText,
  toldTo,
} from './trouble.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const onPlatformThatRepeats = async () => {
  world = await repeating(world);
};
const titles = () => titlesOf(world);
const told = () => toldTo(world);
const refuse = (count: number, outcome: PostOutcome) => refusePosts(world, count, outcome);
const lastAnswer = () => {
  const token = tokensOf(world.platform.shown.at(-1)?.card ?? nothing);
  return token.find((candidate) => candidate.do === 'answer') ?? 'nothing';
};

describe('a question of a quiz that the platform does not take', () => {
  it.each([
    ['one 429', 1, BUSY, 3_000],
    ['seven seconds of absence', 3, AWAY, 8_000],
    ['a minute of absence', 7, AWAY, 70_000],
  ] as const)('is posted after %s', async (_, times, outcome, within) => {
    await world.type('/quiz questions: 2', ada);
    await world.clock.advance(45_000);
    refuse(times, outcome);
    await world.clock.advance(12_000);
    expect(titles()).toEqual(['a player’s quiz · question 1 of 2']);
    await world.clock.advance(within);
    expect(titles()).toEqual(['a player’s quiz · question 1 of 2', 'a player’s quiz · question 2 of 2']);
    await world.clock.advance(46_000);
    expect(titles()).toEqual([
      'a player’s quiz · question 1 of 2',
      'a player’s quiz · question 2 of 2',
      'Quiz over',
    ]);
    expect(told()).toEqual([]);
  });

  it('is posted after a restart in the middle of its pause', async () => {
    await world.type('/quiz questions: 2', ada);
    await world.clock.advance(45_000);
    refuse(1, { ...BUSY, retryAfterMs: 20_000 });
    await world.clock.advance(12_000);
    world = await world.restart();
    await world.minutes(2);
    expect(titles()).toEqual(['a player’s quiz · question 1 of 2', 'a player’s quiz · question 2 of 2']);
  });

  it('is given up after two minutes: the standings so far are posted, and its starter is told why', async () => {
    await world.type('/quiz questions: 3', ada);
    await world.press(lastAnswer(), { user: 'bea' });
    await world.clock.advance(45_000);
    refuse(10, AWAY);
    await world.clock.advance(12_000 + 119_000);
    expect(told()).toEqual([]);
    await world.clock.advance(60_000);
    expect(titles()).toEqual(['a player’s quiz · question 1 of 3', 'Quiz over']);
    expect(told()).toEqual(['ada']);
    expect(await world.store.openQuizzes()).toEqual([]);
    expect(await world.store.unrevealedRounds()).toEqual([]);
  });

  it('is not tried again where it is refused: its starter is told what to change', async () => {
    await world.type('/quiz questions: 3', ada);
    await world.clock.advance(45_000);
    refuse(2, DENIED);
    await world.clock.advance(12_000);
    expect(titles()).toEqual(['a player’s quiz · question 1 of 3']);
    expect(told()).toEqual(['ada']);
    expect(toldText(world)).toContain('Allow me to post here.');
    await world.minutes(5);
    expect(world.platform.told).toHaveLength(1);
  });
});

describe('a question whose confirmation is lost', () => {
  const lose = async () => {
    await world.type('/quiz questions: 2', ada);
    await world.clock.advance(45_000);
    world.platform.loseNextPost();
    await world.clock.advance(12_000);
  };

  it('is taken over within seconds and takes answers, where the platform knows a repeat', async () => {
    world.platform.answerNextFind({ status: 'impossible' });
    await lose();
    await world.clock.advance(2_000);
    expect(textOf(await world.press(lastAnswer(), { user: 'bea' }))).toContain('Locked in');
    expect(titles()).toEqual(['a player’s quiz · question 1 of 2', 'a player’s quiz · question 2 of 2']);
    expect(await world.store.unrevealedRounds()).toMatchObject([{ messageId: 'm2' }]);
    await world.clock.advance(60_000);
    expect(titles()).toEqual([
      'a player’s quiz · question 1 of 2',
      'a player’s quiz · question 2 of 2',
      'Quiz over',
    ]);
  });

  it('is found in the platform’s record within seconds, where a repeat would show twice', async () => {
    await onPlatformThatRepeats();
    await lose();
    await world.clock.advance(2_000);
    expect(await world.store.unrevealedRounds()).toMatchObject([{ messageId: 'm2' }]);
    await world.clock.advance(60_000);
    expect(titles()).toEqual([
      'a player’s quiz · question 1 of 2',
      'a player’s quiz · question 2 of 2',
      'Quiz over',
    ]);
  });

  it('is posted once it is sure that it stands nowhere', async () => {
    await onPlatformThatRepeats();
    await world.type('/quiz questions: 2', ada);
    await world.clock.advance(45_000);
    refuse(1, { status: 'failed', sent: 'maybe' });
    await world.clock.advance(12_000 + 59_000);
    expect(titles()).toEqual(['a player’s quiz · question 1 of 2']);
    await world.clock.advance(10_000);
    expect(titles()).toEqual(['a player’s quiz · question 1 of 2', 'a player’s quiz · question 2 of 2']);
  });

  it('ends the quiz in words where nobody can find out: it counts for nobody', async () => {
    await onPlatformThatRepeats();
    world.platform.answerNextFind({ status: 'impossible' });
    await lose();
    await world.press(lastAnswer(), { user: 'bea' });
    await world.clock.advance(2_000);
    expect(titles()).toEqual([
      'a player’s quiz · question 1 of 2',
      'a player’s quiz · question 2 of 2',
      'Quiz over',
    ]);
    const reveal = tokensOf(world.platform.shown[1]?.card ?? nothing).find(
      ({ do: verb }) => verb === 'reveal',
    );
    expect(textOf(await world.press(reveal ?? '', ada))).toContain('never confirmed');
    expect(cardToText(world.platform.shown.at(-1)?.card ?? nothing)).toContain('Nobody played');
    expect(told()).toEqual(['ada']);
  });
});

describe('the first question', () => {
  /** The clock has to move for the reply to come. */
  async function replyTo(line: string, within: number): Promise<Reply | undefined> {
    let reply: Reply | undefined;
    void world.type(line, ada).then((given) => {
      reply = given;
    });
    await settled();
    await world.clock.advance(within);
    return reply;
  }

  it('is waited for where the platform asks for a few seconds', async () => {
    refuse(1, { ...BUSY, retryAfterMs: 3_000 });
    expect(await replyTo('/quiz', 3_500)).toMatchObject({ type: 'done' });
    expect(titles()).toEqual(['a player’s quiz']);
  });

  it('goes on being tried where that takes longer, and the reply says so', async () => {
    refuse(1, { ...BUSY, retryAfterMs: 40_000 });
    expect(textOf((await replyTo('/quiz', 9_000)) ?? neverReplied)).toContain('keep trying');
    await world.clock.advance(40_000);
    expect(titles()).toEqual(['a player’s quiz']);
    expect(told()).toEqual([]);
  });

  it('that cannot be had after all is explained to its starter, privately', async () => {
    refuse(20, AWAY);
    expect(textOf((await replyTo('/quiz', 9_000)) ?? neverReplied)).toContain('keep trying');
    await world.clock.advance(130_000);
    expect(titles()).toEqual([]);
    expect(told()).toEqual(['ada']);
    expect(await world.store.openQuizzes()).toEqual([]);
  });

  it('that is refused is explained in the reply alone', async () => {
    refuse(1, DENIED);
    expect(textOf((await replyTo('/quiz', 1_000)) ?? neverReplied)).toContain('Allow me to post here.');
    await world.minutes(3);
    expect(told()).toEqual([]);
  });

  it('that a stop cut short before anything was sent is told of', async () => {
    await world.store.createQuiz({
      ...{ id: 'cut', place: world.place, topic: '', total: 1, secondsPerRound: 45, isPrivate: false },
      ...{ starter: originOf(ada).player, state: 'running', startedAt: world.clock.now() },
    });
    await world.minutes(2);
    expect(told()).toEqual(['ada']);
  });
});

const neverReplied: Reply = {
  type: 'say',
  to: 'asker',
  card: nothing,
};

describe('a quiz that is stopped', () => {
  it.each([
    ['deleted', { status: 'gone' }, /was deleted/],
    ['not taken just now', { status: 'failed' }, /appears as soon as it is taken/],
    [
      'refused',
      { status: 'refused', why: 'forbidden', fix: 'Allow me to write here.' },
      /Allow me to write here/,
    ],
  ] as const)('says so where the message with its answer is %s', async (_, outcome, why) => {
    await world.type('/quiz questions: 2', ada);
    const [quiz] = await world.store.openQuizzes();
    world.platform.answerNextEdit(outcome);
    const text = textOf(await world.press({ do: 'stop', quiz: quiz?.id ?? '' }, ada));
    expect(text).toContain('The quiz is stopped.');
    expect(text).toMatch(why);
  });

  it('says nothing where everyone sees that it is over', async () => {
    await world.type('/quiz questions: 2', ada);
    const [quiz] = await world.store.openQuizzes();
    const reply = await world.press({ do: 'stop', quiz: quiz?.id ?? '' }, ada);
    expect(reply).toMatchObject({ type: 'done' });
  });
});
