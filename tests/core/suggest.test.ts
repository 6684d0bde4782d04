import { expect, it } from 'vitest';
import { say } from '../../src/core/cards/card.ts';
import { nameWords, wordsOf } from '../../src/core/facts/fold.ts';
import { createBot } from '../../src/core/requests/bot.ts';
import { type Command, defineAction } from '../../src/core/requests/command.ts';
import { toAsker } from '../../src/core/requests/request.ts';
import { createWorld, here } from '../fakes/world.ts';

it('looks at no more of what is typed than the option takes, whatever a platform sends', async () => {
  const world = await createWorld();
  const read: string[] = [];
  const echo: Command = {
    name: 'echo',
    description: 'Echo',
    managersOnly: false,
    examples: () => [],
    actions: {
      sole: defineAction({
        audience: 'asker',
        options: {
          words: {
            kind: 'text',
            description: 'Words',
            maxLength: 5,
            suggest: (typed) => {
              read.push(typed);
              return [];
            },
          },
        },
        run: async () => toAsker(say('neutral', '')),
      }),
    },
  };
  const bot = createBot({ ...world.services, commands: [echo] });
  await bot.suggest({ place: here, command: 'echo', option: 'words', typed: 'ﬁ'.repeat(6_000) });
  expect(read).toEqual(['ﬁ'.repeat(5)]);
  await world.close();
});

it('reads compounds as one word, also behind digits, and a run of letters of any length', () => {
  expect(wordsOf('4th-grade back-channel Saint-Tropez')).toEqual([
    '4thgrade',
    'backchannel',
    'saint',
    'tropez',
  ]);
  expect(nameWords('4th-grade')).toEqual(['4th', 'grade']);
  // By its square it would take minutes.
  expect(wordsOf('a'.repeat(300_000))).toHaveLength(1);
});
