/** Text of any length and kind: what is looked at of it, and what whoever typed it is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../../src/core/requests/bot.ts';
import type { RawArgs } from '../../../src/core/requests/request.ts';
import { createWorld, here, originOf, textOf, type World } from '../../fakes/world.ts';

const LONG = 12_000;

describe('text that is too long', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.close());

  const byName = async (command: string, named: RawArgs, subcommand?: string) => {
    const part = subcommand === undefined ? {} : { subcommand };
    const asked = { command, ...part, input: { named }, origin: originOf({ manages: true }) };
    const reply = await world.bot.handle({ kind: 'command', ...asked });
    return reply ? textOf(reply) : '';
  };

  it('is refused with what is allowed, typed as a value or in a line', async () => {
    const words = 'x'.repeat(LONG);
    expect(await byName('fact', { about: words })).toContain('about is too long: at most 100 characters');
    expect(await byName('daily', { dates: words }, 'skip')).toContain('dates is too long: at most 500');
    expect(textOf(await world.type(`/fact ${words}`))).toContain('about is too long: at most 100 characters');
  });

  it('is not carried out by half, where a line says something after much of nothing', async () => {
    const reply = await world.type(`/quiz 3 questions ${' '.repeat(LONG)} private`);
    expect(textOf(reply)).toContain('That is too long: at most 600 characters, please.');
    expect(world.platform.shown).toEqual([]);
  });

  it('is refused where a number, a yes or a set word is meant', async () => {
    expect(await byName('quiz', { questions: '1'.repeat(LONG) })).toContain('A quiz has 1 to 10');
    expect(await byName('quiz', { level: 'easy'.repeat(LONG) })).toContain('I do not know');
  });

  it('is a command that there is not, whose name is repeated as far as it is short', async () => {
    const said = textOf(await world.type(`/${'quiz'.repeat(LONG)}`));
    expect(said).toContain('There is no command');
    expect(said.length).toBeLessThan(300);
  });

  it('is cut before anything proposes something for it', async () => {
    let longest = 0;
    const { search } = world.services;
    const bot = createBot({
      ...world.services,
      search: {
        ...search,
        subjects: (words, ...asked) => {
          longest = Math.max(longest, words.length);
          return search.subjects(words, ...asked);
        },
      },
    });
    await bot.suggest({ place: here, command: 'fact', option: 'about', typed: 'kim '.repeat(LONG) });
    expect(longest).toBe(100);
  });

  it('leaves room for spaces and quotation marks, which are not counted', async () => {
    const padded = `   “${'a'.repeat(95)}”   `;
    expect(await byName('fact', { about: padded })).not.toContain('too long');
  });
});

describe('text that is no text', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.close());

  it.each([
    ['half an emoji', 'xyzzy\uD83Dxyzzy'],
    ['marks without end', `xyzzy${'\u0301'.repeat(90)}`],
    ['control characters', 'xyzzy\u0000\u0007\u001Bxyzzy'],
    ['nothing that is seen', '\u200B\u2060\uFEFF'],
    ['a change of direction', 'xyzzy\u202Eabc'],
  ])('%s is answered like any words for which there is nothing', async (_, words) => {
    const reply = await world.type(`/fact ${words}`);
    const said = textOf(reply);
    expect(said).toContain('No article');
    expect(said.isWellFormed()).toBe(true);
    expect(said).not.toMatch(/\p{M}{6}|[^\P{Cc}\n]/u);
  });
});
