/** The boards of several packs that one bot knows. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/core/cards/card.ts';
import { HANDBOOK, severalPacks, TRUMPS } from '../fakes/several-packs.ts';
import { createWorld, textOf, tokensOf, type World } from '../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ start: '2026-11-24T08:00:00Z', library: await severalPacks });
});
afterEach(() => world.close());

/** A question of the pack that this person knows, from beginning to end. */
async function known(user: string, pack: string): Promise<void> {
  await world.type(`/quiz pack: ${pack}`, { user });
  const [open] = await world.store.unrevealedRounds();
  if (!open) throw new Error('no round is open');
  await world.press({ do: 'answer', round: open.id, option: open.shown.right }, { user });
  await world.clock.advance(60_000);
}

const ask = (words: string, user = 'reader') => world.type(`/leaderboard ${words}`, { user });
const board = async (words: string, user?: string) => textOf(await ask(words, user));
/** Who is named, but for who looks. */
const bestOf = async (words: string) =>
  blocksOf((await ask(words)).card)
    .flatMap((block) => (block.type === 'text' ? block.text : []))
    .flatMap((part) => (typeof part === 'object' && 'player' in part ? [part.player] : []))
    .filter((player) => player !== 'reader');

describe('/leaderboard with a pack', () => {
  it('shows who knew most of that pack, and the board of all goes on to hold everything', async () => {
    await known('ana', HANDBOOK);
    await known('ben', TRUMPS);
    expect(await board('pack: handbook')).toContain(
      'Leaderboard · The handbook of Halloway Weather · This week, this channel',
    );
    for (const words of ['today', 'week', 'month', 'all', 'all everywhere']) {
      expect(await bestOf(`${words} pack: handbook`)).toEqual(['ana']);
      expect(await bestOf(`${words} pack: ${TRUMPS}`)).toEqual(['ben']);
      expect((await bestOf(words)).toSorted()).toEqual(['ana', 'ben']);
    }
    expect(await board('me pack: handbook', 'ana')).toContain('This week: 1 point');
    expect(await board(`me pack: ${TRUMPS}`, 'ana')).toContain('This week: no point');
  });

  it('proposes packs by their titles, and finds one by a part of its title or by its id', async () => {
    const proposed = async (typed: string) => {
      const { place } = world;
      const request = { place, command: 'leaderboard', option: 'pack', typed };
      return (await world.bot.suggest(request)).map(({ name }) => name);
    };
    const titles = (await severalPacks).packs.map(({ info }) => info.title);
    expect((await proposed('')).toSorted()).toEqual(titles.toSorted());
    for (const title of titles) expect(await board(`pack: ${title}`)).toContain(title);
    expect(await board(`pack: ${TRUMPS}`)).toContain('Leaderboard · ');
  });

  it('says which there are where there is none of that name, and asks where it could be several', async () => {
    expect(await board('pack: nonsense')).toContain('There is no pack called “nonsense”. There is: ');
    const unclear = await world.type('/leaderboard month everywhere pack: the');
    for (const token of tokensOf(unclear.card))
      expect(textOf(await world.press(token))).toContain('This month, all channels');
  });

  it('names a wider one of the same pack where this one is empty', async () => {
    await known('ana', HANDBOOK);
    world.clock.jumpTo(Date.parse('2026-12-24T08:00:00Z'));
    const line = /All time has some: (.*)/.exec(await board('pack: handbook'))?.[1] ?? '';
    expect(line).toContain('/leaderboard all pack: ');
    expect(await bestOf(line.replace('/leaderboard ', ''))).toEqual(['ana']);
  });

  it('stands in the help only where there are several', async () => {
    expect(textOf(await world.type('/help leaderboard'))).toContain('pack – ');
    const one = await createWorld();
    expect(textOf(await one.type('/help leaderboard'))).not.toContain('pack – ');
    await one.close();
  });
});
