/** Every card that any claim or question of any pack can become, as both platforms would receive it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCard as renderForDiscord } from '../../src/adapters/discord/render.ts';
import { renderCard as renderForSlack } from '../../src/adapters/slack/render.ts';
import { blocksOf, type Card, type PlainBlock, plainCard } from '../../src/core/cards/card.ts';
import { cardToText } from '../../src/core/cards/card-text.ts';
import { buildLibrary } from '../../src/core/dataset/library.ts';
import { factCard } from '../../src/core/facts/fact-card.ts';
import { sidesCard } from '../../src/core/facts/sides.ts';
import { placeOf, playerOf } from '../../src/core/ids.ts';
import type { Quiz, Round } from '../../src/core/ports/store.ts';
import { questionCard } from '../../src/core/quiz/cards/question-card.ts';
import { correctedCard, revealCard, withdrawnCard } from '../../src/core/quiz/cards/result-card.ts';
import { putQuestion } from '../../src/core/quiz/question.ts';
import { provingClaims } from '../../src/core/quiz/select.ts';
import { quizTitle } from '../../src/core/quiz/whose.ts';
import { loadPacks } from '../../src/packs/read.ts';
import { labelsIn } from '../adapters/discord/markdown.ts';
import { harbourRules } from '../core/quiz/harbour-rules.ts';
import { checkMessage as checkForDiscord } from '../fakes/discord/validate.ts';
import { createSeededRandom } from '../fakes/random.ts';
import { checkMessage as checkForSlack } from '../fakes/slack/check-message.ts';
import { tokensOf } from '../fakes/world.ts';

/** What ships, a pack about another story, for nothing may depend on the first, and one of texts that may be shown. */
const library = buildLibrary([
  ...(await loadPacks('data')),
  ...(await loadPacks('tests/fixtures/packs')),
  ...harbourRules.packs,
]);
const place = placeOf('test', 'W'.repeat(20), 'C'.repeat(20));
const player = (id: number) => playerOf('test', 'W'.repeat(20), `9${String(id).padStart(18, '0')}`);

const claims = [...library.claims.values()];
const questions = [...library.questions.values()];

const quiz: Quiz = {
  id: 'q'.repeat(16),
  place,
  starter: player(1),
  topic: '',
  total: 10,
  secondsPerRound: 45,
  isPrivate: false,
  state: 'running',
  startedAt: 0,
};

const rounds = fc.record({
  question: fc.constantFrom(...questions),
  chance: fc.integer(),
  chosen: fc.array(fc.nat(3), { maxLength: 40 }),
  isPrivate: fc.boolean(),
});

function cardsOf({
  question,
  chance,
  chosen,
  isPrivate,
}: typeof rounds extends fc.Arbitrary<infer Value> ? Value : never): readonly Card[] {
  const shown = putQuestion(question, createSeededRandom(chance));
  const round: Round = {
    id: 'r'.repeat(16),
    place,
    questionId: question.id,
    shown,
    openedAt: 0,
    closesAt: 45_000,
    belongsTo: { quiz: quiz.id, number: 10 },
    isPrivate,
    messageId: 'm1',
    closedAt: undefined,
    isVoid: false,
    state: 'open',
    unsureSince: undefined,
    retryAt: 0,
  };
  const answers = chosen.map((option, at) => ({
    player: player(at),
    option,
    right: option === shown.right,
    at,
  }));
  const own = isPrivate && chosen[0] !== undefined ? { chosen: chosen[0] } : {};
  return [
    questionCard(library, round, { title: quizTitle(quiz, 10), answers: answers.length, quiz }),
    revealCard(library, { round, question, title: quizTitle(quiz, 10), answers, ...own }),
    correctedCard(library, { round, question, title: quizTitle(quiz, 10) }),
    withdrawnCard(quizTitle(quiz, 10), round),
  ];
}

function fitsBoth(card: Card) {
  const discord = checkForDiscord(renderForDiscord(card));
  const { text, blocks } = renderForSlack(card);
  const slack = checkForSlack(text, blocks, 4_000);
  return { discord: discord.ok ? 'fits' : discord, slack: slack.ok ? 'fits' : slack };
}

const FITS = { discord: 'fits', slack: 'fits' };

/** Discord shows the backslashes in the label of a link, and a paragraph's sign belongs to its number. */
function readsWell(card: Card) {
  for (const { description } of renderForDiscord(card).embeds)
    for (const label of labelsIn(description)) expect(label).not.toContain('\\');
  const faces = [renderForDiscord(card), renderForSlack(card)].map((face) => JSON.stringify(face));
  for (const face of [...faces, cardToText(card)]) expect(face).not.toMatch(/¶(?!\u00A0\d)/);
}

/** Whoever has embeds switched off reads this alone, and what stands on the buttons. */
function saysItself(card: Card, ...texts: readonly string[]) {
  const { content, components } = renderForDiscord(card);
  const labels = components.flatMap((row) => row.components.map(({ label }) => label));
  const plain = [content.replace(/\\(?=[^0-9A-Za-z\s])/g, ''), ...labels].join('\n');
  for (const text of texts) expect(plain).toContain(text);
  if (card.kind === 'cited')
    expect(card.receipts.map(({ publisher }) => plain.includes(publisher))).toContain(true);
}

