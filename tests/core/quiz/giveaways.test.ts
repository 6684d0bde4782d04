import { describe, expect, it } from 'vitest';
import { say } from '../../../src/core/cards/card.ts';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { Claim, Question } from '../../../src/core/dataset/schema.ts';
import { createFactSearch } from '../../../src/core/facts/search.ts';
import { shuffle } from '../../../src/core/ports/random.ts';
import { notGivenAway } from '../../../src/core/quiz/following.ts';
import { givenAwayBy } from '../../../src/core/quiz/giveaways.ts';
import { secretsOf } from '../../../src/core/quiz/secrets/secrets.ts';
import { questionsAbout } from '../../../src/core/quiz/select.ts';
import { everythingIn } from '../../../src/core/settings/allowed.ts';
import { loadLibrary } from '../../../src/packs/read.ts';
import { createSeededRandom } from '../../fakes/random.ts';
import { createWorld, tokensOf } from '../../fakes/world.ts';
import { claimOf, harbour, openOf, questionOf } from './harbour.ts';

/** Enough other texts that the words of the story are not rare for want of others. */
const crowd = Array.from({ length: 12 }, (_, at) =>
  claimOf(`crowd-${at}`, `Mara Quill told the Gazette about the harbour, in letter ${at}.`),
);
const towed = claimOf('towed', 'Mara Quill towed the schooner Petrel into the harbour at dawn.');
const reporter = claimOf('reporter', 'The Tidewater Herald was first to report the towing of the Petrel.');
const when = questionOf('when', 'At what hour did Mara Quill tow the schooner Petrel in?', 'At dawn', [
  'towed',
]);
const who = questionOf(
  'who',
  'Which paper was first to report the towing of the schooner Petrel?',
  'The Tidewater Herald',
  ['reporter'],
);

type Parts = readonly Readonly<Record<string, unknown>>[];

function tells(teller: Question, other: Question, claims: readonly Claim[] = [], more: Parts = []): boolean {
  const told = harbour([...crowd, towed, reporter, ...claims], [teller, other], more);
  const [first, second] = [...told.questions.values()];
  if (!first || !second) throw new Error('a question is missing');
  return givenAwayBy(told, first).has(second.id);
}

describe('a question gives another one away', () => {
  it('whose answer its prompt names', () => {
    const naming = {
      ...when,
      prompt: 'When did Mara Quill tow the Petrel in, by the Tidewater Herald’s report?',
    };
    expect(tells(naming, who)).toBe(true);
    expect(tells(who, naming)).toBe(false);
  });

  it('whose answer its payoff states', () => {
    const payoff = 'She was tired. The Tidewater Herald was the first paper with the towing of the Petrel.';
    expect(tells({ ...when, payoff }, who)).toBe(true);
    expect(tells(when, who)).toBe(false);
  });

  it('whose answer stands in the reason why an option is wrong', () => {
    const because = 'By noon, the first report on the towing was in the Tidewater Herald.';
    const wrong = when.wrong.map((one) => ({ ...one, because }));
    expect(tells({ ...when, wrong }, who)).toBe(true);
  });

  it('whose answer stands in the denial that goes with its own', () => {
    const denial = claimOf('denial', 'The Tidewater Herald denies that it wrote of any towing at all.');
    const denied = { ...towed, id: 'denied', denials: ['denial'] };
    const asked = { ...when, right: { ...when.right, claims: ['denied'] } };
    const denier = questionOf('denier', 'Which paper denies having written of it?', 'The Tidewater Herald', [
      'denial',
    ]);
    expect(tells(asked, denier, [denial, denied])).toBe(true);
  });

  it('whose answer stands in a disagreement that is shown with its own', () => {
    const noon = claimOf('noon', 'The Beacon has her arrive with the tide.');
    const other = questionOf('noon', 'When does the Beacon have her arrive?', 'With the tide', ['noon']);
    const sides = [
      { says: 'She came at dawn.', claims: ['towed'] },
      { says: 'She came with the tide.', claims: ['noon'] },
    ];
    const hour = {
      id: 'hour',
      title: 'The hour',
      kind: 'between-articles',
      sides,
    };
    expect(tells(when, other, [noon], [hour])).toBe(true);
    expect(tells(when, other, [noon])).toBe(false);
  });

  it('that asks whether a statement is true which it makes itself', () => {
    const statement = questionOf('true', `True or false? ${reporter.text}`, 'True', ['reporter']);
    const payoff = 'The Tidewater Herald was the first to report the towing of the Petrel.';
    expect(tells({ ...when, payoff }, statement)).toBe(true);
    expect(tells(when, statement)).toBe(false);
  });

  it('where one claim speaks for an answer of the one and against an option of the other', () => {
    const wrong = when.wrong.map((one) => ({ ...one, claims: ['reporter'] }));
    expect(tells({ ...when, wrong }, who)).toBe(true);
    expect(tells(who, { ...when, wrong })).toBe(true);
  });

  it('but not by naming its answer in another matter, nor by offering it among four options', () => {
    const payoff = 'Years before, she had delivered the Tidewater Herald on foot.';
    expect(tells({ ...when, payoff }, who)).toBe(false);
    const wrong = when.wrong.map((one) => ({ ...one, text: 'With the Tidewater Herald' }));
    expect(tells({ ...when, wrong }, who)).toBe(false);
  });
});

