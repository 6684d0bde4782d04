import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../../src/core/dataset/library.ts';
import { Question } from '../../../../src/core/dataset/schema.ts';
import { createFactSearch } from '../../../../src/core/facts/search.ts';
import { type Place, placeOf } from '../../../../src/core/ids.ts';
import { askedIn } from '../../../../src/core/quiz/asked.ts';
import { secretsOf } from '../../../../src/core/quiz/secrets/secrets.ts';
import { loadPacks } from '../../../../src/packs/read.ts';
import {
  createWorld,
  HOUR,
  here,
  originOf,
  type Replied,
  textOf,
  tokensOf,
  type World,
} from '../../../fakes/world.ts';
import { openOf } from '../harbour.ts';

/** Questions that no release takes away from these tests, in the pack that ships. */
const [first, ...others] = await loadPacks('data');
const pinned = [
  {
    ...{
      id: 'q-johnson-home-state',
      prompt: 'Which US state is Alice Johnson from?',
      topic: 'alice-johnson',
    },
    right: { text: 'Mississippi', claims: ['johnson-from-mississippi'] },
    wrong: [
      { text: 'Georgia', claims: ['johnson-from-mississippi'] },
      { text: 'California', claims: ['dinner-in-california'] },
      { text: 'Louisiana', claims: ['johnson-from-mississippi'] },
    ],
  },
  {
    ...{ id: 'q-book-author', prompt: 'Who wrote Tired of Winning?', topic: 'the-book' },
    right: { text: 'Jonathan Karl', claims: ['book-author'] },
    wrong: [{ text: 'Lia Beck' }, { text: 'Jared Kushner' }, { text: 'Tucker Carlson' }],
  },
  {
    ...{ id: 'q-who-cooks', prompt: 'With whom has Martha Stewart made brownies?', topic: 'friendship' },
    right: { text: 'Snoop Dogg', claims: ['stewart-green-brownies'] },
    wrong: [{ text: 'Kanye West' }, { text: 'Paris Hilton' }, { text: 'Kris Jenner' }],
  },
].map((one) =>
  Question.parse({ ...one, kind: 'choice', fit: 'quiz', difficulty: 2, payoff: 'That is all there is.' }),
);
if (!first) throw new Error('no pack');
const library = buildLibrary([{ ...first, questions: [...first.questions, ...pinned] }, ...others]);

let world: World;
beforeEach(async () => {
  world = await createWorld({ library });
});
afterEach(() => world.close());

/** As a daily stands there until tomorrow. */
async function open(id: string, place: Place = here): Promise<Question> {
  const question = questionNamed(id);
  const now = world.clock.now();
  const quiz = { id: `quiz-${id}`, place, starter: originOf().player, topic: '', total: 1, startedAt: now };
  await world.store.createQuiz({ ...quiz, secondsPerRound: 60, isPrivate: false, state: 'running' });
  const { shown } = openOf(question);
  await world.store.openRound({
    ...{ id: `round-${id}`, place, questionId: id, shown, isPrivate: false },
    ...{ openedAt: now, closesAt: now + 24 * HOUR, belongsTo: { quiz: quiz.id, number: 1 } },
  });
  return question;
}

async function reveal(id: string): Promise<void> {
  await world.store.closeRound(`round-${id}`, world.clock.now());
  await world.store.markRevealed(`round-${id}`);
}

