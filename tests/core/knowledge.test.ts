/** Packs that are replaced while somebody is being answered. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/core/cards/card.ts';
import { createFactSearch, searchSteps } from '../../src/core/facts/search.ts';
import { holdKnowledge, type Knowledge } from '../../src/core/knowledge.ts';
import { createBot } from '../../src/core/requests/bot.ts';
import { type Command, type CommandServices, defineAction } from '../../src/core/requests/command.ts';
import { toAsker } from '../../src/core/requests/request.ts';
import { createWorld, originOf, textOf, type World } from '../fakes/world.ts';
import { busyHarbour, claimOf, harbour } from './quiz/harbour.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const knowing = (text: string): Knowledge => {
  const library = harbour([claimOf('boat', text)], []);
  return { library, search: createFactSearch(library) };
};
const [before, after] = [knowing('Mara Quill has a red boat.'), knowing('Mara Quill has a green boat.')];

/** A bot whose command `/wait` is still running when the packs are replaced. */
function replacing() {
  const holder = holdKnowledge(before);
  const wait: Command = {
    name: 'wait',
    description: 'Waits',
    managersOnly: false,
    examples: () => [],
    actions: {
      sole: defineAction({
        audience: 'asker',
        options: {},
        run: async ({ services }) => {
          const begun = services.library;
          holder.replace(after);
          await Promise.resolve();
          const [claim] = services.search.find('boat');
          const goesOn = begun === services.library && claim === begun.claims.get('harbour/boat');
          return toAsker(say('neutral', goesOn ? 'the same' : 'another'));
        },
      }),
    },
  };
  const services: CommandServices = {
    ...world.services,
    commands: [...world.services.commands, wait],
    get library() {
      return holder.library;
    },
    get search() {
      return holder.search;
    },
  };
  const bot = createBot(services);
  const type = async (command: string) => {
    const reply = await bot.handle({ kind: 'command', command, input: { words: '' }, origin: originOf() });
    return reply ? textOf(reply) : '';
  };
  return { type };
}

describe('packs that are replaced', () => {
  it('are known to the next request; one that runs goes on with what it began with', async () => {
    const { type } = replacing();
    expect(await type('fact')).toContain('red boat');
    expect(await type('wait')).toBe('the same');
    expect(await type('fact')).toContain('green boat');
  });

  it('of many facts are indexed in many steps, between which others are answered', () => {
    expect([...searchSteps(busyHarbour(1_000))].length).toBeGreaterThan(7);
    expect([...searchSteps(busyHarbour(10))].length).toBeLessThan(5);
  });

  it('can be searched before all steps are done', () => {
    const library = busyHarbour(1_000);
    const steps = searchSteps(library);
    for (let step = 0; step < 3; step += 1) expect(steps.next().done).toBe(false);
    expect(createFactSearch(library).subjects('', 1)).toHaveLength(1);
    expect(steps.next().done).toBe(true);
  });
});
