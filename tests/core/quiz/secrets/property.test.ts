/** Over every question there is: while it is open, nothing that the bot says singles out one of its options. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Card } from '../../../../src/core/cards/card.ts';
import { cardToText } from '../../../../src/core/cards/card-text.ts';
import { setDaily } from '../../../../src/core/daily/orders.ts';
import type { Library } from '../../../../src/core/dataset/library.ts';
import type { Claim, Question } from '../../../../src/core/dataset/schema.ts';
import { alike, plainly, senseOf } from '../../../../src/core/facts/english.ts';
import { factCard } from '../../../../src/core/facts/fact-card.ts';
import { wordsOf } from '../../../../src/core/facts/fold.ts';
import { createFactSearch, type FactSearch } from '../../../../src/core/facts/search.ts';
import { isStopWord } from '../../../../src/core/facts/stop-words.ts';
import { tellFact } from '../../../../src/core/facts/tell.ts';
import type { OpenQuestion, Store } from '../../../../src/core/ports/store.ts';
import { revealCard } from '../../../../src/core/quiz/cards/result-card.ts';
import { claimsOf } from '../../../../src/core/quiz/giveaways.ts';
import { askAbout } from '../../../../src/core/quiz/private.ts';
import { type Secrets, secretsOf } from '../../../../src/core/quiz/secrets/secrets.ts';
import { factToken } from '../../../../src/core/requests/token.ts';
import { loadLibrary } from '../../../../src/packs/read.ts';
import { openMemoryStore } from '../../../fakes/memory-store.ts';
import { createWorld, here, originOf, tokensOf } from '../../../fakes/world.ts';
import { openOf } from '../harbour.ts';

const CLOSES_AT = Date.UTC(2026, 10, 24, 8);

for (const folder of ['data', 'tests/fixtures/packs']) await specify(folder);

async function specify(folder: string): Promise<void> {
  const library = await loadLibrary(folder);
  const search = createFactSearch(library);
  const asker = await createAsker(library);
  afterAll(() => asker.close());
  const questions = [...library.questions.values()];
  const around = (question: Question) => secretsOf({ library, search }, [openOf(question, CLOSES_AT)], 0);

  describe(`while a question of ${folder} is open`, () => {
    it('every way of asking answers all its options alike, alone and with each word of its prompt', async () => {
      const singledOut: string[] = [];
      for (const question of questions) {
        const said: (readonly string[])[] = [];
        for (const option of optionsOf(question))
          said.push(await asker.replies(question, option, contentWords(question.prompt)));
        const at = said[0]?.findIndex((reply, way) => said.some((other) => other[way] !== reply)) ?? -1;
        if (at >= 0) singledOut.push([question.id, ...said.map((replies) => replies[at])].join('\n'));
      }
      expect(singledOut).toEqual([]);
    });

    it('every way of asking answers a word that means the same as one of an option as it answers the option', async () => {
      const singledOut = new Set<string>();
      for (const question of questions) {
        const [right = ''] = optionsOf(question);
        const refusals = new Set(await asker.replies(question, right, []));
        for (const word of meaningOptions(question)) {
          const said = await asker.replies(question, word, [
            ...contentWords(question.prompt).slice(0, 1),
            'stop',
          ]);
          if (said.some((reply) => !refusals.has(reply))) singledOut.add(`${question.id}: ${word}`);
        }
      }
      expect([...singledOut]).toEqual([]);
    });

    it('asks nothing about a fact that the words of an option had found before', async () => {
      const singledOut: string[] = [];
      for (const question of questions) {
        const found = optionsOf(question).map((option) => foundBefore(search, question, option));
        const claims = [...new Set(found.flat())];
        const refused = new Set<string>();
        for (const claim of claims) if (await asker.isRefused(question, claim)) refused.add(claim);
        const kinds = found
          .filter(({ length }) => length > 0)
          .map((some) => [some.some((id) => refused.has(id)), some.every((id) => refused.has(id))].join());
        if (new Set(kinds).size > 1) singledOut.push(`${question.id}: ${kinds.join(' / ')}`);
      }
      expect(singledOut).toEqual([]);
    });

    it('tells under no name of its prompt, and on no card at all, what proves or refutes an option', () => {
      const facts = [...library.claims.values()].map((claim) => ({
        claim,
        text: cardToText(factCard(library, claim, '')),
      }));
      const reveals = questions.map((one) => ({ one, text: revealOf(library, one) }));
      const told: string[] = [];
      for (const question of questions) {
        const secrets = around(question);
        const core = claimsOf(question).flatMap((id) => library.claims.get(id)?.text ?? []);
        const cards = [
          ...facts.filter(({ claim }) => secrets.tellable([claim]).left.length > 0),
          ...reveals.filter(({ one }) => secrets.askable([one]).left.length > 0),
        ];
        for (const { text } of cards)
          if (core.some((proof) => text.includes(proof))) told.push(`${question.id}: ${text}`);
      }
      expect(told).toEqual([]);
    });

    it('at least four fifths of all facts can be told, by some words or by none', () => {
      const shares = questions.map((one) => shareTold(library, search, around(one)));
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.8);
    });
  });
}

const optionsOf = ({ right, wrong }: Question) => [right.text, ...wrong.map(({ text }) => text)];

const contentWords = (text: string) => [...new Set(wordsOf(text).filter((word) => !isStopWord(word)))];

/** One way to say what each idiom stands for. */
const IDIOMS = [
  'in exchange',
  'in return',
  'release date',
  'fell out',
  'falling out',
  'split up',
  'came out',
  'set free',
];

