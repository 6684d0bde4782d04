import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { type Place, placeOf } from '../../../src/core/ids.ts';
import { createBot } from '../../../src/core/requests/bot.ts';
import type { Limited } from '../../../src/core/requests/limits.ts';
import type { Acknowledgement, Request } from '../../../src/core/requests/request.ts';
import { encodeToken } from '../../../src/core/requests/token.ts';
import { createWorld, here, originOf, type World } from '../../fakes/world.ts';

const ANSWER = encodeToken({ do: 'answer', round: 'r', option: 0 });

const typing = (user: string, place: Place = here): Request => ({
  kind: 'command',
  command: 'fact',
  input: { words: '' },
  origin: originOf({ user, place }),
});
const answering = (user: string, place: Place = here): Request => ({
  kind: 'press',
  token: ANSWER,
  origin: originOf({ user, place }),
});

const isLimited = (how: Acknowledgement | Limited): how is Limited => typeof how === 'object';

describe('limits', () => {
  let world: World;
  const send = (count: number, request: () => Request) =>
    Array.from({ length: count }, () => world.bot.acknowledgement(request()));
  const admitted = (answers: readonly (Acknowledgement | Limited)[]) =>
    answers.filter((how) => !isLimited(how)).length;

  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.close());

  it('are met by nobody who plays: thirty who answer at once and change their mind, and ask for facts', () => {
    const people = Array.from({ length: 30 }, (_, at) => `pupil-${at}`);
    for (const user of people) {
      expect(admitted(send(3, () => answering(user)))).toBe(3);
      expect(admitted(send(2, () => typing(user)))).toBe(2);
    }
  });

  it('are met neither by twenty facts in a minute nor by somebody who sets up a server', async () => {
    for (let at = 0; at < 60; at += 1) {
      expect(admitted(send(1, () => typing('eager')))).toBe(1);
      await world.clock.advance(3_000);
    }
    expect(admitted(send(40, () => typing('mod')))).toBe(40);
  });

  it('keep one person from reaching what the others need, who are answered as ever', async () => {
    expect(admitted(send(300, () => typing('flood')))).toBe(40);
    expect(admitted(send(1, () => typing('ada')))).toBe(1);
    await world.clock.advance(10_000);
    expect(admitted(send(300, () => typing('flood')))).toBe(5);
  });

  it('are those of one person in all their places', () => {
    const other = placeOf('test', 'W2', 'C9');
    expect(admitted(send(30, () => typing('flood')))).toBe(30);
    expect(admitted(send(30, () => typing('flood', other)))).toBe(10);
  });

  it('of a place keep a crowd there from the others', () => {
    const crowd = Array.from({ length: 100 }, (_, at) => `crowd-${at}`);
    const taken = crowd.map((user) => admitted(send(10, () => typing(user))));
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(400);
    expect(admitted(send(1, () => typing('ada')))).toBe(0);
    expect(admitted(send(1, () => typing('ada', placeOf('test', 'W1', 'C2'))))).toBe(1);
  });

  it('of a workspace keep its channels from those of others', () => {
    for (let at = 0; at < 100; at += 1)
      send(40, () => typing(`crowd-${at}`, placeOf('test', 'W1', `C${at}`)));
    expect(admitted(send(1, () => typing('ada', placeOf('test', 'W1', 'C200'))))).toBe(0);
    expect(admitted(send(1, () => typing('ada', placeOf('test', 'W2', 'C1'))))).toBe(1);
  });

  it('leave answers to questions a measure of their own', () => {
    send(300, () => typing('flood'));
    expect(admitted(send(60, () => answering('flood')))).toBe(60);
  });

  it('say kindly and to one person what was too much and when it works again, and not each time', () => {
    const refused = send(300, () => answering('flood')).filter(isLimited);
    expect(refused.filter(({ isKnown }) => !isKnown)).toHaveLength(5);
    const [first] = refused;
    expect(first && cardToText(first.limited)).toContain(
      'You press faster than I can count, so this press did nothing. Press again in a few seconds.',
    );
    const [asked] = send(300, () => typing('flood')).filter(isLimited);
    expect(asked && cardToText(asked.limited)).toContain('Try again in a few seconds.');
  });

  it('are told of in the log without anybody’s id, no more often than the person is told', () => {
    send(300, () => typing('flood'));
    const lines = world.log.lines.filter(({ event }) => event === 'limit-met');
    expect(lines).toHaveLength(5);
    expect(JSON.stringify(lines)).not.toContain('flood');
  });

  it('hold for proposals, which then are none and search for nothing', async () => {
    let searched = 0;
    const { search } = world.services;
    const counting = createBot({
      ...world.services,
      search: {
        ...search,
        subjects: (...asked) => {
          searched += 1;
          return search.subjects(...asked);
        },
      },
    });
    const { player } = originOf({ user: 'flood' });
    const type = () =>
      counting.suggest({ place: here, player, command: 'fact', option: 'about', typed: 'kim' });
    for (let at = 0; at < 300; at += 1) await type();
    expect(searched).toBe(60);
    expect(await type()).toEqual([]);
    const ada = await counting.suggest({
      ...{ place: here, player: originOf({ user: 'ada' }).player },
      ...{ command: 'fact', option: 'about', typed: 'kim' },
    });
    expect(ada).not.toEqual([]);
  });
});
