/** How the answer of a daily question is made known: on the question, and once more under it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf, type Card } from '../../../src/core/cards/card.ts';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { bareId } from '../../../src/core/dataset/scope.ts';
import type { Round } from '../../../src/core/ports/store.ts';
import { runJob } from '../../../src/core/work.ts';
import { createWorld, HOUR, textOf, type World } from '../../fakes/world.ts';

const mod = { user: 'mod', manages: true };
const DAY = 24 * 60;

let world: World;
beforeEach(async () => {
  world = await createWorld({ start: '2026-11-23T08:00:00Z' });
  await world.type('/daily set 09:00 UTC reveal: 2', mod);
});
afterEach(() => world.close());

const texts = (wanted: (under: unknown) => boolean) =>
  world.platform.shown.filter(({ under }) => wanted(under)).map(({ card }) => cardToText(card));
const questions = () => texts((under) => under === undefined);
const replies = () => texts((under) => under !== undefined);
/** The streaks that a card names: "ana 2 days". */
const streaksOn = (card: Card | undefined): string =>
  (card ? blocksOf(card) : [])
    .flatMap((block) => (block.type === 'text' ? [block.text] : []))
    .filter(([first]) => typeof first === 'object' && 'bold' in first && first.bold === 'Streaks: ')
    .map(([, ...rest]) =>
      rest.map((part) => (typeof part === 'object' && 'player' in part ? part.player : part)).join(''),
    )
    .join();
const replyStreaks = () =>
  world.platform.shown.filter(({ under }) => under).map(({ card }) => streaksOn(card));
const questionStreaks = () =>
  world.platform.shown.filter(({ under }) => !under).map(({ card }) => streaksOn(card));
const round = async () => {
  const [open] = await world.store.unrevealedRounds();
  if (!open) throw new Error('no round is open');
  return open;
};
async function answer(user: string, isRight: boolean) {
  const open = await round();
  const right = open.shown.right;
  const option = isRight ? right : (right + 1) % open.shown.options.length;
  return textOf(await world.press({ do: 'answer', round: open.id, option }, { user }));
}

describe('the answer of a daily question in a place that went to sleep', () => {
  it('is told below the question first, which wakes the place, and then shown on it', async () => {
    await world.minutes(60);
    await answer('ana', true);
    const { edit } = world.platform;
    world.platform.edit = async (message, card) =>
      replies().length === 0 ? { status: 'failed', asleep: true } : edit(message, card);
    const seen = world.platform.shown.length;
    await world.minutes(120);
    expect(world.platform.shown).toHaveLength(seen + 1);
    expect(replies()).toHaveLength(1);
    expect(questions()[0]).toContain('Receipt:');
    expect(world.log.lines.map(({ event }) => event)).not.toContain('reveal-not-shown');
  });
});

