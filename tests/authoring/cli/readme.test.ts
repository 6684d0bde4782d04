/** The README’s second section, typed line by line, up to a question that is answered. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { loadLibrary } from '../../../src/packs/read.ts';
import { createWorld } from '../../fakes/world.ts';
import { authorForEachTest, PAGE } from './author.ts';

const author = authorForEachTest();

const section = /## Your own articles\n([\s\S]*?)\n## /.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
const lines = [...section.matchAll(/^npm (?:run pack -- )?([^#\n]*)/gm)].map(([, line = '']) =>
  line.trim().replace('packs/my-club', '@/club').replace('newsletter.html', '@/newsletter.html'),
);

/** What somebody makes of a proposal, as the README tells. */
const WRITTEN = `topic: The ferry
entries:
  - fact: Nora Finch was the first to take the postman over to Gull Island, in 1931.
    receipt: newsletter#1
  - question: Who sat in the boat when Nora Finch first rowed to Gull Island?
    right: The postman
    wrong: [The vicar, A goat, Her brother]
    payoff: She has had successors ever since.
`;

describe('the README’s own articles', () => {
  it('are five lines from a file to a question', () => {
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['new', 'add', 'draft', 'check', 'start']);
    expect(lines.at(-1)).toBe('start -- --pack @/club');
  });

  it('become a question that is asked, answered and proven', async () => {
    await author.puts('newsletter.html', PAGE);
    for (const line of lines.filter((one) => !one.startsWith('start'))) {
      const { code, said } = await author.types(line);
      expect([line, code, said]).toEqual([line, 0, expect.any(String)]);
    }
    expect(await author.reads('club/topics/newsletter.yaml')).toContain('draft: true');
    await author.puts('club/topics/newsletter.yaml', WRITTEN);
    const { code, out } = await author.types('check --pack @/club');
    expect([code, out]).toEqual([0, expect.stringContaining(': 0 errors')]);
    const world = await createWorld({ library: await loadLibrary(author.club()) });
    await world.type('/quiz ferry');
    const card = world.platform.shown[0]?.card;
    if (!card) throw new Error('nothing was asked');
    expect(cardToText(card)).toContain('Who sat in the boat');
    const [round] = await world.store.unrevealedRounds();
    await world.press(
      { do: 'answer', round: round?.id ?? '', option: round?.shown.right ?? 0 },
      { user: 'ada' },
    );
    await world.clock.advance(45_000);
    const shown = JSON.stringify(world.platform.shown[0]?.card);
    expect(shown).toContain('https://gull.example/ferry');
    await world.close();
  });
});
