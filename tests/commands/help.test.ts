import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf, type Card } from '../../src/core/cards/card.ts';
import { createRecordingPlatform } from '../fakes/recording-platform.ts';
import { blockOf, createWorld, textOf, tokensOf, type World } from '../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe('/help', () => {
  it('begins with four commands and a button for each, which does what the command does', async () => {
    const { card } = await world.type('/help');
    const first = blockOf(card, 'text')?.text.filter((part) => typeof part === 'object');
    expect(first).toEqual(['/fact', '/quiz', '/leaderboard', '/sources'].map((code) => ({ code })));
    const [fact, quiz, leaderboard, sources] = tokensOf(card);
    expect(await world.press(fact ?? '')).toMatchObject({ to: 'everyone', card: { kind: 'cited' } });
    await world.press(quiz ?? '');
    expect(world.platform.shown).toHaveLength(1);
    expect(textOf(await world.press(leaderboard ?? ''))).toContain('Leaderboard');
    expect(textOf(await world.press(sources ?? ''))).toContain('Sources');
  });

  it('names every command, and whom /daily is for as they are called there', async () => {
    const text = textOf(await world.type('/help'));
    for (const { name } of world.services.commands) expect(text.split(`/${name} –`)).toHaveLength(2);
    expect(text).toContain('For keepers of the channel: /daily');
  });

  it('lets nobody fill a channel by its buttons', async () => {
    const [fact] = tokensOf((await world.type('/help')).card);
    for (let count = 0; count < 5; count += 1) await world.press(fact ?? '');
    expect(await world.press(fact ?? '')).toMatchObject({ to: 'asker' });
  });
});

/** What is written as code after these words. */
function codesBehind(words: string, card: Card): readonly string[] {
  const parts = blocksOf(card).flatMap((block) => (block.type === 'text' ? block.text : []));
  const start = parts.findIndex((part) => typeof part === 'object' && 'bold' in part && part.bold === words);
  return parts
    .slice(start)
    .flatMap((part) => (typeof part === 'object' && 'code' in part ? [part.code] : []));
}

describe('a button that stands for a typed line', () => {
  it('sets no daily question, whoever presses it: platforms ask less of a press than of a command', async () => {
    const token = { do: 'type', command: 'daily', words: 'set 09:00' } as const;
    const reply = await world.press(token, { user: 'mod', manages: true });
    expect(reply).toMatchObject({ to: 'asker', card: { tone: 'problem' } });
    expect(await world.store.findDaily(world.place)).toBeUndefined();
    const status = { do: 'type', command: 'daily', words: 'status' } as const;
    expect(textOf(await world.press(status))).toContain('No daily question');
  });
});

describe('help on one command', () => {
  it.each(['/help daily', '/help /daily', '/help daily set', '/daily help', '/daily HELP'])(
    '%s tells what it does, part by part, and whom it is for',
    async (line) => {
      const text = textOf(await world.type(line));
      expect(text.split('\n')[0]).toBe('/daily');
      for (const part of ['status', 'set', 'now', 'pause', 'resume', 'skip', 'unskip', 'off'])
        expect(text).toContain(`\n/daily ${part} – `);
      expect(text).toContain('keepers of the channel');
    },
  );

  it('shows its options, with a button to try it', async () => {
    const { card } = await world.type('/help quiz');
    expect(textOf(await world.type('/help quiz'))).toMatch(/\ntopic – .*\nquestions – .*\nseconds – /);
    expect(tokensOf(card)).toEqual([{ do: 'type', command: 'quiz', words: '' }]);
  });

  it.each([true, false])(
    'has examples that can be typed as they stand (by form: %s)',
    async (namedOptions) => {
      const recording = createRecordingPlatform();
      const platform = { ...recording, capabilities: { ...recording.capabilities, namedOptions } };
      await world.close();
      world = await createWorld({ platform });
      for (const { name } of world.services.commands) {
        const examples = codesBehind('For example: ', (await world.type(`/help ${name}`)).card);
        expect(examples.length).toBe(name === 'sources' ? 1 : 2);
        for (const line of examples) {
          const { card } = await world.type(line, { user: line, manages: true });
          expect(`${line}: ${card.tone}`).not.toContain('problem');
        }
      }
    },
  );

  it('takes its example from what the bot knows', async () => {
    const [, about = ''] = codesBehind('For example: ', (await world.type('/help fact')).card);
    expect(world.services.search.named(about.replace('/fact about: ', ''))).not.toEqual([]);
  });

  it('of a misspelt one asks which is meant', async () => {
    expect(textOf(await world.type('/help qiuz'))).toContain('Did you mean /quiz?');
  });
});