function questionNamed(id: string): Question {
  const question = world.library.question(id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

/** “Which US state …?” Mississippi, Georgia, California or Louisiana; two of them stand in no article. */
const STATE = 'q-johnson-home-state';

const isRefusal = ({ card }: Replied): boolean =>
  card.tone === 'problem' && tokensOf(card).some((token) => token.do === 'fact' && token.about === '');

describe('while a question is open', () => {
  it('is refused in the same words whatever option is named and however, with the time to ask again', async () => {
    await open(STATE);
    const lines = [
      '/fact Mississippi',
      '/fact Georgia',
      '/fact LOUISIANA',
      '/fact Loui-siana',
      '/fact Misisippi',
      '/fact Lousiana',
      '/fact Calif',
      '/fact Geor',
      '/fact Alice Johnson Mississippi',
      '/fact Alice Johnson Georgia',
      '/quiz Mississippi',
      '/quiz Georgia',
      '/quiz private Louisiana',
      '/quiz private Mississippi',
      '/daily set 09:00 topic: Mississippi',
      '/daily set 09:00 topic: Georgia',
    ];
    const cards = [];
    for (const line of lines) cards.push((await world.type(line, { manages: true })).card);
    expect(await world.store.findDaily(here)).toBeUndefined();
    expect(new Set(cards.map((card) => JSON.stringify(card))).size).toBe(1);
    expect(JSON.stringify(cards[0])).toContain(`"time":${world.clock.now() + 24 * HOUR}`);
    const [another] = cards[0] ? tokensOf(cards[0]) : [];
    expect(another && (await world.press(another)).card.kind).toBe('cited');
  });

  it('is asked about again, by every name, once it is revealed', async () => {
    await open(STATE);
    await reveal(STATE);
    expect((await world.type('/fact Mississippi')).card.kind).toBe('cited');
    expect(textOf(await world.type('/fact Georgia'))).toContain('No article here says anything');
  });

  it('changes nothing about a daily on what became its option: only what is typed now is refused', async () => {
    const mod = { manages: true };
    await world.type('/daily set 09:00 topic: Mississippi', mod);
    await open(STATE);
    await world.type('/daily set 10:00', mod);
    expect(await world.store.findDaily(here)).toMatchObject({ time: '10:00', topic: 'Mississippi' });
    expect(isRefusal(await world.type('/daily set 11:00 topic: Georgia', mod))).toBe(true);
    await world.type('/daily set 12:00 topic: all', mod);
    expect(await world.store.findDaily(here)).toMatchObject({ time: '12:00', topic: '' });
  });

  it('leaves what does not touch it to be told', async () => {
    await open(STATE);
    expect((await world.type('/fact Martha Stewart')).card.kind).toBe('cited');
    expect(textOf(await world.type('/fact the moon landing'))).toContain('No article here says anything');
  });

  it('proposes no name of its options, and nothing at all for one typed out', async () => {
    const names = async (typed: string) =>
      (await world.bot.suggest({ place: here, command: 'fact', option: 'about', typed })).map(
        ({ name }) => name,
      );
    const all = await names('');
    await open('q-book-author');
    expect(all).toContain('Jonathan Karl');
    for (const typed of ['', 'J', 'Ka', 'the'])
      expect((await names(typed)).join()).not.toMatch(/Karl|Kushner/);
    expect(await names('Jonathan Karl')).toEqual([]);
    expect(await names('Lia Beck')).toEqual([]);
  });

  it('lets a private question that was opened before wait until it is revealed', async () => {
    const asked = await world.type('/quiz private questions: 3');
    const [pick] = tokensOf(asked.card);
    if (pick?.do !== 'pick') throw new Error('no question');
    const round = await world.store.findRound(pick.round);
    await open(round?.questionId ?? '');
    const waiting = await world.press(pick);
    expect(waiting.card.kind).toBe('plain');
    expect(textOf(waiting)).toContain('comes near a question that is being asked');
    expect(tokensOf(waiting.card)).toContainEqual(pick);
    await reveal(round?.questionId ?? '');
    expect((await world.press(pick)).card.kind).toBe('cited');
  });

  it('lets a private quiz on what became its option wait, and go on afterwards', async () => {
    const asked = await world.type('/quiz private questions: 3 topic: Snoop Dogg');
    const [pick] = tokensOf(asked.card);
    if (!pick) throw new Error('no question');
    const [next] = tokensOf((await world.press(pick)).card);
    const naming = [...world.library.questions.values()].find(({ wrong, right }) =>
      [right, ...wrong].some(({ text }) => text === 'Snoop Dogg'),
    );
    await open(naming?.id ?? '');
    const waiting = next && (await world.press(next));
    expect(waiting && tokensOf(waiting.card)).toEqual([next]);
    await reveal(naming?.id ?? '');
    const more = next && (await world.press(next));
    expect(more && tokensOf(more.card).some(({ do: verb }) => verb === 'pick')).toBe(true);
  });

  it('is kept in a private talk from whoever has answered where it stands, and told to others', async () => {
    const talk = placeOf('test', 'dm-ada', 'dm-ada');
    await open(STATE);
    const before = await world.type('/fact Mississippi', { place: talk });
    expect(before.card.kind).toBe('cited');
    await world.press({ do: 'answer', round: `round-${STATE}`, option: 1 }, { user: 'ada' });
    expect(isRefusal(await world.type('/fact Mississippi', { place: talk }))).toBe(true);
    expect(isRefusal(await world.type('/quiz private Georgia', { place: talk }))).toBe(true);
    expect((await world.type('/fact Mississippi', { place: talk, user: 'bo' })).card.kind).toBe('cited');
  });

  it('is kept from people of another workspace that shares its channel, who never answered', async () => {
    await open(STATE);
    const guest = { user: 'eve', place: placeOf('test', 'W2', here.channel) };
    const next = { user: 'eve', place: placeOf('test', 'W2', 'C9') };
    const claims = questionNamed(STATE).right.claims;
    for (const line of ['/fact Mississippi', '/fact Georgia', '/quiz private Louisiana', '/quiz Georgia'])
      expect(isRefusal(await world.type(line, guest))).toBe(true);
    for (const claim of claims) expect(isRefusal(await world.press({ do: 'ask', claim }, guest))).toBe(true);
    expect((await world.type('/fact Mississippi', next)).card.kind).toBe('cited');
  });

  it('takes no second answer from somebody who deleted the first', async () => {
    await open(STATE);
    const answer = (option: number) => world.press({ do: 'answer', round: `round-${STATE}`, option });
    await answer(0);
    await world.type('/mydata delete confirm');
    expect(textOf(await answer(1))).toContain('You deleted your answer');
    expect(await world.store.answersOf(`round-${STATE}`)).toEqual([]);
  });
});

describe('a question that the pack has changed while it is open', () => {
  it('withholds what people see as well as what the pack now says', () => {
    const question = questionNamed(STATE);
    const shown = { ...openOf(question).shown, options: ['Mississippi', 'Ohio', 'Texas', 'Utah'] };
    const seen = { questionId: STATE, shown, closesAt: 1 };
    const search = createFactSearch(library);
    for (const from of [library, buildLibrary(library.packs.map((pack) => ({ ...pack, questions: [] })))]) {
      const { refuse } = secretsOf({ library: from, search }, [seen], 0);
      for (const option of shown.options) expect(refuse(option)).toBeDefined();
    }
    expect(secretsOf({ library, search }, [seen], 0).refuse('Louisiana')).toBeDefined();
    expect(askedIn(library, openOf(question))).toEqual([question]);
  });
});
