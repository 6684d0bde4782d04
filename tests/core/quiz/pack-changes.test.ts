/** A pack that is corrected, or grows, while its questions stand open: people are judged by what they were shown. */
import { afterEach, describe, expect, it } from 'vitest';
import { blocksOf, type Card } from '../../../src/core/cards/card.ts';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { buildLibrary, type Library } from '../../../src/core/dataset/library.ts';
import type { Pack } from '../../../src/core/dataset/pack.ts';
import type { Question } from '../../../src/core/dataset/schema.ts';
import { bareId } from '../../../src/core/dataset/scope.ts';
import type { Round } from '../../../src/core/ports/store.ts';
import { loadLibrary } from '../../../src/packs/read.ts';
import { blockOf, createWorld, textOf, tokensOf, type World } from '../../fakes/world.ts';

const before = await loadLibrary('data');

let world: World;
afterEach(() => world.close());

type Change = (question: Question) => Question | undefined;

/** The same packs after an author changed one question; undefined: it is gone. */
const changed = (id: string, change: Change): Library =>
  buildLibrary(
    before.packs.map(
      (pack): Pack => ({
        ...pack,
        questions: pack.questions.flatMap((one) => (one.id === bareId(id) ? (change(one) ?? []) : [one])),
      }),
    ),
  );

interface Opened {
  readonly round: Round;
  /** The card that people saw. */
  readonly card: Card;
  /** Lets the round's time run out, in a new process that knows the given packs. */
  reveal(after: (round: Round) => Library): Promise<Card>;
}

const ways = [
  ['a daily question', '/daily now', 24 * 60 + 1],
  ['a question of a quiz', '/quiz', 3],
] as const;

async function open(command: string, minutes: number): Promise<Opened> {
  world = await createWorld({ library: before });
  await world.type(command, { manages: true });
  const [round] = await world.store.unrevealedRounds();
  const card = world.platform.shown[0]?.card;
  if (!round || !card) throw new Error('nothing was asked');
  const { right } = round.shown;
  await world.press({ do: 'answer', round: round.id, option: right }, { user: 'bea' });
  await world.press({ do: 'answer', round: round.id, option: (right + 1) % 4 }, { user: 'cem' });
  return {
    round,
    card,
    reveal: async (after) => {
      world = await world.restart({ library: after(round) });
      await world.minutes(minutes);
      return world.platform.shown[0]?.card ?? card;
    },
  };
}

const optionsOn = (card: Card) => blockOf(card, 'options')?.options.map(({ text }) => text);
const right = (card: Card) => blockOf(card, 'options')?.options.find(({ mark }) => mark === 'right')?.text;
/** Who stands on the board; whoever asks for it is told about themselves. */
const points = async () =>
  blocksOf((await world.type('/leaderboard all')).card)
    .flatMap((block) => (block.type === 'text' ? block.text : []))
    .flatMap((part) => (typeof part === 'object' && 'player' in part ? [part.player] : []))
    .filter((player) => player !== 'ada');

