import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { Library } from '../../../src/core/dataset/library.ts';
import type { Question } from '../../../src/core/dataset/schema.ts';
import { playerOf } from '../../../src/core/ids.ts';
import { drawUnanswered, drawUnseen } from '../../../src/core/quiz/draw.ts';
import type { Origin } from '../../../src/core/requests/request.ts';
import { encodeToken } from '../../../src/core/requests/token.ts';
import { runJob } from '../../../src/core/work.ts';
import {
  asShown,
  createWorld,
  HOUR,
  here,
  originOf,
  textOf,
  tokensOf,
  type World,
} from '../../fakes/world.ts';
import { claimOf, harbour, questionOf, renamed, withLibrary } from './harbour.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** Three claims, and three questions on each. */
const small = harbour(
  ['boat', 'tower', 'storm'].map((id) => claimOf(id, `Mara Quill saw the ${id}.`)),
  ['boat', 'tower', 'storm'].flatMap((claim) =>
    ['When', 'Where', 'How'].map((ask) =>
      questionOf(
        `${ask.toLowerCase()}-${claim}`,
        `${ask} did she see the ${claim}?`,
        `${ask} it ${claim}ed`,
        [claim],
      ),
    ),
  ),
);
const ada = playerOf('test', 'W1', 'ada');
const alone = { player: ada, place: here };
const asAda = (): Origin => originOf({ manages: true });

const allOf = (library: Library): readonly Question[] => [...library.questions.values()];
const claimsOf = (question: Question | undefined): readonly string[] => question?.right.claims ?? [];

async function draw(library: Library, count: number): Promise<readonly (Question | undefined)[]> {
  const { services } = withLibrary(world, library);
  const drawn: (Question | undefined)[] = [];
  for (let at = 0; at < count; at += 1) drawn.push(await drawUnseen(services, here, allOf(library)));
  return drawn;
}

describe('what a place is asked about', () => {
  it('comes again only when every claim had its turn, and as the same question only when all had', async () => {
    const drawn = await draw(small, 18);
    for (const from of [0, 9]) {
      const pool = drawn.slice(from, from + 9);
      expect(new Set(pool.slice(0, 3).flatMap(claimsOf)).size).toBe(3);
      expect(new Set(pool).size).toBe(9);
    }
  });

  it('repeats no claim of the shipped dataset while there is a question on claims not yet asked', async () => {
    const { library } = world;
    const drawn = await draw(library, library.questions.size);
    expect(new Set(drawn).size).toBe(library.questions.size);
    const asked = new Set<string>();
    const isNew = (question: Question | undefined) => !claimsOf(question).some((claim) => asked.has(claim));
    for (const [at, question] of drawn.entries()) {
      if (!isNew(question)) expect(drawn.slice(at).filter(isNew)).toEqual([]);
      for (const claim of claimsOf(question)) asked.add(claim);
    }
  });

  it('does not come again in the daily question while a quiz has left a claim out', async () => {
    const { bot, services } = withLibrary(world, small);
    const type = (command: string, words: string) =>
      bot.handle({ kind: 'command', command, input: { words }, origin: asAda() });
    for (let count = 0; count < 2; count += 1) {
      await type('quiz', '');
      world.clock.jumpTo(world.clock.now() + HOUR / 6);
      for (const { id } of await world.store.unrevealedRounds())
        await runJob(services, { do: 'close-round', round: id });
    }
    expect(await world.store.unrevealedRounds()).toEqual([]);
    await type('daily', 'now');
    const shown = world.platform.shown.map(({ card }) => cardToText(card));
    const asked = allOf(small).filter(({ prompt }) => shown.some((text) => text.includes(prompt)));
    expect(shown).toHaveLength(3);
    expect(new Set(asked.flatMap(claimsOf)).size).toBe(3);
  });

  it('is, for somebody who plays alone, first what they have not answered on claims they have not met', async () => {
    const { services, bot } = withLibrary(world, small);
    const asked = await bot.handle({
      kind: 'command',
      command: 'quiz',
      input: { words: 'private' },
      origin: asAda(),
    });
    const [pick] = asked && 'card' in asked ? tokensOf(asked.card) : [];
    if (pick?.do !== 'pick') throw new Error('no options');
    await bot.handle({ kind: 'press', token: encodeToken(pick), origin: asAda() });
    const round = await world.store.findRound(pick.round);
    const met = claimsOf(small.question(round?.questionId ?? ''));
    for (let at = 0; at < 20; at += 1) {
      const next = await drawUnanswered(services, alone, allOf(small));
      expect(met).not.toEqual(claimsOf(next));
      const onTheSame = await drawUnanswered(services, alone, small.questionsOn(met[0] ?? ''));
      expect(onTheSame?.id).not.toBe(round?.questionId);
    }
  });
});

describe('a question that a new release renames', () => {
  it('is not asked again in a place that saw it under its former id, until all were', async () => {
    const before = await draw(small, 4);
    const after = await draw(renamed(small), 5);
    const seen = [...before, ...after].map((question) => question?.prompt);
    expect(new Set(seen).size).toBe(9);
    const again = await draw(renamed(small), 9);
    expect(new Set(again.map((question) => question?.prompt)).size).toBe(9);
    expect(again[0]).not.toBe(after[4]);
  });

  it('still shows its result where it was open meanwhile', async () => {
    await world.type('/quiz');
    const [round] = await world.store.unrevealedRounds();
    const { services } = withLibrary(world, renamed(world.library));
    world.clock.jumpTo(round?.closesAt ?? 0);
    await runJob(services, { do: 'close-round', round: round?.id ?? '' });
    const shown = world.platform.shown.map(({ card }) => cardToText(card)).join();
    expect(shown).toContain('Receipt:');
    expect(shown).toContain(world.library.question(round?.questionId ?? '')?.right.text);
  });

  it('is not put to anyone else while it is open under its former id', async () => {
    const drawn = await world.type('/quiz private');
    const [pick] = tokensOf(drawn.card);
    if (pick?.do !== 'pick') throw new Error('no options');
    const question = world.library.question((await world.store.findRound(pick.round))?.questionId ?? '');
    const library = renamed(world.library);
    const { bot } = withLibrary(world, library);
    const quiz = { id: 'quiz', place: here, starter: ada, topic: '', total: 1, secondsPerRound: 300 };
    const now = world.clock.now();
    await world.store.createQuiz({ ...quiz, isPrivate: false, state: 'running', startedAt: now });
    await world.store.openRound({
      ...{ ...asShown(question), id: 'round', place: here, questionId: `new-${question?.id}` },
      ...{ openedAt: now, closesAt: now + 300_000, belongsTo: { quiz: 'quiz', number: 1 }, isPrivate: false },
    });
    const reply = await bot.handle({ kind: 'press', token: encodeToken(pick), origin: asAda() });
    expect(reply && textOf(reply)).toContain('being asked right now');
  });

  it('counts as answered for who answered it under its former id', async () => {
    const asked = await world.type('/quiz private');
    const [pick] = tokensOf(asked.card);
    if (pick?.do !== 'pick') throw new Error('no options');
    await world.press(pick);
    const was = (await world.store.findRound(pick.round))?.questionId ?? '';
    const library = renamed(world.library);
    const { services } = withLibrary(world, library);
    const answered = library
      .questionsOn(claimsOf(library.question(was))[0] ?? '')
      .filter(({ formerly }) => formerly[0] === was);
    expect(answered).toHaveLength(1);
    for (const other of allOf(library).filter((question) => !answered.includes(question)))
      expect(await drawUnanswered(services, alone, [...answered, other])).toBe(other);
  });
});
