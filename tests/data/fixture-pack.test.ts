/** An invented story in place of the shipped one, and beside it: nothing is tied to the pack that the bot comes with. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTexts } from '../../src/authoring/article/texts.ts';
import { proposeQuestions } from '../../src/authoring/drafts/propose-questions.ts';
import { lint } from '../../src/authoring/lint/lint.ts';
import type { Card } from '../../src/core/cards/card.ts';
import { cardToText } from '../../src/core/cards/card-text.ts';
import { problemToText } from '../../src/core/dataset/pack.ts';
import { loadLibrary, loadPacks } from '../../src/packs/read.ts';
import { blockOf, createWorld, textOf, tokensOf, type World } from '../fakes/world.ts';

const PACKS = 'tests/fixtures/packs';
const ARTICLES = 'tests/fixtures/articles';

const library = await loadLibrary(PACKS);
const [pack] = await loadPacks(PACKS);
if (!pack) throw new Error(`no pack in ${PACKS}`);
const texts = await readTexts(
  ARTICLES,
  pack.articles.map(({ id }) => id),
);

describe('a pack about another story', () => {
  it('has something in every field that a pack can fill', () => {
    const { claims, entities, questions, released, info, disagreements, leftOut } = pack;
    for (const field of ['asOf', 'overtaken', 'date', 'reserved'] as const)
      expect(claims.filter((claim) => claim[field] !== undefined)).not.toEqual([]);
    for (const field of ['refuted', 'denials', 'events'] as const)
      expect(claims.filter((claim) => claim[field].length > 0)).not.toEqual([]);
    expect(new Set(claims.map(({ status }) => status)).size).toBe(3);
    expect(new Set(disagreements.map(({ kind }) => kind)).size).toBe(2);
    expect(entities.some(({ minor }) => minor) && entities.some(({ invented }) => invented)).toBe(true);
    expect(questions.some(({ formerly }) => formerly.length > 0)).toBe(true);
    expect(released.some(({ withdrawn }) => withdrawn !== undefined)).toBe(true);
    expect(info.contested).toHaveLength(1);
    expect(leftOut).not.toEqual([]);
  });

  it('is content with every rule', () => {
    expect(lint(pack, { texts, severities: { voice: 'off' } }).map(problemToText)).toEqual([]);
  });

  it('yields proposals for questions by rule', () => {
    expect(proposeQuestions(pack).length).toBeGreaterThan(10);
  });
});

describe('beside the shipped pack', () => {
  const root = mkdtempSync(join(tmpdir(), 'receipts-two-packs-'));
  beforeAll(() => {
    cpSync('data', root, { recursive: true });
    cpSync(PACKS, root, { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('is known with it, each with its own claims and questions', async () => {
    const both = await loadLibrary(root);
    const shipped = await loadLibrary('data');
    expect(both.packs.map(({ info }) => info.id)).toEqual(['kardashian-trump', 'lighthouse']);
    expect(both.claims.size).toBe(shipped.claims.size + library.claims.size);
    expect(both.questions.size).toBe(shipped.questions.size + library.questions.size);
  });
});

describe('a bot that knows only this story', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ library });
  });
  afterEach(() => world.close());

  const cardAt = (index: number): Card => {
    const message = world.platform.shown[index];
    if (!message) throw new Error(`message ${index} was not posted`);
    return message.card;
  };

  async function answerRight(card: Card, user: string): Promise<string> {
    const token = tokensOf(card).find((one) => one.do === 'answer');
    const round = token && (await world.store.findRound(token.round));
    if (!round) throw new Error('no round');
    return textOf(await world.press({ do: 'answer', round: round.id, option: round.shown.right }, { user }));
  }

  it.each([
    ['a person', 'Wen Caldry', 'Wen Caldry'],
    ['a misspelt person', 'dunstan perivale', 'Dunstan Perrivale'],
    ['an alias', 'the last keeper', 'Ivo Quessant'],
    ['a place', 'Coldharrow', 'Coldharrow'],
    ['a programme', 'keeper for a week', 'Keeper for a Week'],
    ['a year', '1984', '1984'],
    ['a year long past', '1871', '1871'],
    ['a month', 'March 2017', 'March 2017'],
    ['an event', 'relighting', 'lit again'],
    ['a word in the language of an article', 'phare', 'Varn Light'],
  ])('finds a fact by %s, with its receipt', async (_, words, expected) => {
    const { card } = await world.type(`/fact ${words}`);
    expect(cardToText(card)).toContain(expected);
    expect(blockOf(card, 'receipts')?.receipts[0].url).toMatch(/^https:\/\/[a-z-]+\.example\//);
  });

  it('shows the denial with what the contested book says, and on whose word each of both stands in the article', async () => {
    const { card } = await world.type('/fact shipyard');
    expect(cardToText(card)).toMatch(/Alleged[\s\S]*shipyard[\s\S]*un roman/);
    expect(blockOf(card, 'receipts')?.receipts.map(({ passages }) => passages)).toEqual([
      [
        { paragraphs: [3], attribution: ['Wen Caldry’s book'] },
        { paragraphs: [4], attribution: ['Sunniva Brack'] },
      ],
    ]);
  });

  it('never tells of the child by chance, and never asks about him', async () => {
    for (let count = 0; count < library.claims.size; count += 1)
      expect(textOf(await world.type('/fact'))).not.toContain('Pip');
    const proving = [...library.questions.values()].flatMap(({ right }) => right.claims);
    expect(proving).not.toContain('varn-pip-drawing');
  });

  it('plays a quiz to its end: question, answer, reveal with receipts, standing', async () => {
    await world.type('/quiz 2');
    for (const at of [0, 1]) {
      expect(cardToText(cardAt(at))).toContain(`question ${at + 1} of 2`);
      expect(await answerRight(cardAt(at), 'bea')).toContain('Locked in');
      await world.clock.advance(45_000);
      const options = blockOf(cardAt(at), 'options')?.options ?? [];
      expect(options.filter(({ mark }) => mark === 'right')).toHaveLength(1);
      expect(blockOf(cardAt(at), 'receipts')?.receipts[0].url).toMatch(/\.example\//);
      await world.clock.advance(16_000);
    }
    expect(cardToText(cardAt(2))).toMatch(/Quiz over\n.* wins with 2 of 2\.\n1\. .* 2 points in 2 tries/);
  });
});
