/** A daily question beside others of its workspace that wait for their answer. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Place, placeOf } from '../../../src/core/ids.ts';
import type { Round } from '../../../src/core/ports/store.ts';
import { createWorld, HOUR, here, textOf, type World } from '../../fakes/world.ts';
import { claimOf, harbour, questionOf } from '../quiz/harbour.ts';

const mod = { user: 'mod', manages: true };
const next = placeOf('test', 'W1', 'C2');
const abroad = placeOf('test', 'W2', 'C3');

const boat = questionOf('q-boat', 'Who owns the red boat?', 'Mara', ['c-boat']);
const owner = questionOf('q-owner', 'What does Mara own?', 'A red boat', ['c-boat']);
const tower = questionOf('q-tower', 'How high is the tower?', 'Ninety metres', ['c-tower']);
const claims = [claimOf('c-boat', 'Mara owns the red boat.'), claimOf('c-tower', 'The tower is high.')];

let world: World;
afterEach(() => world.close());

/** A channel where one of these is open until tomorrow at eight. */
async function open(questions: readonly (typeof boat)[]): Promise<Round> {
  world = await createWorld({ start: '2026-11-23T08:00:00Z', library: harbour(claims, questions) });
  await world.type('/daily now', mod);
  return roundIn(here);
}

async function roundIn(place: Place): Promise<Round> {
  const rounds = await world.store.unrevealedRounds();
  const found = rounds.find((round) => round.place.channel === place.channel);
  if (!found) throw new Error('no round');
  return found;
}

const countOpen = async () => (await world.store.unrevealedRounds()).length;

describe('a daily question by hand, where all that fits comes near one that is open', () => {
  it.each([
    ['the same question', [boat]],
    ['one that gives it away', [boat, owner]],
  ])('is not posted: %s; it says when to try again, and is posted then', async (_, questions) => {
    await open(questions);
    await world.type('/daily set 07:00 UTC reveal: 1', { ...mod, place: next });
    const reply = await world.type('/daily now', { ...mod, place: next });
    expect(reply.card.tone).toBe('problem');
    expect(textOf(reply)).toContain('Try again after Tuesday 24 November, 08:00 (UTC)');
    expect(await countOpen()).toBe(1);
    const status = textOf(await world.type('/daily status', { ...mod, place: next }));
    expect(status).toContain('23 November 2026: not posted');
    expect(status).toContain('Next question: Tuesday 24 November, 07:00 (UTC)');
    await world.type('/daily off', { ...mod, place: next });
    await world.minutes(24 * 60 + 1);
    const again = await world.type('/daily now', { ...mod, place: next });
    expect(again.card.tone).toBe('neutral');
    expect((await roundIn(next)).closesAt).toBe(world.clock.now() + HOUR);
  });

  it('is not posted in another workspace either by somebody who has answered that one', async () => {
    const { id } = await open([boat, owner]);
    await world.press({ do: 'answer', round: id, option: 0 }, mod);
    expect((await world.type('/daily now', { ...mod, place: abroad })).card.tone).toBe('problem');
    const stranger = { ...mod, user: 'zoe', place: placeOf('test', 'W3', 'C4') };
    expect((await world.type('/daily now', stranger)).card.tone).toBe('neutral');
  });
});

describe('a daily question that is due', () => {
  it('is one that comes near none of those that are open, with its own time', async () => {
    await open([boat, owner, tower]);
    await world.type('/daily set 09:00 UTC reveal: 1', { ...mod, place: next });
    await world.minutes(60);
    const { questionId, closesAt } = await roundIn(next);
    const isTower = (await roundIn(here)).questionId === 'harbour/q-tower';
    expect(questionId === 'harbour/q-tower').toBe(!isTower);
    expect(closesAt).toBe(world.clock.now() + HOUR);
  });

  it('is another one where all come near, and its answer comes no earlier than that of the open one', async () => {
    const first = await open([boat, owner]);
    await world.type('/daily set 09:00 UTC reveal: 1', { ...mod, place: next });
    await world.minutes(60);
    const second = await roundIn(next);
    expect(second.questionId).not.toBe(first.questionId);
    expect(second.closesAt).toBeGreaterThanOrEqual(first.closesAt);
  });

  it('is asked twice where there is no other, and its answer comes no earlier than the first time', async () => {
    const first = await open([boat]);
    await world.type('/daily set 09:00 UTC reveal: 1', { ...mod, place: next });
    await world.minutes(60);
    const second = await roundIn(next);
    expect(second.questionId).toBe(first.questionId);
    expect(second.closesAt).toBeGreaterThanOrEqual(first.closesAt);
    await world.minutes(22 * 60 + 59);
    expect(await countOpen()).toBe(2);
    await world.minutes(1);
    expect(await countOpen()).toBe(0);
  });
});
