import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, textOf, tokensOf, type World } from '../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** The quizzes that were begun, with what was ordered of them. */
const begun = () => world.store.openQuizzes();

describe('/quiz on something that nobody asks about', () => {
  it('offers topics as buttons, each of which starts the quiz that was ordered', async () => {
    const reply = await world.type('/quiz pizza 3 60s easy');
    expect(reply).toMatchObject({ to: 'asker' });
    expect(textOf(reply)).toContain('There is no question about “pizza”.');
    const [first] = tokensOf(reply.card);
    expect(first).toMatchObject({ do: 'type', command: 'quiz' });
    await world.press(first ?? '');
    expect(await begun()).toMatchObject([{ secondsPerRound: 60, level: 'easy', isPrivate: false }]);
  });

  it('keeps a private one private behind its buttons', async () => {
    const [first] = tokensOf((await world.type('/quiz private pizza')).card);
    expect(await world.press(first ?? '')).toMatchObject({ to: 'asker' });
    expect(world.platform.shown).toEqual([]);
    expect(textOf(await world.press(first ?? ''))).toContain('Only you see this');
  });
});

describe('a word that is nearly one of ours', () => {
  it.each(['/quiz privat', '/quiz pirvate', '/quiz kushner privat', '/quiz privat 3 kushner'])(
    '%s posts nothing in public, and asks whether it was to be private',
    async (line) => {
      const reply = await world.type(line);
      expect(textOf(reply)).toContain('Did you mean private?');
      expect(world.platform.shown).toEqual([]);
      const [yes] = tokensOf(reply.card);
      expect(textOf(await world.press(yes ?? ''))).toContain('Only you see this');
      expect(world.platform.shown).toEqual([]);
    },
  );

  it('of a level is asked about where nothing fits it as a topic', async () => {
    const reply = await world.type('/quiz esay 2');
    expect(textOf(reply)).toContain('Did you mean easy?');
    await world.press(tokensOf(reply.card)[0] ?? '');
    expect(await begun()).toMatchObject([{ level: 'easy', total: 2, topic: '' }]);
  });

  it('is no slip where it is the topic’s own', async () => {
    await world.type('/quiz ivanka trump');
    expect(await begun()).toMatchObject([{ topic: 'ivanka trump' }]);
  });
});

it('/quiz topic, with nothing behind it, is /quiz', async () => {
  await world.type('/quiz topic');
  expect(await begun()).toMatchObject([{ topic: '' }]);
});

describe('what /quiz answers', () => {
  it('says that seconds has no effect for who plays alone', async () => {
    expect(textOf(await world.type('/quiz 3 private seconds: 60'))).toContain('seconds has no effect');
    expect(textOf(await world.type('/quiz 3 private'))).not.toContain('seconds');
  });

  it('speaks of a topic only where one was given', async () => {
    const few = textOf(await world.type('/quiz 10 topic: Snoop Dogg'));
    expect(few).toMatch(/Only \d+ questions? on this topic/);
  });
});
