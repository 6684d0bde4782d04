/** What people type nearly as it is meant. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, textOf, tokensOf, type World } from '../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const manager = { manages: true };

describe('a part of /daily that there is not', () => {
  it.each([
    ['/daily sett 09:00', '/daily set 09:00'],
    ['/daily 09:00', '/daily set 09:00'],
    ['/daily mon-fri 9am', '/daily set mon-fri 9am'],
    ['/daily pasue', '/daily pause'],
  ])('%s: did you mean %s?', async (line, meant) => {
    expect(textOf(await world.type(line, manager))).toContain(`Did you mean ${meant}?`);
    expect(textOf(await world.type(meant, manager))).not.toContain('Did you mean');
  });
});

describe('a quiz for one alone', () => {
  it.each([
    '/quiz in private',
    '/quiz private please',
    '/quiz kim in private mode',
    '/quiz private mode kim',
  ])('%s is asked of nobody else', async (line) => {
    expect(textOf(await world.type(line))).toContain('Only you see this');
    expect(world.platform.shown).toEqual([]);
  });

  it('is asked about where its word is misspelt among others', async () => {
    const reply = await world.type('/quiz kim in privat mode');
    expect(textOf(reply)).toContain('Did you mean private?');
    expect(tokensOf(reply.card)[0]).toMatchObject({ words: 'private topic: kim' });
    expect(textOf(await world.type('/quiz privat seconds: 30 topic: kim'))).toContain(
      'Did you mean private?',
    );
    expect(world.platform.shown).toEqual([]);
  });

  it('is not thought of where a topic is named that has the word in it', async () => {
    expect(textOf(await world.type('/quiz topic: private dinner'))).toContain('“private dinner”');
  });
});

describe('whoever asks for help', () => {
  it.each(['/quiz help me', '/quiz help?', '/quiz Help me, please!'])(
    '%s gets that of /quiz, alone',
    async (line) => {
      const reply = await world.type(line);
      expect(reply).toMatchObject({ to: 'asker' });
      expect(textOf(reply)).toContain('For example: /quiz');
    },
  );

  it.each(['/help me', '/help please', '/help ?'])('%s gets all of it', async (line) => {
    expect(textOf(await world.type(line))).toBe(textOf(await world.type('/help')));
  });
});

describe('a leaderboard in other words', () => {
  it.each([
    ['this week', 'This week, this channel'],
    ['in this channel', 'This week, this channel'],
    ['all time', 'All time, this channel'],
    ['all channels', 'This week, all channels'],
    ['All time, all channels', 'All time, all channels'],
    ['my points', 'Your points · this channel'],
    ['Your points · all channels', 'Your points · all channels'],
  ])('%s is %s', async (words, heading) => {
    expect(textOf(await world.type(`/leaderboard ${words}`))).toContain(heading);
  });
});