/** What people read, whole: nothing of our own data is ever cut, but what is quoted where it is too long to read. */
function isWhole(card: Card) {
  const shortened = (text: string) => text.replace(/\s+/g, ' ');
  const discord = JSON.stringify(renderForDiscord(card));
  const slack = JSON.stringify(renderForSlack(card));
  const receipts = card.kind === 'cited' ? card.receipts : [];
  for (const { url } of receipts) {
    if (url === undefined) continue;
    expect(discord).toContain(url);
    expect(slack).toContain(url);
  }
  const cut = receipts.filter(({ quotation }) => quotation?.endsWith('…')).length;
  const endings = [discord, slack].map((json) => shortened(json).match(/…(?=["\\])/g)?.length ?? 0);
  expect(endings).toEqual([cut, cut]);
}

describe('every fact of every pack', () => {
  it.each(claims.map((claim) => [claim.id, claim] as const))(
    '%s fits both platforms, whole and with its receipts',
    (_, claim) => {
      const card = factCard(library, claim, 'x'.repeat(60));
      expect(fitsBoth(card)).toEqual(FITS);
      expect(blocksOf(card).filter(({ type }) => type === 'receipts')).toHaveLength(1);
      expect(cardToText(card)).toContain(claim.text);
      isWhole(card);
      readsWell(card);
    },
  );
});

/** What a reader reads: all but whose word a question rests on, receipts and buttons. */
const wordsOn = (card: Card): number => {
  const blocks = blocksOf(card).filter(
    (block, at): block is PlainBlock => block.type !== 'receipts' && !(block.type === 'note' && at === 1),
  );
  const { content, embeds } = renderForDiscord(plainCard(card.tone, ...blocks));
  const shown = [content, ...embeds.map(({ description }) => description)].join(' ');
  return shown.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
};

describe('a fact', () => {
  const told = claims.map((claim) => ({ claim, card: factCard(library, claim, '') }));

  it('is read in ninety words, in most cases in far fewer', () => {
    const words = told.map(({ card }) => wordsOn(card)).toSorted((a, b) => a - b);
    expect(words.at(-1)).toBeLessThanOrEqual(90);
    expect(words[words.length >> 1]).toBeLessThanOrEqual(45);
  });

  it('has what is too long for it a press away, whole', () => {
    const cut = told.filter(({ card }) => tokensOf(card).some((token) => token.do === 'sides'));
    expect(cut.length).toBeGreaterThan(0);
    for (const { claim, card } of told) {
      const text = cardToText(cut.some((one) => one.claim === claim) ? sidesCard(library, [claim]) : card);
      for (const { title, sides } of library.disagreementsOf(claim.id)) {
        expect(text).toContain(title);
        for (const { says } of sides) expect(text).toContain(says.replace(/\.$/, ''));
      }
      for (const denial of claim.denials) expect(text).toContain(library.claims.get(denial)?.text);
    }
  });

  it('says whom an article quotes in its receipt alone', () => {
    for (const { card } of told)
      expect(cardToText(plainCard('neutral', ...card.lead))).not.toMatch(/quoting|Source:/);
  });
});

describe('“Both sides”', () => {
  it.each([
    ...claims.map((claim) => [claim.id, [claim] as const] as const),
    ...questions.map((question) => [question.id, provingClaims(library, question)] as const),
  ])('of %s fits both platforms, whole and with its receipts', (_, [claim, ...others]) => {
    const card = sidesCard(library, [claim, ...others]);
    expect(fitsBoth(card)).toEqual(FITS);
    isWhole(card);
    readsWell(card);
  });
});

describe('every reveal', () => {
  const revealed = questions.map((question) => {
    const chosen = [0, 0, 1, 1, 1, 2, 3, 0].map((option) => option % (question.wrong.length + 1));
    const [, card] = cardsOf({ question, chance: 1, chosen, isPrivate: false });
    if (!card) throw new Error('no reveal');
    return { id: question.id, words: wordsOn(card) };
  });

  it('is read in sixty words, eight players and all', () => {
    expect(revealed.filter(({ words }) => words > 60)).toEqual([]);
  });
});

describe('every question of every pack', () => {
  it.each(questions.map((question) => [question.id, question] as const))(
    '%s fits both platforms, asked and revealed',
    (_, question) => {
      for (const isPrivate of [false, true])
        for (const card of cardsOf({
          question,
          chance: 1,
          chosen: Array.from({ length: 40 }, (_, at) => at % 2),
          isPrivate,
        })) {
          expect(fitsBoth(card)).toEqual(FITS);
          isWhole(card);
          readsWell(card);
          const options = [question.right, ...question.wrong].map(({ text }) => text);
          if (card.tone !== 'problem') saysItself(card, question.prompt, ...options);
        }
    },
  );

  it('fits in any order of options and with any answers, and shows the right answer only with a receipt', () => {
    fc.assert(
      fc.property(rounds, (given) => {
        const [asked, revealed] = cardsOf(given);
        if (!asked || !revealed) throw new Error('two cards');
        expect(fitsBoth(asked)).toEqual(FITS);
        expect(fitsBoth(revealed)).toEqual(FITS);
        expect(JSON.stringify(asked)).not.toMatch(/"mark":"(?:right|wrong)"|"share"/);
        expect(asked.kind).toBe('plain');
        expect(revealed.kind).toBe('cited');
      }),
      { numRuns: 500 },
    );
  });
});
