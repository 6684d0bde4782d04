/** What a daily asks on the dates that come, where somebody has looked ahead. */
import { afterEach, describe, expect, it } from 'vitest';
import { daysAfter } from '../../../src/core/daily/calendar.ts';
import { openDailyRound } from '../../../src/core/daily/daily-round.ts';
import { articleOf } from '../../../src/core/daily/draw.ts';
import { type Coming, lookAhead } from '../../../src/core/daily/plan.ts';
import { dateOfRun } from '../../../src/core/daily/zone.ts';
import { buildLibrary, type Library } from '../../../src/core/dataset/library.ts';
import { bareId, scopedId } from '../../../src/core/dataset/scope.ts';
import type { Daily } from '../../../src/core/ports/store.ts';
import { drawUnanswered, drawUnseen } from '../../../src/core/quiz/draw.ts';
import { givenAwayBy } from '../../../src/core/quiz/giveaways.ts';
import { createWorld, here, type World } from '../../fakes/world.ts';
import { ana, delivery } from '../../store/contract/samples.ts';
import { busyHarbour, claimOf, harbour, questionOf } from '../quiz/harbour.ts';
import { mod } from './unconfirmed.ts';

const DAY = 24 * 60;

const scoped = (id: string) => scopedId('harbour', id);

let world: World;
afterEach(() => world.close());

/** An hour before the first question. */
async function begin(library?: Library, order = '09:00 UTC reveal: 8'): Promise<void> {
  world = await createWorld({ start: '2026-11-23T08:00:00Z', ...(library && { library }) });
  await world.type(`/daily set ${order}`, mod);
}

async function daily(): Promise<Daily> {
  const found = await world.store.findDaily(here);
  if (!found) throw new Error('no daily is set');
  return found;
}

const look = async (days: number): Promise<readonly Coming[]> =>
  lookAhead(world.services, await daily(), { player: ana, days });

const ids = (coming: readonly Coming[]) => coming.map(({ question }) => question.id);
const planned = () => world.store.planOf(here);
/** Oldest first. */
const asked = async () =>
  (await world.store.dailiesAsked(here, 30)).map(({ questionId }) => questionId).toReversed();
const leaveOut = (id: string) => world.store.leaveOut(here, 'question', id, 0);

describe('the questions that come', () => {
  it('are the ones that then come, on their dates, with a quiz and a restart in between', async () => {
    await begin(undefined, '09:00 UTC mon,tue,thu reveal: 24');
    await world.type('/daily skip 26 Nov', mod);
    const coming = await look(5);
    const order = await daily();
    expect(coming.map(({ run }) => dateOfRun(run, order))).toEqual([
      ...['2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01', '2026-12-03'],
    ]);
    await world.minutes(2 * DAY);
    await world.type('/quiz 3', mod);
    world = await world.restart();
    await world.minutes(9 * DAY);
    expect(await asked()).toEqual(ids(coming));
    expect(await planned()).toEqual([]);
  });

  it('stay the same however often one looks, and farther', async () => {
    await begin();
    const three = ids(await look(3));
    expect(three).toHaveLength(3);
    expect(ids(await look(3))).toEqual(three);
    const seven = ids(await look(7));
    expect(seven.slice(0, 3)).toEqual(three);
    expect(ids(await look(1))).toEqual(seven.slice(0, 1));
    expect(await planned()).toEqual(seven);
  });

  it('keep the rules of those that are drawn on their day', async () => {
    await begin();
    const { library } = world;
    for (let time = 0; time < 5; time += 1) {
      await world.store.changePlan(here, () => []);
      const questions = (await look(7)).map(({ question }) => question);
      expect(questions.filter(({ kind }) => kind === 'true-false').length).toBeLessThan(2);
      for (const [day, question] of questions.entries()) {
        const before = questions.slice(0, day);
        for (const earlier of before) {
          expect(question.id).not.toBe(earlier.id);
          expect(givenAwayBy(library, earlier)).not.toContain(question.id);
        }
        const latest = before.at(-1);
        if (latest) expect(articleOf(library, question)).not.toBe(articleOf(library, latest));
      }
    }
  });

  it('are no more than there are different ones, and go on where all were asked', async () => {
    await begin(busyHarbour(4));
    expect(new Set(ids(await look(7))).size).toBe(4);
    await world.minutes(3 * DAY);
    const coming = ids(await look(7));
    expect(new Set(coming).size).toBe(4);
    await world.minutes(4 * DAY);
    expect((await asked()).slice(3)).toEqual(coming);
  });

  it('of two who look at once are the same', async () => {
    await begin();
    const order = await daily();
    const looks = await Promise.all(
      [3, 7, 5].map((days) => lookAhead(world.services, order, { player: ana, days })),
    );
    const all = ids(looks.toSorted((a, b) => b.length - a.length)[0] ?? []);
    for (const one of looks) expect(ids(one)).toEqual(all.slice(0, one.length));
  });
});

