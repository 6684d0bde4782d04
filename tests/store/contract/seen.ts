import { describe, expect, it } from 'vitest';
import type { Shown, Taking } from '../../../src/core/ports/store.ts';
import { type Current, channel, elsewhere, NOON, ODD_TEXTS, takeUnseen } from './samples.ts';

const nothing: Shown = { items: new Set(), last: undefined, planned: [], leftOut: new Set() };

export function specifySeen(current: Current): void {
  describe('what a place has seen', () => {
    const take = (candidates: readonly string[], place = channel, shelf: 'fact' | 'question' = 'fact') =>
      takeUnseen(current(), place, candidates, shelf);
    const choosing = (choose: (shown: Shown) => Taking | undefined) =>
      current().takeChosen(channel, 'fact', choose, NOON);

    it('takes the first candidate that the place has not been shown', async () => {
      expect(await take(['a', 'b', 'c'])).toBe('a');
      expect(await take(['a', 'b', 'c'])).toBe('b');
      expect(await take(['c', 'b', 'a'])).toBe('c');
    });

    it('takes nothing where there is nothing', async () => {
      expect(await take([])).toBeUndefined();
    });

    it('starts again when all has been shown, though not with the last one', async () => {
      for (const expected of ['a', 'b', 'c']) expect(await take(['a', 'b', 'c'])).toBe(expected);
      expect(await take(['c', 'a', 'b'])).toBe('a');
      expect(await take(['c', 'a', 'b'])).toBe('c');
      expect(await take(['c', 'a', 'b'])).toBe('b');
    });

    it('repeats the last one only where there is no other', async () => {
      expect(await take(['only'])).toBe('only');
      expect(await take(['only'])).toBe('only');
      expect(await take(['only', 'new'])).toBe('new');
    });

    it('forgets the candidates alone when it starts again, not what was shown of another topic', async () => {
      await take(['moon']);
      await take(['mars', 'venus']);
      await take(['mars', 'venus']);
      expect(await take(['mars', 'venus'])).toBe('mars');
      expect(await take(['moon', 'venus'])).toBe('venus');
    });

    it('keeps facts and questions apart', async () => {
      await take(['a', 'b'], channel, 'fact');
      expect(await take(['a', 'b'], channel, 'question')).toBe('a');
    });

    it('keeps channels, workspaces and platforms apart', async () => {
      await take(['a', 'b']);
      for (const place of elsewhere) expect(await take(['a', 'b'], place)).toBe('a');
      expect(await take(['a', 'b'])).toBe('b');
    });

    it('shows twenty people who ask at once twenty different things', async () => {
      const candidates = Array.from({ length: 20 }, (_, at) => `fact-${at}`);
      const taken = await Promise.all(candidates.map(() => take(candidates)));
      expect(taken.toSorted()).toEqual(candidates.toSorted());
    });

    it('never shows the same twice in a row, though it starts again while twenty ask at once', async () => {
      const taken = await Promise.all(Array.from({ length: 20 }, () => take(['a', 'b'])));
      expect(taken.filter((item) => item === 'a')).toHaveLength(10);
      expect(taken.filter((item) => item === 'b')).toHaveLength(10);
    });

    it('starts again with more candidates than one statement could name', async () => {
      const many = Array.from({ length: 1_200 }, (_, at) => `fact-${at}`);
      const half = many.filter((_, at) => at % 40 === 0);
      for (const item of half) expect(await take([item])).toBe(item);
      expect(await take(half)).toBe(half[0]);
      expect(await take(many)).toBe('fact-1');
    });

    it('takes what is chosen, and tells whoever chooses what was shown and what came last', async () => {
      await take(['a']);
      await take(['b']);
      const told: Shown[] = [];
      const choose = (item: string) => (shown: Shown) => {
        told.push(shown);
        return { item, forget: [] };
      };
      expect(await choosing(choose('c'))).toBe('c');
      expect(await choosing(choose('d'))).toBe('d');
      expect(told).toEqual([
        { ...nothing, items: new Set(['a', 'b']), last: 'b' },
        { ...nothing, items: new Set(['a', 'b', 'c']), last: 'c' },
      ]);
      expect(await take(['c', 'd', 'e'])).toBe('e');
    });

    it('can be looked at without taking anything', async () => {
      expect(await current().shownIn(channel, 'fact')).toEqual(nothing);
      await take(['a']);
      expect(await current().shownIn(channel, 'fact')).toEqual({
        ...nothing,
        items: new Set(['a']),
        last: 'a',
      });
      expect(await current().shownIn(channel, 'question')).toEqual(nothing);
    });

    it('forgets what the choice names and nothing else, and takes again what was shown', async () => {
      for (const item of ['a', 'b', 'c']) await take([item]);
      expect(await choosing(() => ({ item: 'a', forget: ['a', 'b'] }))).toBe('a');
      expect(await choosing(() => ({ item: 'a', forget: [] }))).toBe('a');
      expect(await take(['a', 'c', 'b'])).toBe('b');
    });

    it('changes nothing where nothing is chosen, and tells of nothing where nothing was shown', async () => {
      const told: Shown[] = [];
      const chosen = await choosing((shown) => {
        told.push(shown);
        return undefined;
      });
      expect(chosen).toBeUndefined();
      expect(told).toEqual([nothing]);
      expect(await take(['a'])).toBe('a');
    });

    it('lets each of twenty who choose at once know what the others have taken', async () => {
      const taken = await Promise.all(
        Array.from({ length: 20 }, () =>
          choosing(({ items }) => ({ item: `fact-${items.size}`, forget: [] })),
        ),
      );
      expect(new Set(taken).size).toBe(20);
    });

    it.each(ODD_TEXTS)('takes a strange candidate for what it is: %.30s', async (item) => {
      expect(await take([item, 'b'])).toBe(item);
      expect(await take([item, 'b'])).toBe('b');
    });
  });
}
