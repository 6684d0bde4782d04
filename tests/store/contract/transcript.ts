import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/core/ids.ts';
import { type Current, channel, elsewhere, NOON, ODD_TEXTS } from './samples.ts';

export function specifyTranscript(current: Current): void {
  describe('the page’s channel', () => {
    const save = (id: string, card: string, at = NOON, place: Place = channel) =>
      current().saveTranscript({ message: { place, id }, card, at });
    const cards = async (limit = 10) =>
      (await current().transcriptOf(channel, limit)).map(({ card }) => card);

    it('keeps a message as it was posted', async () => {
      await save('m1', '{"blocks":[]}');
      const entry = { message: { place: channel, id: 'm1' }, card: '{"blocks":[]}', at: NOON };
      expect(await current().transcriptOf(channel, 10)).toEqual([entry]);
    });

    it('finds one message by its id, as it reads now', async () => {
      await save('m1', 'question');
      await save('m2', 'other');
      await save('m1', 'result');
      for (const place of elsewhere) await save('m1', 'elsewhere', NOON, place);
      const find = (id: string) => current().findTranscript({ place: channel, id });
      expect(await find('m1')).toEqual({ message: { place: channel, id: 'm1' }, card: 'result', at: NOON });
      expect(await find('m3')).toBeUndefined();
    });

    it('shows the last messages, oldest first', async () => {
      await save('m3', 'third', NOON + 3);
      await save('m1', 'first', NOON + 1);
      await save('m2', 'second', NOON + 2);
      expect(await cards()).toEqual(['first', 'second', 'third']);
      expect(await cards(2)).toEqual(['second', 'third']);
    });

    it('shows messages of the same millisecond in the order in which they came', async () => {
      for (const id of ['z', 'm', 'a']) await save(id, id);
      expect(await cards()).toEqual(['z', 'm', 'a']);
      expect(await cards(2)).toEqual(['m', 'a']);
    });

    it('replaces an edited message where it stands', async () => {
      await save('m1', 'question', NOON + 1);
      await save('m2', 'other', NOON + 2);
      await save('m1', 'result', NOON + 3);
      expect(await cards()).toEqual(['result', 'other']);
    });

    it('keeps other channels apart', async () => {
      for (const place of elsewhere) await save('m1', 'elsewhere', NOON, place);
      await save('m1', 'here');
      expect(await cards()).toEqual(['here']);
      for (const place of elsewhere)
        expect(await current().transcriptOf(place, 10)).toMatchObject([{ card: 'elsewhere' }]);
    });

    it('keeps twenty messages that are posted at once', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, at) => save(`m${at}`, String(at))));
      expect(await cards(50)).toHaveLength(20);
    });

    it.each(ODD_TEXTS)('keeps a card to the letter: %.30s', async (card) => {
      await save('m1', card);
      expect(await cards()).toEqual([card]);
    });
  });
}