describe('a question that is planned', () => {
  it('is left to the daily by a quiz while there is anything else that was not seen', async () => {
    const library = busyHarbour(5);
    await begin(library);
    const coming = ids(await look(2));
    const draw = () => drawUnseen(world.services, here, [...library.questions.values()]);
    for (let count = 0; count < 3; count += 1) expect(coming).not.toContain((await draw())?.id);
    const fourth = await draw();
    expect(coming).toContain(fourth?.id);
    expect(await planned()).toEqual(coming.filter((id) => id !== fourth?.id));
  });

  it('is left to the daily by who plays alone there, too', async () => {
    const library = busyHarbour(3);
    await begin(library);
    const coming = ids(await look(2));
    const all = [...library.questions.values()];
    for (let count = 0; count < 10; count += 1) {
      const drawn = await drawUnanswered(world.services, { player: ana, place: here }, all);
      expect(coming).not.toContain(drawn?.id);
    }
  });

  it('is not asked once it is left out, by whichever way, and another takes its turn', async () => {
    await begin(busyHarbour(9));
    const before = ids(await look(3));
    await leaveOut(before[0] ?? '');
    expect(ids(await look(3)).slice(0, 2)).toEqual(before.slice(1));
    await leaveOut(before[1] ?? '');
    await world.minutes(3 * DAY);
    expect((await asked())[0]).toBe(before[2]);
    expect(await asked()).not.toContain(before[0]);
    expect(await asked()).not.toContain(before[1]);
  });

  it('is planned no more where the daily is set to something that it does not fit, or is ended', async () => {
    const tales = ['harbour', 'tower'].flatMap((word) =>
      Array.from({ length: 5 }, (_, at) => ({ id: `${word}-${at}`, word })),
    );
    await begin(
      harbour(
        tales.map(({ id, word }) => claimOf(id, `Mara saw the ${word} ${id}.`)),
        tales.map(({ id, word }) => questionOf(`q-${id}`, `What of the ${word}, ${id}?`, id, [id])),
      ),
    );
    const all = ids(await look(7));
    await world.type('/daily set 10:00 topic: tower', mod);
    expect(await planned()).toEqual(all.filter((id) => id.includes('tower')));
    await world.type('/daily set 10:00 topic: all', mod);
    expect((await planned()).length).toBeGreaterThan(0);
    await world.type('/daily off', mod);
    expect(await planned()).toEqual([]);
  });

  it('that comes near an open one lets the next one before, and comes the day after', async () => {
    const claims = ['boat', 'tower', 'mill'].map((name) => claimOf(name, `Mara owns the red ${name}.`));
    const near = questionOf('q-near', 'Whose is the boat?', 'Mara', ['boat']);
    const open = questionOf('q-open', 'What of the boat?', 'A boat', ['boat'], { fit: 'topic' });
    const others = ['tower', 'mill'].map((name) => questionOf(`q-${name}`, `What of ${name}?`, name, [name]));
    await begin(harbour(claims, [near, open, ...others]));
    await world.store.changePlan(here, () => ['q-near', 'q-tower', 'q-mill'].map(scoped));
    await world.services.store.createQuiz({
      ...{ id: 'quiz', place: here, starter: ana, topic: '', total: 1, secondsPerRound: 60 },
      ...{ isPrivate: false, state: 'running', startedAt: world.clock.now() },
    });
    await world.store.openRound({
      ...{ id: 'round', place: here, questionId: scoped('q-open'), isPrivate: false },
      shown: { prompt: open.prompt, options: ['A boat', 'One', 'Two', 'Three'], right: 0 },
      ...{ openedAt: world.clock.now(), closesAt: world.clock.now() + 2 * 3_600_000 },
      belongsTo: { quiz: 'quiz', number: 1 },
    });
    await world.store.attachMessage('round', {
      messageId: 'message',
      openedAt: world.clock.now(),
      closesAt: world.clock.now() + 2 * 3_600_000,
    });
    const coming = await look(3);
    expect(coming.map(({ question, isWithheld }) => [question.id, isWithheld])).toEqual([
      [scoped('q-tower'), false],
      [scoped('q-near'), true],
      [scoped('q-mill'), false],
    ]);
    await world.minutes(3 * DAY);
    expect(await asked()).toEqual(['q-tower', 'q-near', 'q-mill'].map(scoped));
  });

  it('that a release renames is still asked, once', async () => {
    await begin(busyHarbour(6));
    const [first = ''] = ids(await look(1));
    const [pack] = world.library.packs;
    if (!pack) throw new Error('no pack');
    const questions = pack.questions.map((one) =>
      one.id === bareId(first) ? { ...one, id: 'renamed', formerly: [one.id] } : one,
    );
    world = await world.restart({ library: buildLibrary([{ ...pack, questions }]) });
    await world.minutes(2 * DAY);
    expect((await asked()).filter((id) => id === scoped('renamed') || id === first)).toEqual([
      scoped('renamed'),
    ]);
    expect(await planned()).toEqual([]);
  });

  it('comes next where two processes drew for one date, and the other one’s was asked', async () => {
    await begin();
    const coming = ids(await look(3));
    await world.store.claimDelivery(delivery({ place: here }));
    const claimed = await world.store.findDelivery('delivery');
    if (!claimed) throw new Error('no delivery');
    const order = await daily();
    const open = () => openDailyRound(world.services, order, claimed);
    expect([(await open()).status, (await open()).status]).toEqual(['opened', 'elsewhere']);
    expect(await world.store.roundOfDelivery('delivery')).toMatchObject({ questionId: coming[0] });
    expect(await planned()).toEqual(coming.slice(1));
  });

  it('comes next where it could not be posted on its day', async () => {
    await begin();
    const coming = ids(await look(3));
    world.platform.answerNextPost({
      status: 'refused',
      why: 'forbidden',
      fix: 'Allow “Send Messages” for me.',
    });
    await world.minutes(60);
    expect(await planned()).toEqual(coming);
    await world.type('/daily resume', mod);
    await world.minutes(DAY);
    expect(await asked()).toEqual(coming.slice(0, 1));
  });

  it('is asked even where its daily was by hand, on the date before its own', async () => {
    await begin();
    const coming = ids(await look(2));
    await world.type('/daily now', mod);
    await world.minutes(DAY + 60);
    expect(await asked()).toEqual(coming);
    expect((await world.store.deliveriesOf(here, 2)).map(({ localDate }) => localDate)).toEqual([
      daysAfter('2026-11-23', 1),
      '2026-11-23',
    ]);
  });
});
