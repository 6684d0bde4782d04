/** What the status foretells of the questions that are left, against the calendar that is then played. */
import { afterEach, expect, it } from 'vitest';
import { daysAfter } from '../../../src/core/daily/calendar.ts';
import { weekdayOf } from '../../../src/core/daily/zone.ts';
import type { Library } from '../../../src/core/dataset/library.ts';
import { createWorld, here, type World } from '../../fakes/world.ts';
import { busyHarbour, claimOf, harbour, questionOf } from '../quiz/harbour.ts';
import { mod, statusOf } from './unconfirmed.ts';

const MONDAY = '2026-11-23';
const DAY = 24 * 60;

let world: World;
afterEach(() => world.close());

/** So many that have nothing to do with each other, and some on one fact: each of these keeps the others back. */
function harbourWith(size: number, ...onOneFact: readonly string[]): Library {
  const [pack] = busyHarbour(size).packs;
  return harbour(
    [...(pack?.claims ?? []), claimOf('log', 'Quill moored the Kestrel at Berth 9 in May, in fog.')],
    [
      ...(pack?.questions ?? []),
      ...onOneFact.map((answer, at) =>
        questionOf(`q-log-${at}`, `What stands in the log under ${at}?`, answer, ['log']),
      ),
    ],
  );
}

const ON_ONE_FACT = ['Quill', 'the Kestrel', 'Berth 9', 'May', 'fog'];

/** As many that are true or false, of which a week has one, as long as there are others. */
const withTrueOrFalse = (size: number, count: number): Library => {
  const [pack] = busyHarbour(size).packs;
  const wrong = [{ text: 'False', because: '' }];
  return harbour(
    pack?.claims ?? [],
    (pack?.questions ?? []).map((question, at) =>
      at < count
        ? questionOf(question.id, question.prompt, 'True', question.right.claims, {
            kind: 'true-false',
            wrong,
          })
        : question,
    ),
  );
};

/** A Monday, an hour before the first question. */
async function foretold(library: Library, reveal: number, seed: number): Promise<string> {
  world = await createWorld({ start: `${MONDAY}T08:00:00Z`, library, seed });
  await world.type(`/daily set 09:00 UTC reveal: ${reveal}`, mod);
  return statusOf(world);
}

/** On how many mornings a new one came before one came again. */
async function play(): Promise<number> {
  const asked = new Set<string>();
  await world.minutes(60);
  for (;;) {
    await world.minutes(1);
    const { last } = await world.store.shownIn(here, 'question');
    if (last === undefined || asked.has(last)) return asked.size;
    asked.add(last);
    await world.minutes(DAY - 1);
  }
}

/** The date of the morning with that number. */
const morning = (number: number) => weekdayOf(daysAfter(MONDAY, number - 1));

it.each([1, 2, 3])(
  'names the date exactly where nothing can keep a question back (seed %i)',
  async (seed) => {
    const status = await foretold(harbourWith(2, ...ON_ONE_FACT), 1, seed);
    expect(status).toContain(`enough until ${morning(await play())}, unless a quiz asks some first.`);
  },
);

it.each([
  [24, 1],
  [24, 2],
  [48, 1],
  [72, 1],
  [72, 2],
])(
  'names about the date where one that is open keeps others back for %i hours (seed %i)',
  async (reveal, seed) => {
    const status = await foretold(harbourWith(2, ...ON_ONE_FACT), reveal, seed);
    const played = await play();
    expect(played).toBeLessThan(7);
    const about = [played - 1, played, played + 1].map((number) => `enough until about ${morning(number)},`);
    expect(
      about.some((words) => status.includes(words)),
      status,
    ).toBe(true);
  },
);

it('knows that others come again before the last of those that come once a week', async () => {
  const status = await foretold(withTrueOrFalse(11, 4), 1, 1);
  const played = await play();
  expect(played).toBeLessThan(11);
  expect(status).toContain(`enough until about ${morning(played)},`);
});

it('names about the date where many are left, of which those that come once a week last longer', async () => {
  expect(await foretold(withTrueOrFalse(45, 15), 1, 1)).toContain(`enough until about ${morning(35)},`);
});

it('says so where all that are left are kept back, so that another comes again', async () => {
  await foretold(harbourWith(1, 'Quill', 'the Kestrel'), 30, 1);
  await world.store.changePlan(here, () => ['harbour/q-moored-0', 'harbour/q-log-0']);
  expect(await statusOf(world)).toContain(`enough until about ${morning(2)},`);
  await world.minutes(61 + DAY);
  expect(await statusOf(world)).toContain(
    '1 of 3 questions has not been asked here, but one that has been comes again first.',
  );
  await world.minutes(DAY);
  expect(await world.store.shownIn(here, 'question')).toMatchObject({ last: 'harbour/q-moored-0' });
});
