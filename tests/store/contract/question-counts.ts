import { describe, expect, it } from 'vitest';
import type { Player } from '../../../src/core/ids.ts';
import type { NewRound } from '../../../src/core/ports/store.ts';
import {
  ana,
  answer,
  ben,
  COUNTING,
  type Current,
  cleo,
  crowd,
  MINUTE,
  NOON,
  otherPlatform,
  round,
  secondChannel,
  startRound,
  winners,
} from './samples.ts';

export function specifyQuestionCounts(current: Current): void {
  describe('what people knew of a question', () => {
    /** `question: right of answered`, of those that anybody counts for. */
    const known = async () =>
      (await current().questionCounts())
        .filter(({ answered }) => answered > 0)
        .map(({ questionId, right, answered }) => `${questionId}: ${right} of ${answered}`)
        .toSorted();

    /** Played to its end: who answered, and whether they were right. */
    async function play(
      id: string,
      answers: readonly (readonly [Player, boolean])[],
      given: Partial<NewRound> = {},
      counting: typeof COUNTING | undefined = COUNTING,
    ) {
      await startRound(current(), id, given);
      for (const [player, right] of answers)
        await current().recordAnswer(answer({ round: id, player, right }));
      return current().closeRound(id, NOON + 2, counting);
    }

    const both = [
      [ana, true],
      [ben, false],
    ] as const;

    it('is counted over all places once a round closes, for each question apart', async () => {
      await startRound(current(), 'open');
      await current().recordAnswer(answer({ round: 'open', player: ana }));
      expect(await known()).toEqual([]);
      await play('here', both);
      await play('there', [[cleo, true]], { place: otherPlatform });
      await play('another', [[cleo, false]], { questionId: 'another' });
      expect(await known()).toEqual(['another: 0 of 1', 'question: 2 of 3']);
      expect(await current().questionCounts()).toContainEqual({
        ...{ questionId: 'question', rightText: round().shown.options[1], right: 2, answered: 3 },
      });
    });

    it('counts of each person the first answer, not what they have read the result of', async () => {
      await play('first', [[ana, false]]);
      await play('again', [
        [ana, true],
        [ben, true],
      ]);
      await play('next-door', [[ben, true]], { place: secondChannel });
      expect(await known()).toEqual(['question: 1 of 2']);
    });

    it('leaves out what people play alone, and what counts for nobody', async () => {
      await startRound(current(), 'alone', { isPrivate: true });
      await current().recordAnswer(answer({ round: 'alone', player: ana }));
      await current().closeRound('alone', NOON + 2);
      expect(await known()).toEqual([]);
      await play('after', [[ana, true]]);
      expect(await known()).toEqual(['question: 1 of 1']);
    });

    it('begins anew under another right answer', async () => {
      const { shown } = round();
      await play('before', both);
      await play('after', [[cleo, true]], { shown: { ...shown, right: 0 } });
      const counts = await current().questionCounts();
      expect(counts.map(({ rightText, answered }) => [rightText, answered]).toSorted()).toEqual([
        ['None', 2],
        ['Two', 1],
      ]);
    });

    it('takes back what a round counted that is voided or discarded, and nothing twice', async () => {
      await play('stays', [[ana, true]]);
      await play('voided', [
        [ben, false],
        [cleo, true],
      ]);
      await play('discarded', [[crowd[0] ?? ana, true]]);
      expect(await known()).toEqual(['question: 3 of 4']);
      for (const _ of 'twice') await current().voidRound('voided');
      await current().discardRound('discarded');
      expect(await known()).toEqual(['question: 1 of 1']);
      await play('once-more', [[ben, true]]);
      expect(await known()).toEqual(['question: 2 of 2']);
    });

    it('takes back what somebody counted who deletes their data, and a later void finds it gone', async () => {
      await play('one', both);
      await play('other', both, { questionId: 'other' });
      await startRound(current(), 'open');
      await current().recordAnswer(answer({ round: 'open', player: ana }));
      await current().deletePlayer(ana);
      expect(await known()).toEqual(['other: 0 of 1', 'question: 0 of 1']);
      await current().voidRound('one');
      await current().closeRound('open', NOON + MINUTE, COUNTING);
      expect(await known()).toEqual(['other: 0 of 1']);
    });

    it('is right however many rounds close, and people leave, at once', async () => {
      const rounds = Array.from({ length: 8 }, (_, at) => `round-${at}`);
      for (const [at, id] of rounds.entries()) {
        await startRound(current(), id, { questionId: `q${at % 2}` });
        for (const player of crowd.slice(2 * at, 2 * at + 4))
          await current().recordAnswer(answer({ round: id, player, right: at % 3 === 0 }));
      }
      const gone = crowd.slice(4, 8);
      await Promise.all([
        winners(rounds.length, async (at) => current().closeRound(rounds[at] ?? '', NOON, COUNTING)),
        ...gone.map((player) => current().deletePlayer(player)),
        current().voidRound('round-5'),
      ]);
      for (const id of rounds) await current().voidRound(id);
      expect(await known()).toEqual([]);
      const all = await current().questionCounts();
      expect(all.every(({ right, answered }) => right === 0 && answered === 0)).toBe(true);
    });
  });
}
