import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/core/ids.ts';
import { type Current, channel, elsewhere, NOON, ODD_TEXTS, secondChannel, winners } from './samples.ts';

const UNTOUCHED = { packs: undefined, known: [], topics: [], questions: [] };
const chosen = (...packs: string[]) => ({ ...UNTOUCHED, packs, known: packs });

export function specifySettings(current: Current): void {
  describe('what a place has chosen', () => {
    const settings = (place: Place = channel) => current().settingsOf(place);
    const leaveOut = (id: string, at = NOON) => current().leaveOut(channel, 'question', id, at);

    it('is nothing at first: all packs are on, nothing is left out', async () => {
      expect(await settings()).toEqual(UNTOUCHED);
    });

    it('is the packs that were chosen last, each once', async () => {
      await current().choosePacks(channel, ['moon', 'mars']);
      expect(await settings()).toEqual(chosen('mars', 'moon'));
      await current().choosePacks(channel, ['moon', 'moon']);
      expect(await settings()).toEqual(chosen('moon'));
    });

    it('remembers among which was chosen, so that what comes later is known for new', async () => {
      await current().choosePacks(channel, ['moon'], { known: ['mars', 'moon'] });
      expect(await settings()).toEqual({ ...chosen('moon'), known: ['mars', 'moon'] });
      await current().choosePacks(channel, undefined);
      expect(await settings()).toEqual(UNTOUCHED);
    });

    it('stays where somebody chose otherwise since it was looked at', async () => {
      const choose = (packs: string[], instead?: string[]) =>
        current().choosePacks(channel, packs, { instead: { packs: instead, topics: [] } });
      const both = await Promise.all([choose(['moon']), choose(['mars'])]);
      expect(both.filter(Boolean)).toHaveLength(1);
      const { packs } = await settings();
      expect(await choose(['venus'], ['pluto'])).toBe(false);
      expect(await settings()).toEqual(chosen(...(packs ?? [])));
      expect(await choose(['venus'], [...(packs ?? [])])).toBe(true);
      await current().choosePacks(channel, undefined);
      expect(await choose(['mars'], ['venus'])).toBe(false);
      expect(await choose(['mars', 'moon'])).toBe(true);
      expect(await choose(['mars'], ['moon', 'mars'])).toBe(true);
    });

    it('is all packs again where that is chosen, which is not the same as none', async () => {
      await current().choosePacks(channel, []);
      expect(await settings()).toEqual(chosen());
      await current().choosePacks(channel, undefined);
      expect(await settings()).toEqual(UNTOUCHED);
    });

    it('is what was left out, the first first, and only once', async () => {
      expect(await leaveOut('moon/second', NOON + 2)).toBe(true);
      expect(await leaveOut('moon/first', NOON + 1)).toBe(true);
      expect(await leaveOut('moon/second', NOON)).toBe(false);
      expect(await settings()).toEqual({ ...UNTOUCHED, questions: ['moon/first', 'moon/second'] });
    });

    it('is no more what was taken back', async () => {
      for (const id of ['moon/a', 'moon/b']) await leaveOut(id);
      expect(await current().takeBack(channel, 'question', 'moon/a')).toBe(true);
      expect(await current().takeBack(channel, 'question', 'moon/a')).toBe(false);
      expect(await settings()).toEqual({ ...UNTOUCHED, questions: ['moon/b'] });
      expect(await leaveOut('moon/a')).toBe(true);
    });

    it('keeps topics and questions of one name apart', async () => {
      await leaveOut('moon/landing');
      await current().leaveOut(channel, 'topic', 'moon/landing', NOON);
      await current().takeBack(channel, 'question', 'moon/landing');
      expect(await settings()).toEqual({ ...UNTOUCHED, topics: ['moon/landing'] });
    });

    it('keeps channels, workspaces and platforms apart', async () => {
      await leaveOut('moon/a');
      await current().choosePacks(channel, ['moon']);
      for (const place of elsewhere) {
        expect(await settings(place)).toEqual(UNTOUCHED);
        expect(await current().takeBack(place, 'question', 'moon/a')).toBe(false);
      }
      expect(await settings()).toEqual({ ...chosen('moon'), questions: ['moon/a'] });
    });

    it('loses nothing of what twenty people leave out at once, and tells one of them that it was they', async () => {
      expect(await winners(20, (at) => leaveOut(`moon/${at % 2}`))).toBe(2);
      expect(await winners(20, (at) => leaveOut(`mars/${at}`))).toBe(20);
      expect((await settings()).questions).toHaveLength(22);
    });

    it('lets one of two through who each would leave out, or turn off, what the other leaves on', async () => {
      const now = await settings();
      const topic = (id: string) => current().leaveOut(channel, 'topic', id, NOON, now);
      const packs = () => current().choosePacks(channel, ['moon'], { instead: now });
      for (const both of [
        [() => topic('moon/rocks'), () => topic('moon/dust')],
        [() => topic('moon/rocks'), packs],
        [packs, () => topic('moon/dust')],
      ]) {
        expect(await winners(2, async (at) => (await both[at]?.()) ?? false)).toBe(1);
        expect(await settings()).not.toEqual(now);
        for (const id of ['moon/rocks', 'moon/dust']) await current().takeBack(channel, 'topic', id);
        await current().choosePacks(channel, undefined);
      }
      expect(await topic('moon/rocks')).toBe(true);
    });

    it('goes along with the place: its choice, unless the new id has one, and all that either leaves out', async () => {
      await current().choosePacks(channel, ['moon']);
      await leaveOut('moon/a');
      await leaveOut('moon/b');
      await current().leaveOut(secondChannel, 'question', 'moon/b', NOON);
      await current().leaveOut(secondChannel, 'topic', 'mars/rocks', NOON);
      await current().movePlace(channel, secondChannel);
      expect(await settings()).toEqual(UNTOUCHED);
      const moved = { ...chosen('moon'), topics: ['mars/rocks'], questions: ['moon/a', 'moon/b'] };
      expect(await settings(secondChannel)).toEqual(moved);
      await current().choosePacks(channel, ['venus']);
      await current().movePlace(channel, secondChannel);
      expect(await settings(secondChannel)).toEqual(moved);
    });

    it.each(ODD_TEXTS.filter((text) => text.length < 1_000))(
      'keeps a strange name as it is: %.30s',
      async (id) => {
        await leaveOut(id);
        await current().choosePacks(channel, [id]);
        expect(await settings()).toEqual({ ...chosen(id), questions: [id] });
      },
    );
  });
}
