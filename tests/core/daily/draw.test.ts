/** Which question a daily draws, after what the place has been asked before. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daysAfter } from '../../../src/core/daily/calendar.ts';
import { articleOf, drawDaily } from '../../../src/core/daily/draw.ts';
import { buildLibrary, type Library } from '../../../src/core/dataset/library.ts';
import type { Question } from '../../../src/core/dataset/schema.ts';
import { bareId } from '../../../src/core/dataset/scope.ts';
import { type Place, placeOf } from '../../../src/core/ids.ts';
import { givenAwayBy } from '../../../src/core/quiz/giveaways.ts';
import { createWorld, type World } from '../../fakes/world.ts';
import { delivery, round } from '../../store/contract/samples.ts';
import { claim } from '../dataset/story.ts';
import { claimOf, harbour, questionOf, withLibrary } from '../quiz/harbour.ts';

const TODAY = '2026-11-23';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

interface Tale {
  readonly name: string;
  readonly article?: string;
  /** As the question rests on the claim of another tale. */
  readonly sameAs?: string;
  readonly claim?: object;
  readonly question?: object;
}

const tales = (count: number, of: (at: number) => Omit<Tale, 'name'> = () => ({}), kind = 'tale') =>
  Array.from({ length: count }, (_, at): Tale => ({ name: `${kind}${at}`, ...of(at) }));

const libraryOf = (all: readonly Tale[]): Library =>
  harbour(
    all
      .filter(({ sameAs }) => sameAs === undefined)
      .map(({ name, article = name, claim: more }) =>
        claimOf(name, `Mara Quill told ${name}.`, {
          receipts: [{ ...claim.receipts[0], article }],
          ...more,
        }),
      ),
    all.map(({ name, sameAs = name, question }) =>
      questionOf(name, `What of ${name}?`, `It was ${name}`, [sameAs], { fit: 'daily', ...question }),
    ),
  );

/** What was asked so many days ago, by the question's name. */
type Before = Readonly<Record<string, number>>;

async function ask(place: Place, questionId: string, localDate: string): Promise<void> {
  const id = `${place.channel}-${localDate}`;
  await world.store.claimDelivery(delivery({ id, place, localDate }));
  await world.store.openRound(round({ id, place, questionId, belongsTo: { delivery: id } }));
  await world.store.settleDelivery(id, { state: 'posted', reason: '', at: 0 });
}

async function draw(library: Library, place: Place, localDate = TODAY): Promise<Question> {
  const { services } = withLibrary(world, library);
  const all = [...library.questions.values()];
  const drawn = await drawDaily(services, place, { localDate, order: all, fitting: all });
  if (!drawn) throw new Error('nothing was drawn');
  return drawn;
}

let places = 0;

function newPlace(): Place {
  places += 1;
  return placeOf('test', 'W1', `C${places}`);
}

/** What comes next in so many places that were all asked the same before. */
async function drawnAfter(library: Library, before: Before, times = 40): Promise<ReadonlySet<string>> {
  const drawn = new Set<string>();
  for (let at = 0; at < times; at += 1) {
    const place = newPlace();
    for (const [name, days] of Object.entries(before)) await ask(place, name, daysAfter(TODAY, -days));
    drawn.add(bareId((await draw(library, place)).id));
  }
  return drawn;
}

/** What comes in one place from day to day. */
async function inARow(library: Library, days: number): Promise<readonly Question[]> {
  const place = newPlace();
  const drawn: Question[] = [];
  for (let day = 0; day < days; day += 1) {
    const localDate = daysAfter(TODAY, day);
    const question = await draw(library, place, localDate);
    await ask(place, question.id, localDate);
    drawn.push(question);
  }
  return drawn;
}

const fitFor = (value: Question['fit']) => () => ({ question: { fit: value } });