/** Synonyms, also begun, and idioms for every word by which one of its options differs from the others. */
function meaningOptions(question: Question): readonly string[] {
  const options = optionsOf(question).map(contentWords);
  const words = options.flat().filter((word) => !options.every((some) => some.includes(word)));
  const senses = new Set(words.map(senseOf));
  const isMeant = (idiom: string) => contentWords(plainly(idiom)).some((word) => senses.has(senseOf(word)));
  const synonyms = words
    .flatMap(alike)
    .flatMap((word) => [word, word.slice(0, Math.max(4, word.length - 2))]);
  return [...new Set([...synonyms, ...IDIOMS.filter(isMeant)])].filter((word) => !isStopWord(word));
}

/** What the option’s words found, alone or beside another one that would find something else without them. */
function foundBefore(search: FactSearch, { prompt }: Question, option: string): readonly string[] {
  const found = (words: string) => search.find(words).map(({ id }) => id);
  const beside = contentWords(prompt).flatMap((word) => {
    const [together, alone] = [found(`${option} ${word}`), found(word)];
    return together.join() === alone.join() ? [] : together;
  });
  return [...new Set([...found(option), ...beside])];
}

function revealOf(library: Library, question: Question): string {
  const round = { ...ROUND, questionId: question.id, shown: openOf(question).shown };
  return cardToText(revealCard(library, { round, question, title: NO_TITLE, answers: [] }));
}

const NO_TITLE = { type: 'heading', text: '' } as const;

const ROUND = {
  id: 'round',
  place: here,
  openedAt: 0,
  closesAt: 1,
  belongsTo: { delivery: 'delivery' },
  isPrivate: false,
  messageId: 'message',
  closedAt: 1,
  isVoid: false,
  state: 'closed',
  unsureSince: undefined,
  retryAt: 0,
} as const;

/** A reserved fact is told only where somebody asks for it by a name. */
function shareTold(library: Library, search: FactSearch, secrets: Secrets): number {
  const named = new Set(
    search.subjects('', Number.POSITIVE_INFINITY, secrets.mayOffer).flatMap((subject) => subject.claims),
  );
  const isTold = (claim: Claim) =>
    secrets.tellable([claim]).left.length > 0 && (claim.reserved === undefined || named.has(claim));
  return [...library.claims.values()].filter(isTold).length / library.claims.size;
}

const ORDER = {
  time: '09:00',
  zone: undefined,
  weekdays: undefined,
  pack: undefined,
  reveal: undefined,
  'catch-up': undefined,
} as const;

/** Somebody who asks in every way, while the questions are open that a test says. */
async function createAsker(library: Library) {
  let open: readonly OpenQuestion[] = [];
  const real = await openMemoryStore();
  const store: Store = { ...real, openQuestions: async () => open };
  const world = await createWorld({ library, store });
  const { services, bot } = world;
  const shown = ({ card }: { readonly card: Card }) => JSON.stringify([cardToText(card), tokensOf(card)]);
  const propose = async (command: string, option: string, typed: string) =>
    JSON.stringify(await bot.suggest({ place: here, command, option, typed }));
  const typeTopic = async (topic: string, isPrivate: boolean) => {
    const reply = await bot.handle({
      kind: 'command',
      command: 'quiz',
      input: { named: { topic, private: isPrivate } },
      origin: originOf(),
    });
    return reply && reply.type !== 'done' ? shown(reply) : 'a quiz';
  };
  return {
    close: world.close,
    /** To the option, or to what is typed in its place, alone and with each of the other words. */
    replies: async (
      question: Question,
      option: string,
      beside: readonly string[],
    ): Promise<readonly string[]> => {
      open = [openOf(question, CLOSES_AT)];
      const replies = [shown(await world.press(factToken(option))), await typeTopic(option, false)];
      for (const words of [option, ...beside.map((word) => `${option} ${word}`)].map((one) =>
        one.slice(0, 100),
      ))
        replies.push(
          shown(await tellFact(services, originOf(), words)),
          await typeTopic(words, true),
          shown({ card: await setDaily(services, originOf(), { ...ORDER, topic: words }) }),
          await propose('fact', 'about', words),
          await propose('quiz', 'topic', words),
        );
      return replies;
    },
    isRefused: async (question: Question, claim: string): Promise<boolean> => {
      open = [openOf(question, CLOSES_AT)];
      const card = await askAbout(services, originOf(), claim);
      return tokensOf(card).every(({ do: verb }) => verb === 'fact') && card.tone === 'problem';
    },
  };
}
