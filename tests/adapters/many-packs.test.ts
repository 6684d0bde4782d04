/** Thirty packs with the longest titles, as both platforms would receive them: nothing is cut, no limit is broken. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderCard as renderForDiscord } from '../../src/adapters/discord/render.ts';
import { renderCard as renderForSlack } from '../../src/adapters/slack/render.ts';
import { blocksOf, type Card } from '../../src/core/cards/card.ts';
import { buildLibrary } from '../../src/core/dataset/library.ts';
import { checkMessage as checkForDiscord } from '../fakes/discord/validate.ts';
import { severalPacks } from '../fakes/several-packs.ts';
import { checkMessage as checkForSlack } from '../fakes/slack/check-message.ts';
import { createWorld, here, tokensOf, type World } from '../fakes/world.ts';

const mod = { user: 'mod', manages: true };
const [, handbook] = (await severalPacks).packs;
if (!handbook) throw new Error('no pack');

/** A digit might be meant for how many questions. */
const lettered = (at: number): string => `${'abcdef'[Math.trunc(at / 6)]}${'uvwxyz'[at % 6]}`;

const longest = (words: string, at: number, length: number) =>
  `${lettered(at)} ${words} `
    .padEnd(length - 1, 'of the very long and winding history of everything ')
    .slice(0, length - 1)
    .trim()
    .padEnd(length, '!');
const packs = Array.from({ length: 30 }, (_, at) => ({
  ...handbook,
  info: {
    ...handbook.info,
    id: `${'p'.repeat(57)}-${lettered(at)}`,
    title: longest('Handbook', at, 100),
    about: longest('It knows', at, 120),
  },
}));
const titles = packs.map(({ info }) => info.title);

let world: World;
beforeAll(async () => {
  world = await createWorld({ library: buildLibrary(packs) });
});
afterAll(() => world.close());

/** What a reader sees, without line ends that a platform may set otherwise. */
const shown = (card: Card) => {
  const [discord, slack] = [renderForDiscord(card), renderForSlack(card)];
  expect(checkForDiscord(discord)).toMatchObject({ ok: true });
  expect(checkForSlack(slack.text, slack.blocks, 4_000)).toMatchObject({ ok: true });
  return [JSON.stringify(discord), JSON.stringify(slack)];
};

/** All pages of a list, by its button “More”. */
async function pagesOf(line: string): Promise<readonly Card[]> {
  const cards: Card[] = [];
  for (
    let { card } = await world.type(line, mod);
    ;
    { card } = await world.press(moreIn(card) ?? '', { ...mod, user: `mod${cards.length}` })
  ) {
    cards.push(card);
    if (cards.length > 40 || moreIn(card) === undefined) return cards;
  }
}

const moreIn = (card: Card) =>
  blocksOf(card)
    .flatMap((block) => (block.type === 'choices' ? block.choices : []))
    .find(({ label }) => label.startsWith('More'))?.token;

describe('thirty packs with the longest titles', () => {
  it('are listed whole on both platforms', async () => {
    const pages = await pagesOf('/packs');
    expect(pages).toHaveLength(3);
    for (const platform of [0, 1])
      for (const { info } of packs) {
        const text = pages.map((page) => shown(page)[platform]).join('\n');
        expect(text).toContain(info.title);
        expect(text).toContain(info.about);
      }
  });

  it('are proposed within the limits of both, and found by what was proposed', async () => {
    for (const [command, subcommand, option] of [
      ['packs', 'off', 'name'],
      ['quiz', undefined, 'pack'],
    ] as const) {
      const proposed = await world.bot.suggest({
        place: here,
        command,
        ...(subcommand && { subcommand }),
        option,
        typed: '',
      });
      expect(proposed.length).toBeLessThanOrEqual(25);
      for (const { name } of proposed) expect(name.length).toBeLessThanOrEqual(100);
      expect(titles).toEqual(expect.arrayContaining(proposed.map(({ name }) => name)));
    }
    const reply = await world.type(`/fact pack: ${titles[7]}`, mod);
    expect(reply).toMatchObject({ to: 'everyone' });
    shown(reply.card);
  });

  it('have each name proposed once, though all of them tell of it', async () => {
    for (const [command, option] of [
      ['fact', 'about'],
      ['quiz', 'topic'],
    ] as const)
      for (const typed of ['', 'the', 'halloway']) {
        const names = (await world.bot.suggest({ place: here, command, option, typed })).map(
          ({ name }) => name,
        );
        expect(names).not.toEqual([]);
        expect(new Set(names).size).toBe(names.length);
      }
  });

  it('are asked back in a message that both take, with buttons that do what they say', async () => {
    for (const line of [
      '/packs off handbook',
      '/quiz pack: handbook 10 hard 300s topic: the house and its people',
      '/fact pack: handbook',
    ]) {
      const { card } = await world.type(line, mod);
      shown(card);
      expect(tokensOf(card)).toHaveLength(5);
    }
    const { card } = await world.type('/packs off handbook', mod);
    await world.press(tokensOf(card)[2] ?? '', mod);
    const { packs: on } = await world.store.settingsOf(here);
    expect(on).toHaveLength(29);
    await world.store.choosePacks(here, undefined);
  });

  it('have sources and left-out topics that are shown whole', async () => {
    const sources = await pagesOf('/sources');
    for (const page of sources) shown(page);
    for (const platform of [0, 1])
      for (const title of titles)
        expect(sources.map((page) => shown(page)[platform]).join('\n')).toContain(title);
    for (const topic of [...world.library.topics.keys()].slice(0, 12))
      await world.store.leaveOut(here, 'topic', topic, 0);
    const { card } = await world.type('/packs left-out', mod);
    for (const text of shown(card)) expect(text).toContain(titles[2]);
  });
});
