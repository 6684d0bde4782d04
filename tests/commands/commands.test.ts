import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../src/core/requests/bot.ts';
import { blockOf, createWorld, originOf, textOf, tokensOf, type World } from '../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe('/fact', () => {
  it('tells a fact to everyone, with its receipt', async () => {
    const reply = await world.type('/fact');
    expect(reply).toMatchObject({ type: 'say', to: 'everyone' });
    expect(blockOf(reply.card, 'receipts')?.receipts[0].passages[0].paragraphs[0]).toBeGreaterThan(0);
  });

  it('finds what is asked about, with a typing error too', async () => {
    expect(textOf(await world.type('/fact alice jonson'))).toContain('Johnson');
    expect(textOf(await world.type('/fact about: Met Gala'))).toContain('Met Gala');
  });

  it('does not repeat itself in a place until everything was told', async () => {
    const told = new Set<string>();
    const open = [...world.library.claims.values()].filter(({ reserved }) => reserved === undefined).length;
    for (let count = 0; count < open; count += 1) told.add(textOf(await world.type('/fact')));
    expect(told.size).toBe(open);
  });

  it('says that it knows nothing rather than tell something else, and offers what is near', async () => {
    const reply = await world.type('/fact quantum chromodynamics');
    expect(reply).toMatchObject({ to: 'asker' });
    expect(textOf(reply)).toContain('No article here says anything about “quantum chromodynamics”');
    expect(blockOf(reply.card, 'receipts')).toBeUndefined();
    expect(tokensOf(reply.card).length).toBeGreaterThan(0);
  });

  it('never tells by chance what is kept for those who ask: a child, hardship, the article itself', async () => {
    const reserved = [...world.library.claims.values()]
      .filter((claim) => claim.reserved !== undefined)
      .map(({ text }) => text);
    for (let count = 0; count < 100; count += 1) {
      const text = textOf(await world.type('/fact'));
      expect(reserved.filter((claim) => text.split('\n')[1] === claim)).toEqual([]);
    }
  });

  it('shows the denial with an allegation, and both sides where articles differ', async () => {
    const disputed = [...world.library.claims.values()].find(
      ({ denials, importance }) => denials.length > 0 && importance === 3,
    );
    const differing = [...world.library.packs.flatMap(({ disagreements }) => disagreements)][0];
    if (!disputed || !differing) throw new Error('no such claims');
    const { factCard } = await import('../../src/core/facts/fact-card.ts');
    const { cardToText } = await import('../../src/core/cards/card-text.ts');
    const denial = world.library.claims.get(disputed.denials[0] ?? '');
    const allegation = cardToText(factCard(world.library, disputed, ''));
    expect(allegation.split(denial?.text ?? 'no denial')).toHaveLength(2);
    expect(allegation).not.toMatch(/denied/i);
    const claim = world.library.claim(differing.sides[0]?.claims[0] ?? '');
    if (!claim) throw new Error('no claim');
    const text = cardToText(factCard(world.library, claim, ''));
    expect(text).toMatch(/differ/);
  });

  it('names an article once, with all its paragraphs that say so, whoever it quotes in them', async () => {
    const { factCard } = await import('../../src/core/facts/fact-card.ts');
    for (const claim of world.library.claims.values()) {
      const { receipts } = factCard(world.library, claim, '');
      const titles = receipts.map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it('goes on with another one about the same, or a question about it', async () => {
    const first = await world.type('/fact Alice Marie Johnson');
    const more = tokensOf(first.card).find((token) => token.do === 'fact');
    expect(more).toEqual({ do: 'fact', about: 'Alice Marie Johnson' });
    const second = await world.press(more ?? '');
    expect(textOf(second)).not.toBe(textOf(first));
    expect(textOf(second)).toContain('Johnson');
  });
});

describe('/fact about', () => {
  it('with nothing behind it is /fact', async () => {
    expect(await world.type('/fact about')).toMatchObject({ to: 'everyone', card: { kind: 'cited' } });
  });
});

describe('/sources', () => {
  it('lists every article with its link and how many facts rest on it', async () => {
    const text = textOf(await world.type('/sources'));
    for (const { title, url } of world.library.articles.values()) {
      expect(text).toContain(title);
      expect(text).toContain(url);
    }
    expect(text.match(/\d+ facts rest on it/g)).toHaveLength(world.library.articles.size);
  });
});

describe('a source on which a single fact rests', () => {
  it('is counted as one', async () => {
    const [claim] = world.library.claims.values();
    if (!claim) throw new Error('no claim');
    const library = { ...world.library, claims: new Map([[claim.id, claim]]) };
    const bot = createBot({ ...world.services, library });
    const input = { words: '' };
    const reply = await bot.handle({ kind: 'command', command: 'sources', origin: originOf(), input });
    expect(reply && textOf(reply)).toContain('1 fact rests on it');
  });
});

describe('bad input', () => {
  const hostile = [
    '@everyone',
    '<!channel>',
    '](javascript:alert(1))',
    '🧾'.repeat(40),
    'שלום עולם',
    'x'.repeat(3_000),
    '"'.repeat(80),
    '\u0000\u202E',
    "'; drop table answer; --",
  ];

  it.each(hostile)('“%.24s” as a topic gets a clear answer and breaks nothing', async (words) => {
    for (const command of ['/fact', '/quiz', '/quiz private topic:', '/daily set 09:00 topic:']) {
      const reply = await world.type(`${command} ${words}`, { manages: true });
      expect(textOf(reply).length).toBeGreaterThan(0);
    }
    expect(world.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each([
    ['/quiz 0', 'A quiz has 1 to 10 questions.'],
    ['/quiz 500', 'A quiz has 1 to 10 questions.'],
    ['/quiz seconds: 2', 'Choose 15 to 300 seconds.'],
    ['/quiz topic: quantum chromodynamics', 'There is no question about'],
    ['/leaderboard yesterday', 'Try today, week, month or all; add everywhere for all channels.'],
    ['/fakt', 'There is no command /fakt. Did you mean /fact?'],
    ['/weather', 'There is no command /weather. Type /help for those there are.'],
    ['/mydata shwo', 'Did you mean /mydata show?'],
    [`/fact ${'x'.repeat(3_000)}`, 'about is too long: at most 100 characters'],
  ])('“%.40s” is answered privately with what to do', async (line, answer) => {
    const reply = await world.type(line);
    expect(reply).toMatchObject({ to: 'asker' });
    expect(textOf(reply)).toContain(answer);
  });

  it.each([
    '',
    'vote:1',
    'r1["answer","nobody",1]',
    'r1["stop","nobody"]',
    'r1["next","nobody"]',
    'r1["reveal","nobody"]',
    'r9["answer","x",1]',
  ])('a button with “%s” gets a kind answer', async (token) => {
    expect(textOf(await world.press(token))).toMatch(/not kept any more|older version/);
  });

  it('a fault on our side becomes an apology with a code, and a line in the log', async () => {
    await world.store.close();
    const reply = await world.type('/fact');
    expect(textOf(reply)).toMatch(/Something broke on our side.*[A-Z]+ id-/);
    expect(world.log.lines.at(-1)).toMatchObject({ level: 'error', event: 'request-failed' });
  });
});