describe.each(ways)('%s whose pack changes while it is open', (_, command, minutes) => {
  it.each<[string, Change]>([
    [
      'a wrong option is reworded',
      (one) => ({ ...one, wrong: one.wrong.map((wrong) => ({ ...wrong, text: `${wrong.text}, anew` })) }),
    ],
    ['its wrong options change places', (one) => ({ ...one, wrong: one.wrong.toReversed() })],
    ['it gets fewer wrong options', (one) => ({ ...one, wrong: one.wrong.slice(0, 1) })],
    ['its prompt is put better', (one) => ({ ...one, prompt: `Well then: ${one.prompt}` })],
    [
      'the right answer is only written otherwise',
      (one) => ({ ...one, right: { ...one.right, text: `${one.right.text.toUpperCase()}.` } }),
    ],
  ])('is scored and shown as people saw it, where %s', async (_name, change) => {
    const { card, round, reveal } = await open(command, minutes);
    const shown = await reveal((one) => changed(one.questionId, change));
    expect(optionsOn(shown)).toEqual(optionsOn(card));
    expect(right(shown)).toBe(round.shown.options[round.shown.right]);
    expect(cardToText(shown)).toContain(round.shown.prompt);
    expect(await points()).toContain('bea');
  });

  it('counts for nobody where its right answer was corrected, and shows the new one with its receipt', async () => {
    const { card, reveal } = await open(command, minutes);
    const correct: Change = (one) => ({ ...one, right: { ...one.right, text: 'Something else' } });
    const shown = await reveal((one) => changed(one.questionId, correct));
    expect(shown.kind).toBe('cited');
    expect(optionsOn(shown)).toEqual(optionsOn(card));
    expect(right(shown)).toBeUndefined();
    expect(cardToText(shown)).toMatch(/corrected while it was open, so it counts for nobody/);
    expect(cardToText(shown)).toContain('Something else');
    expect(await points()).toEqual([]);
  });

  it('counts for nobody where one of its wrong options is right now', async () => {
    const { reveal } = await open(command, minutes);
    const swap: Change = (one) => {
      const [first, ...rest] = one.wrong;
      if (!first) throw new Error('a question without a wrong option');
      return {
        ...one,
        right: { ...one.right, text: first.text },
        wrong: [{ ...first, text: one.right.text }, ...rest],
      };
    };
    const shown = await reveal((one) => changed(one.questionId, swap));
    expect(right(shown)).toBeUndefined();
    expect(await points()).toEqual([]);
  });

  it('is proved by the receipts of today where the claim it rested on was withdrawn', async () => {
    const { round, reveal } = await open(command, minutes);
    const [other] = [...before.claims.values()].filter(
      ({ receipts }) => receipts[0].article !== articleOf(round),
    );
    if (!other) throw new Error('no other article');
    const rest: Change = (one) => ({ ...one, right: { ...one.right, claims: [bareId(other.id)] } });
    const shown = await reveal((one) => changed(one.questionId, rest));
    const title = before.articles.get(other.receipts[0].article)?.title;
    expect(shown.kind === 'cited' && shown.receipts[0].title).toBe(title);
    expect(await points()).toContain('bea');
  });

  it('says that it was withdrawn, and counts for nobody, where it is gone', async () => {
    const { round, reveal } = await open(command, minutes);
    const shown = await reveal((one) => changed(one.questionId, () => undefined));
    expect(cardToText(shown)).toMatch(/withdrawn while it was open/);
    expect(cardToText(shown)).toContain(round.shown.prompt);
    expect(await points()).toEqual([]);
  });

  it('keeps its points and its result where the pack changes after the reveal, whoever presses again', async () => {
    const { round, reveal } = await open(command, minutes);
    const host = { user: 'ada', manages: true };
    const unchanged = await reveal(() => before);
    const correct: Change = (one) => ({ ...one, right: { ...one.right, text: 'Something else' } });
    for (const change of [correct, () => undefined]) {
      world = await world.restart({ library: changed(round.questionId, change) });
      await world.press({ do: 'reveal', round: round.id }, host);
      expect(world.platform.shown[0]?.card).toEqual(unchanged);
      expect(await points()).toContain('bea');
    }
  });

  it('says the same where its whole pack is gone', async () => {
    const { reveal } = await open(command, minutes);
    const other = await loadLibrary('tests/fixtures/packs');
    expect(cardToText(await reveal(() => other))).toMatch(/withdrawn while it was open/);
    expect(await points()).toEqual([]);
  });
});

const articleOf = ({ questionId }: Round) =>
  before.claims.get(before.question(questionId)?.right.claims[0] ?? '')?.receipts[0].article;

describe('a daily question that counts for nobody', () => {
  it('neither breaks a streak nor adds to one', async () => {
    world = await createWorld({ library: before });
    await world.type('/daily set 09:00', { manages: true });
    const answerOpen = async () => {
      const [round] = await world.store.unrevealedRounds();
      await world.press({ do: 'answer', round: round?.id ?? '', option: 0 }, { user: 'bea' });
      return round?.questionId ?? '';
    };
    await world.minutes(2 * 60);
    await answerOpen();
    await world.minutes(24 * 60);
    const id = await answerOpen();
    world = await world.restart({ library: changed(id, () => undefined) });
    await world.minutes(24 * 60);
    await answerOpen();
    await world.minutes(24 * 60);
    expect(textOf(await world.type('/mydata show', { user: 'bea' }))).toContain(': 2 days');
  });
});

describe('a private question', () => {
  it.each<[string, Change, RegExp]>([
    ['was withdrawn', () => undefined, /withdrawn while it was open/],
    [
      'was corrected',
      (one) => ({ ...one, right: { ...one.right, text: 'Something else' } }),
      /corrected while it was open/,
    ],
  ])('that %s says so, and the next one comes', async (_name, change, words) => {
    world = await createWorld({ library: before });
    const [pick] = tokensOf((await world.type('/quiz private questions: 2')).card);
    if (pick?.do !== 'pick') throw new Error('no options');
    const round = await world.store.findRound(pick.round);
    world = await world.restart({ library: changed(round?.questionId ?? '', change) });
    const { card } = await world.press(pick);
    expect(cardToText(card)).toMatch(words);
    expect(tokensOf(card).map((token) => token.do)).toContain('next');
  });
});
