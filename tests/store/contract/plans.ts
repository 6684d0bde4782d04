import { describe, expect, it } from 'vitest';
import type { Shown } from '../../../src/core/ports/store.ts';
import { type Current, channel, elsewhere, NOON, secondChannel } from './samples.ts';

export function specifyPlans(current: Current): void {
  describe('what a daily will ask next', () => {
    const plan = (...questions: string[]) => current().changePlan(channel, () => questions);
    const planOf = (place = channel) => current().planOf(place);
    const take = (item: string) =>
      current().takeChosen(channel, 'question', () => ({ item, forget: [] }), NOON);

    it('is nothing until somebody looks ahead', async () => {
      expect(await planOf()).toEqual([]);
    });

    it('is kept in its order, each question once', async () => {
      expect(await plan('c', 'a', 'c', 'b')).toEqual(['c', 'a', 'b']);
      expect(await planOf()).toEqual(['c', 'a', 'b']);
      await plan('b');
      expect(await planOf()).toEqual(['b']);
      await plan();
      expect(await planOf()).toEqual([]);
    });

    it('is planned no more once it was taken', async () => {
      await plan('a', 'b', 'c');
      await take('b');
      await take('d');
      expect(await planOf()).toEqual(['a', 'c']);
    });

    it('is what whoever draws leaves of it, without what they take in any case', async () => {
      await plan('a', 'b', 'c');
      const choice = { item: 'd', forget: [], planned: ['c', 'd'] };
      await current().takeChosen(channel, 'question', () => choice, NOON);
      expect(await planOf()).toEqual(['c']);
    });

    it('is told to whoever plans or draws, with what was shown and what is left out', async () => {
      await take('seen');
      await plan('a', 'b');
      await current().leaveOut(channel, 'question', 'never', NOON);
      await current().leaveOut(channel, 'topic', 'a topic', NOON);
      const told: Shown[] = [];
      await current().changePlan(channel, (shown) => {
        told.push(shown);
        return shown.planned;
      });
      await current().takeChosen(
        channel,
        'question',
        (shown) => {
          told.push(shown);
          return undefined;
        },
        NOON,
      );
      const shown = {
        items: new Set(['seen']),
        last: 'seen',
        planned: ['a', 'b'],
        leftOut: new Set(['never']),
      };
      expect(told).toEqual([shown, shown]);
    });

    it('is nothing of what facts are told', async () => {
      await plan('a');
      await current().leaveOut(channel, 'question', 'b', NOON);
      await current().takeChosen(
        channel,
        'fact',
        ({ planned, leftOut }) => {
          expect([planned, leftOut]).toEqual([[], new Set()]);
          return { item: 'a', forget: [] };
        },
        NOON,
      );
      expect(await planOf()).toEqual(['a']);
    });

    it('keeps channels, workspaces and platforms apart', async () => {
      await plan('a');
      for (const place of elsewhere) expect(await planOf(place)).toEqual([]);
    });

    it('loses nothing of what twenty people plan at once', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          current().changePlan(channel, ({ planned }) => [...planned, `question-${at}`]),
        ),
      );
      expect(new Set(await planOf()).size).toBe(20);
    });

    it('gives each question to one of those who draw and plan at once', async () => {
      const all = Array.from({ length: 20 }, (_, at) => `question-${at}`);
      await plan(...all);
      const first = ({ planned }: Shown) => planned[0];
      const drawn = await Promise.all(
        all.map(async (_, at) => {
          await current().changePlan(channel, ({ planned }) => planned.toReversed());
          return at % 2 === 0
            ? current().takeChosen(
                channel,
                'question',
                (shown) => {
                  const item = first(shown);
                  return item === undefined ? undefined : { item, forget: [] };
                },
                NOON,
              )
            : undefined;
        }),
      );
      const taken = drawn.filter((item) => item !== undefined);
      expect(new Set(taken).size).toBe(10);
      expect([...taken, ...(await planOf())].toSorted()).toEqual(all.toSorted());
    });

    it('goes along with the place, unless its new id has a plan', async () => {
      await plan('a', 'b');
      await current().movePlace(channel, secondChannel);
      expect([await planOf(), await planOf(secondChannel)]).toEqual([[], ['a', 'b']]);
      await plan('c');
      await current().movePlace(channel, secondChannel);
      expect([await planOf(), await planOf(secondChannel)]).toEqual([[], ['a', 'b']]);
    });
  });
}