describe('what may be asked next', () => {
  const prompt = 'When did Mara Quill tow the Petrel in, by the Tidewater Herald’s report?';
  const library = harbour([...crowd, towed, reporter], [{ ...when, prompt }, who]);
  const [naming, asking] = [...library.questions.values()];
  if (!naming || !asking) throw new Error('a question is missing');

  it('is nothing that an earlier question of the session has given away', () => {
    expect(notGivenAway(library, [asking], [naming])).toEqual([]);
    expect(notGivenAway(library, [naming], [asking])).toEqual([naming]);
  });

  it('neither is given away by an open question nor gives one away', () => {
    const search = createFactSearch(library);
    const beside = (open: Question, other: Question) =>
      secretsOf({ library, search }, [openOf(open)], 0).askable([other]).left;
    expect(beside(naming, asking)).toEqual([]);
    expect(beside(asking, naming)).toEqual([]);
  });
});

const library = await loadLibrary('data');
const search = createFactSearch(library);
const questions = [...library.questions.values()];

/** Draws at random until there are as many as wanted, or nothing is left that gives no other away. */
function session(wanted: number, open: readonly Question[], seed: number): readonly Question[] {
  const random = createSeededRandom(seed);
  const stand = open.map((one) => openOf(one));
  const { left } = secretsOf({ library, search }, stand, 0).askable(questions);
  const before: Question[] = [];
  while (before.length < wanted) {
    const [next] = shuffle(notGivenAway(library, left, before), random);
    if (!next) break;
    before.push(next);
  }
  return before;
}

describe('the shipped questions', () => {
  it('are enough for a quiz of the greatest length on everything, while three others are open', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const open = session(3, [], seed + 1_000);
      expect(session(10, open, seed)).toHaveLength(10);
    }
  });

  it('give few others away each, so that a quiz has a choice', () => {
    const shares = questions.map((one) => givenAwayBy(library, one).size / questions.length);
    expect(Math.max(...shares)).toBeLessThan(0.2);
    expect(shares.filter((share) => share > 0.15).length / shares.length).toBeLessThan(0.05);
  });

  it('are put in a quiz of ten to the tenth, none after one that gives it away', async () => {
    const { asked, last } = await play('/quiz questions: 10');
    expect(asked).toHaveLength(10);
    for (const [at, earlier] of asked.entries())
      for (const later of asked.slice(at + 1)) expect(givenAwayBy(library, earlier)).not.toContain(later.id);
    expect(last).toContain('Quiz over');
    expect(last).toContain('10 questions.');
  });

  it('on the smallest theme are asked as long as there is one, and then the quiz is over', async () => {
    const [smallest] = [...library.topics.values()]
      .map(({ name }) => ({
        name,
        size: questionsAbout({ library, search }, name, everythingIn(library)).length,
      }))
      .filter(({ size }) => size > 1)
      .toSorted((a, b) => a.size - b.size);
    const { asked, last } = await play(`/quiz questions: 10 topic: ${smallest?.name}`);
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(asked.length);
    expect(last).toContain('Quiz over');
  });
});

/** Plays a quiz to its end, and tells what was asked and what was posted last. */
async function play(line: string) {
  const world = await createWorld();
  await world.type(line);
  const quizzes = (await world.store.openQuizzes()).map(({ id }) => id);
  const lastCard = () => world.platform.shown.at(-1)?.card ?? say('problem', 'nothing was posted');
  for (;;) {
    const reveal = tokensOf(lastCard()).find((token) => token.do === 'reveal');
    if (!reveal) break;
    await world.press(reveal);
    await world.clock.advance(20_000);
  }
  const rounds = (await Promise.all(quizzes.map((id) => world.store.roundsOfQuiz(id)))).flat();
  await world.close();
  const asked = rounds.flatMap(({ questionId }) => library.question(questionId) ?? []);
  return { asked, last: cardToText(lastCard()) };
}