describe('a daily question', () => {
  it('is one that is fit for it, also when all of these were asked', async () => {
    const library = libraryOf([...tales(7), ...tales(9, fitFor('quiz'), 'quiz')]);
    const drawn = await inARow(library, 10);
    expect(new Set(drawn.map((question) => question.fit))).toEqual(new Set(['daily']));
    expect(new Set(drawn.slice(0, 7)).size).toBe(7);
  });

  it('comes from the next fit where the first would come round within a week, the fitter first', async () => {
    const library = libraryOf([
      ...tales(2, fitFor('topic'), 'topic'),
      ...tales(2, fitFor('quiz'), 'quiz'),
      ...tales(2),
    ]);
    const drawn = await inARow(library, 6);
    const fits = ['daily', 'daily', 'quiz', 'quiz', 'topic', 'topic'];
    expect(drawn.map((question) => question.fit)).toEqual(fits);
  });

  it('is none whose answer one of the last thirty gave away', async () => {
    const library = libraryOf([...tales(31), { name: 'told', sameAs: 'tale30' }]);
    const before = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`tale${30 - at}`, 30 - at]));
    expect(await drawnAfter(library, before, 10)).toEqual(new Set(['tale0']));
    const longAgo = Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`tale${30 - at}`, 31 - at]));
    expect(await drawnAfter(library, longAgo, 10)).toContain('told');
  });

  it('is one that was asked longer ago, where all of them were not long ago', async () => {
    const library = libraryOf(tales(9));
    const drawn = (await inARow(library, 27)).map(({ id }) => id);
    for (const [day, id] of drawn.entries()) expect(drawn.slice(Math.max(0, day - 7), day)).not.toContain(id);
  });

  it('is not from the article of the day before, and not of its kind', async () => {
    const library = libraryOf([
      { name: 'latest', article: 'gazette' },
      ...tales(5, () => ({ article: 'gazette', question: { kind: 'reason' } }), 'same-article'),
      ...tales(5, () => ({}), 'same-kind'),
      ...tales(2, () => ({ question: { kind: 'who-said' } }), 'other'),
    ]);
    expect(await drawnAfter(library, { latest: 1 })).toEqual(new Set(['other0', 'other1']));
  });

  it.each([
    ['is true or false', { wrong: [{ text: 'False' }], right: 'True', kind: 'true-false' }, {}],
    ['is disputed', {}, { status: 'disputed' }],
    [
      'comes from a contested source',
      {},
      { receipts: [{ ...claim.receipts[0], attribution: ['The Diary'] }] },
    ],
  ])('that %s comes once in seven days', async (_, { right, ...question }: { right?: string }, more) => {
    const rare = tales(9, () => ({ claim: more }), 'rare').map((tale) => ({
      ...tale,
      question: { ...question, ...(right && { right: { text: right, claims: [tale.name] } }) },
    }));
    const [calm] = libraryOf([...rare, ...tales(30)]).packs;
    if (!calm) throw new Error('no pack');
    const contested = [{ source: 'the diary', denial: 'tale0' }];
    const library = buildLibrary([{ ...calm, info: { ...calm.info, contested } }]);
    for (const days of [1, 6])
      expect([...(await drawnAfter(library, { rare0: days }))].join()).not.toContain('rare');
    const drawn = await inARow(library, 35);
    const at = drawn.flatMap(({ id }, day) => (bareId(id).startsWith('rare') ? [day] : []));
    expect(at.length).toBeGreaterThan(1);
    for (const [nth, day] of at.slice(1).entries()) expect(day - (at[nth] ?? 0)).toBeGreaterThanOrEqual(7);
  });

  it('is nothing hard among the first ten of a new place', async () => {
    const hard = tales(20, () => ({ question: { difficulty: 3 } }), 'hard');
    const library = libraryOf([...hard, ...tales(10, () => ({ question: { difficulty: 2 } }))]);
    const drawn = await inARow(library, 30);
    expect(drawn.slice(0, 10).map(({ difficulty }) => difficulty)).toEqual(Array(10).fill(2));
    expect(drawn.slice(10).map(({ difficulty }) => difficulty)).toEqual(Array(20).fill(3));
  });

  it('comes every day also where there is one question alone, or two that are all that a rule is against', async () => {
    const awkward = () => ({
      article: 'gazette',
      claim: { status: 'disputed' },
      question: { difficulty: 3, fit: 'topic' },
    });
    expect(await inARow(libraryOf(tales(1, awkward)), 3)).toHaveLength(3);
    const [first, second, third] = await inARow(libraryOf(tales(2, awkward, 'other')), 3);
    expect(first).not.toBe(second);
    expect(third).toBe(first);
  });
});

describe('a fortnight of the shipped questions', () => {
  it('gives no answer away, asks nothing twice, and is never two days on one article', async () => {
    const { library } = world;
    for (let place = 0; place < 5; place += 1) {
      const drawn = await inARow(library, 14);
      const given = new Set<string>();
      for (const [day, question] of drawn.entries()) {
        expect(given).not.toContain(question.id);
        for (const id of [question.id, ...givenAwayBy(library, question)]) given.add(id);
        const before = drawn[day - 1];
        if (before) expect(articleOf(library, question)).not.toBe(articleOf(library, before));
      }
    }
  });
});
