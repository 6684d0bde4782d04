/** What players and moderators read of packs that hold their own texts, or only facts, or nothing. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildLibrary, type Library } from '../../src/core/dataset/library.ts';
import { harbour } from '../core/quiz/harbour.ts';
import { harbourRules, OPENING } from '../core/quiz/harbour-rules.ts';
import { createWorld, textOf, tokensOf } from '../fakes/world.ts';

const [rules] = harbourRules.packs;
if (!rules) throw new Error('no pack');

const mod = { user: 'mod', manages: true };

async function worldOf(library: Library) {
  const world = await createWorld({ library });
  onTestFinished(() => world.close());
  return world;
}

describe('texts of one’s own', () => {
  it('are quoted under the fact, and read out with it', async () => {
    const world = await worldOf(harbourRules);
    const text = textOf(await world.type('/fact about: six in the morning'));
    expect(text).toContain('Our own text says');
    expect(text).toContain(`Receipt: “Harbour rules”, Saltby Harbour, ¶\u00a01 – it says: “${OPENING}”`);
  });

  it('are not quoted while a question is open, and under its answer once it is revealed', async () => {
    const world = await worldOf(harbourRules);
    await world.type('/quiz topic: six in the morning');
    const [asked] = world.platform.shown;
    expect(JSON.stringify(asked)).not.toContain('Boats are let in');
    await world.minutes(1);
    expect(world.platform.shown.map((one) => JSON.stringify(one)).join()).toContain('Boats are let in');
  });

  it('stand among the sources with what is known of them', async () => {
    const world = await worldOf(harbourRules);
    const text = textOf(await world.type('/sources'));
    expect(text).toContain('Harbour rules\nSaltby Harbour · 4 facts rest on it');
    expect(text).toContain(
      'How to moor (https://wiki.saltby.example/mooring)\nSaltby Harbour, March 2024 · 2 facts rest on it',
    );
  });
});

describe('a pack of facts without a question', () => {
  const facts = harbour(rules.claims, [], [], rules.articles);
  const said =
    'There are no questions here yet. Whoever runs this bot can add some. Until then it tells facts.';

  it.each(['/quiz', '/quiz hard', '/quiz private', '/quiz topic: harbour', '/quiz 3 moon'])(
    'answers %s with what there is instead',
    async (line) => {
      const world = await worldOf(facts);
      const reply = await world.type(line);
      expect(textOf(reply)).toBe(said);
      expect(reply).toMatchObject({ to: 'asker' });
      const [fact] = tokensOf(reply.card);
      expect(await world.press(fact ?? '')).toMatchObject({ to: 'everyone', card: { kind: 'cited' } });
    },
  );

  it('sets no daily question and says why', async () => {
    const world = await worldOf(facts);
    for (const line of ['/daily set 09:00', '/daily set 09:00 topic: harbour'])
      expect(textOf(await world.type(line, mod))).toBe(said);
    expect(await world.store.findDaily(world.place)).toBeUndefined();
    expect(textOf(await world.type('/daily now', mod))).toContain(
      'There are no questions here yet. Whoever runs this bot can add some.',
    );
  });

  it('says in the status of a daily that was set before why none came', async () => {
    const before = await worldOf(harbourRules);
    await before.type('/daily set 09:00 UTC', mod);
    const world = await before.restart({ library: facts });
    await world.minutes(24 * 60);
    expect(world.platform.shown).toEqual([]);
    expect(textOf(await world.type('/daily status', mod))).toContain('there are no questions here yet');
  });

  it('has help whose examples are of its own', async () => {
    const world = await worldOf(facts);
    const text = textOf(await world.type('/help fact'));
    expect(text).toContain('For example: /fact');
    expect(text).not.toMatch(/Kardashian|Trump|Johnson/);
  });
});

describe('a pack that names nobody', () => {
  const claims = rules.claims.map((one) => ({ ...one, entities: [] }));
  const nameless = harbour(claims, rules.questions, [], rules.articles, []);

  it.each(['two lines', 'berth', 'boats', 'coins'])('is asked about %s', async (words) => {
    const world = await worldOf(nameless);
    expect(await world.type(`/fact ${words}`)).toMatchObject({ to: 'everyone', card: { kind: 'cited' } });
    await world.type(`/quiz ${words}`);
    expect(world.platform.shown).toHaveLength(1);
  });
});

describe('no pack with a fact', () => {
  it('says so, whatever is asked', async () => {
    const world = await worldOf(buildLibrary([]));
    for (const line of ['/fact', '/fact moon'])
      expect(textOf(await world.type(line))).toBe(
        'There are no facts here yet. Whoever runs this bot can add some.',
      );
    expect(textOf(await world.type('/quiz'))).toBe(
      'There are no questions here yet. Whoever runs this bot can add some.',
    );
    expect(textOf(await world.type('/sources'))).toContain('Sources');
  });

  it('is not what a pack is whose every fact waits to be asked for', async () => {
    const claims = rules.claims.map((one) => ({
      ...one,
      reserved: 'delicate' as const,
    }));
    const world = await worldOf(harbour(claims, [], [], rules.articles));
    const text = textOf(await world.type('/fact'));
    expect(text).toContain('No fact is told here without a subject.');
    expect(text).toContain('Try one of these: ');
  });
});