describe('the answer of a daily question', () => {
  it('is shown on the question, and a short reply under it says so with a receipt', async () => {
    await world.minutes(60);
    const open = await round();
    const right = world.library.question(open.questionId)?.right.text ?? 'nothing';
    for (const user of ['ana', 'ben', 'cid']) await answer(user, true);
    for (const user of ['dan', 'eve']) await answer(user, false);
    expect(replies()).toEqual([]);
    await world.minutes(120);
    expect(questions()[0]).toContain('Receipt:');
    expect(replies()).toHaveLength(1);
    expect(replies()[0]).toContain(`The answer is ${right} – 3 of 5 knew it.`);
    expect(replies()[0]).toContain('Receipt:');
    expect(world.platform.shown[1]).toMatchObject({
      key: `reveal-${open.id}`,
      under: { id: 'm1', place: world.place },
    });
  });

  it.each([
    [[], 'nobody answered this time'],
    [['ana'], 'none of 1 knew it'],
  ])('says how many knew it, also where that is nobody (%j)', async (wrong, words) => {
    await world.minutes(60);
    for (const user of wrong) await answer(user, false);
    await world.minutes(120);
    expect(replies()[0]).toContain(words);
  });

  it('names the streaks that the question was added to, the longest first, on the question and below', async () => {
    await world.minutes(60);
    await answer('ana', true);
    await world.minutes(DAY);
    for (const user of ['ana', 'ben']) await answer(user, false);
    await world.minutes(120);
    expect(replyStreaks()).toEqual(['', 'ana 2 days']);
    expect(questionStreaks()).toEqual(['', 'ana 2 days']);
    await world.minutes(DAY - 120);
    for (const user of ['ben', 'ana', 'cid']) await answer(user, true);
    await world.minutes(120);
    expect(replyStreaks()[2]).toBe('ana 3 days, ben 2 days');
    expect(questionStreaks()[2]).toBe('ana 3 days, ben 2 days');
  });

  /** The second daily of ana's, who has answered both. */
  async function toSecondDay(): Promise<Round> {
    await world.minutes(60);
    await answer('ana', true);
    await world.minutes(DAY);
    const open = await round();
    await answer('ana', true);
    return open;
  }

  it('keeps its streaks where a late count has overwritten it and it is put right', async () => {
    const { id, closesAt } = await toSecondDay();
    await world.minutes(1);
    const { store, platform, clock } = world;
    const other = await createWorld({ store, platform, clock, seed: 2 });
    const { edit } = platform;
    const written: string[] = [];
    platform.edit = async (message, card) => {
      const isFirst = written.push(card.kind) === 1;
      if (isFirst) clock.jumpTo(closesAt);
      if (isFirst)
        await runJob(other.services, { do: 'close-daily', platform: world.place.platform, round: id });
      return edit(message, card);
    };
    await answer('ben', true);
    await clock.advance(HOUR);
    expect(written).toEqual(['plain', 'cited', 'cited']);
    expect(questionStreaks()[1]).toBe('ana 2 days');
    await other.services.queue.stop();
  });

  it('keeps its streaks where somebody has it shown once more', async () => {
    const { id } = await toSecondDay();
    await world.minutes(120);
    const { edits = 0 } = world.platform.shown.findLast(({ under }) => !under) ?? {};
    await world.press({ do: 'reveal', round: id }, mod);
    expect(world.platform.shown.findLast(({ under }) => !under)?.edits).toBe(edits + 1);
    expect(questionStreaks()[1]).toBe('ana 2 days');
  });

  it('names no streak where the question was corrected and adds to none', async () => {
    const { questionId } = await toSecondDay();
    const { library } = world;
    const packs = library.packs.map((pack) => ({
      ...pack,
      questions: pack.questions.map((one) =>
        one.id === bareId(questionId) ? { ...one, right: { ...one.right, text: 'Something else' } } : one,
      ),
    }));
    world = await world.restart({ library: buildLibrary(packs) });
    await world.minutes(120);
    expect(replies()[1]).toContain('corrected');
    expect([questionStreaks()[1], replyStreaks()[1]]).toEqual(['', '']);
  });

  it('names five streaks at most, though a hundred have one', async () => {
    for (let day = 0; day < 2; day += 1) {
      await world.minutes(day === 0 ? 60 : DAY);
      for (let user = 0; user < 30; user += 1) await answer(`guest${user}`, true);
    }
    await world.minutes(120);
    expect(replies()[1]?.match(/2 days/g)).toHaveLength(5);
  });

  it('is shown by one of several processes, and told below only once though a restart comes', async () => {
    await world.minutes(60);
    const { id, closesAt } = await round();
    world.clock.jumpTo(closesAt);
    const job = { do: 'close-daily', platform: world.place.platform, round: id } as const;
    await Promise.all([1, 2, 3].map(() => runJob(world.services, job)));
    world = await world.restart();
    await world.minutes(5);
    expect(replies()).toHaveLength(1);
    expect(world.platform.shown[0]?.edits).toBe(1);
  });

  it('is told below only when the platform has taken the result', async () => {
    await world.minutes(60);
    world.platform.answerNextEdit({ status: 'failed' });
    await world.minutes(120);
    expect(replies()).toEqual([]);
    await world.minutes(2);
    expect(questions()[0]).toContain('Receipt:');
    expect(replies()).toHaveLength(1);
  });

  it('is not told below a second time where the reply may not have come through', async () => {
    await world.minutes(60);
    world.platform.loseNextPost();
    await world.minutes(130);
    expect(replies()).toHaveLength(1);
    expect(world.log.lines.filter(({ event }) => event === 'reply-not-posted')).toHaveLength(1);
    expect(await world.store.unrevealedRounds()).toEqual([]);
  });

  it('ends quietly where the question or its channel was deleted, and the next day goes on', async () => {
    await world.minutes(60);
    world.platform.answerNextEdit({ status: 'gone' });
    await world.minutes(130);
    expect(replies()).toEqual([]);
    expect(world.platform.told).toEqual([]);
    expect(await world.store.unrevealedRounds()).toEqual([]);
    expect(await world.store.findDaily(world.place)).toMatchObject({ state: 'on' });
  });

  it('is not told below a question that was withdrawn meanwhile', async () => {
    await world.minutes(60);
    const { id, questionId, closesAt } = await round();
    const packs = world.library.packs.map((pack) => ({
      ...pack,
      questions: pack.questions.filter((question) => question.id !== bareId(questionId)),
    }));
    world.clock.jumpTo(closesAt);
    await runJob({ ...world.services, library: buildLibrary(packs) }, { do: 'close-round', round: id });
    expect(questions()[0]).toContain('withdrawn');
    expect(replies()).toEqual([]);
  });

  it('of a quiz gets no reply', async () => {
    await world.type('/quiz');
    await world.minutes(5);
    expect(questions()[0]).toContain('Receipt:');
    expect(replies()).toEqual([]);
  });
});

describe('an answer', () => {
  it('counts in the last millisecond before the reveal and not in the one after, whoever closes the round', async () => {
    await world.minutes(60);
    const { id, closesAt } = await round();
    world.clock.jumpTo(closesAt - 1);
    expect(await answer('ana', true)).toContain('Locked in');
    world.clock.jumpTo(closesAt);
    expect(await answer('ben', true)).toContain('closed');
    expect(await world.store.answersOf(id)).toHaveLength(1);
  });

  it('is not counted in the hours in which the bot was away after the end', async () => {
    await world.minutes(60);
    const { id, closesAt } = await round();
    world.clock.jumpTo(closesAt + 5 * HOUR);
    expect(await answer('ben', true)).toContain('closed');
    world = await world.restart();
    await world.minutes(1);
    expect(replies()[0]).toContain('nobody answered');
    expect(await world.store.answersOf(id)).toEqual([]);
  });
});
