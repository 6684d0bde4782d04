import { describe, expect, it } from 'vitest';
import { type Place, type Player, placeOf, samePlace, samePlayer } from '../../../src/core/ids.ts';
import type { Answer, Board, BoardName, Scope } from '../../../src/core/ports/store.ts';
import { PERIODS } from '../../../src/core/quiz/period.ts';
import { createSeededRandom } from '../../fakes/random.ts';
import {
  allTime,
  ana,
  answer,
  ben,
  COUNTING,
  type Current,
  channel,
  cleo,
  crowd,
  MINUTE,
  NOON,
  otherTeam,
  playRound,
  secondChannel,
  startRound,
} from './samples.ts';

const everywhere: BoardName = { ...allTime, scope: { workspaceOf: channel } };

export function specifyBoards(current: Current): void {
  const lines = async (board = allTime, limit = 10) =>
    (await current().leaderboard(board, ana, limit)).top.map(({ rank, player, right, answered }) => [
      ...[rank, player.user],
      ...[right, answered],
    ]);

  describe('a board', () => {
    it('is empty where nobody has answered', async () => {
      expect(await current().leaderboard(allTime, ana, 10)).toEqual({
        ...{ top: [], alsoLast: 0, withoutPoint: 0 },
        viewer: { player: ana, right: 0, answered: 0, rank: undefined },
      });
    });

    it('ranks by right answers, and puts whoever needed fewer tries first', async () => {
      await playRound(current(), 'one', [
        [ana, true],
        [ben, true],
        [cleo, false],
      ]);
      await playRound(current(), 'two', [
        [ana, true],
        [ben, false],
      ]);
      await playRound(current(), 'three', [[cleo, true]]);
      await playRound(current(), 'four', [[ben, false]]);
      expect(await lines()).toEqual([
        [1, 'ana', 2, 2],
        [2, 'cleo', 1, 2],
        [2, 'ben', 1, 3],
      ]);
    });

    it('counts all who share the last rank shown, in the same order each time', async () => {
      await playRound(
        current(),
        'one',
        crowd.map((player) => [player, true]),
      );
      const { top, alsoLast } = await current().leaderboard(allTime, ana, 3);
      expect(top.map(({ player, rank }) => [player, rank])).toEqual(
        crowd.slice(0, 3).map((player) => [player, 1]),
      );
      expect(alsoLast).toBe(17);
    });

    it('ranks nobody without a point, and says how many those are', async () => {
      await playRound(current(), 'one', [
        [ana, false],
        [ben, true],
        [cleo, false],
      ]);
      const board = await current().leaderboard(allTime, ana, 10);
      expect(board).toMatchObject({ top: [{ player: ben, rank: 1 }], alsoLast: 0, withoutPoint: 2 });
      expect(board.viewer).toEqual({ player: ana, right: 0, answered: 1, rank: undefined });
    });

    it('shows whoever looks their own rank, however many are before them', async () => {
      await playRound(current(), 'one', [[ana, true], ...crowd.map((player) => [player, true] as const)]);
      await playRound(
        current(),
        'two',
        crowd.map((player) => [player, true]),
      );
      const { viewer } = await current().leaderboard(allTime, ana, 3);
      expect(viewer).toEqual({ player: ana, right: 1, answered: 1, rank: 21 });
    });

    it('says nothing of a round that still runs', async () => {
      await startRound(current(), 'running');
      await current().recordAnswer(answer({ round: 'running' }));
      expect(await lines()).toEqual([]);
      await current().closeRound('running', NOON + 2, COUNTING);
      expect(await lines()).toEqual([[1, 'ben', 1, 1]]);
      expect(await current().closeRound('running', NOON + 3, COUNTING)).toBe(false);
      await current().markRevealed('running');
      expect(await lines()).toEqual([[1, 'ben', 1, 1]]);
    });

    it('does not hold what closes without counting', async () => {
      await startRound(current(), 'alone', { isPrivate: true });
      await current().recordAnswer(answer({ round: 'alone' }));
      await current().closeRound('alone', NOON + 2);
      for (const period of PERIODS) expect(await lines({ ...allTime, period })).toEqual([]);
    });

    it('holds the day, the week from Monday, the month, or all time', async () => {
      const on = (date: string) => ({ ...COUNTING, date });
      await playRound(current(), 'sunday', [[ana, true]], channel, on('2026-11-29'));
      await playRound(current(), 'monday', [[ben, true]], channel, on('2026-11-30'));
      await playRound(current(), 'tuesday', [[cleo, true]], channel, on('2026-12-01'));
      const users = async (period: BoardName['period'], date: string) =>
        (await lines({ ...allTime, period, date })).map(([, user]) => user);
      expect(await users('today', '2026-11-30')).toEqual(['ben']);
      expect(await users('week', '2026-11-23')).toEqual(['ana']);
      expect(await users('week', '2026-12-06')).toEqual(['ben', 'cleo']);
      expect(await users('month', '2026-11-01')).toEqual(['ana', 'ben']);
      expect(await users('all', '2026-11-01')).toEqual(['ana', 'ben', 'cleo']);
    });

    it('is a channel’s or its whole workspace’s, and never another workspace’s', async () => {
      const both = [
        [ana, true],
        [ben, true],
      ] as const;
      await playRound(current(), 'here', [[ana, true]]);
      await playRound(current(), 'next-door', both, secondChannel);
      await playRound(current(), 'far', [[cleo, true]], otherTeam);
      expect(await lines()).toEqual([[1, 'ana', 1, 1]]);
      for (const period of PERIODS)
        expect(await lines({ ...everywhere, period })).toEqual([
          [1, 'ana', 2, 2],
          [2, 'ben', 1, 1],
        ]);
    });

    it('of a whole workspace leaves out what counts in its own place alone', async () => {
      await playRound(current(), 'talk', [[ana, true]], channel, { ...COUNTING, everywhere: false });
      for (const period of PERIODS) {
        expect(await lines({ ...allTime, period })).toEqual([[1, 'ana', 1, 1]]);
        expect(await lines({ ...everywhere, period })).toEqual([]);
      }
    });

    it('of one pack holds what was answered of its questions, and none whose ids are from before there were several', async () => {
      const play = async (id: string, questionId: string, who: Player, place = channel) => {
        await startRound(current(), id, { place, questionId });
        await current().recordAnswer(answer({ round: id, player: who }));
        await current().closeRound(id, NOON + 2, COUNTING);
      };
      await play('one', 'moon/landing', ana);
      await play('two', 'moon/landing', ben, secondChannel);
      await play('three', 'moon-2/landing', cleo);
      await play('four', 'landing', ana);
      for (const period of PERIODS) {
        expect(await lines({ ...allTime, period })).toHaveLength(2);
        expect(await lines({ ...allTime, period, pack: 'moon' })).toEqual([[1, 'ana', 1, 1]]);
        expect(await lines({ ...allTime, period, pack: 'moon-2' })).toEqual([[1, 'cleo', 1, 1]]);
        expect(await lines({ ...everywhere, period, pack: 'moon' })).toHaveLength(2);
        for (const pack of ['landing', '', 'MOON', 'moo_', '%'])
          expect(await lines({ ...everywhere, period, pack })).toEqual([]);
      }
      await current().movePlace(channel, otherTeam);
      const moved = { ...allTime, scope: { place: otherTeam }, pack: 'moon' };
      expect(await lines(moved)).toEqual([[1, 'ana', 1, 1]]);
      expect(await lines({ ...everywhere, pack: 'moon' })).toEqual([[1, 'ben', 1, 1]]);
      await current().deletePlayer(ana);
      await current().voidRound('three');
      for (const pack of ['moon', 'moon-2']) expect(await lines({ ...moved, pack })).toEqual([]);
    });

    it('takes back what a round counted that is voided or discarded', async () => {
      await playRound(current(), 'stays', [[ana, true]]);
      for (const id of ['voided', 'discarded'])
        await playRound(current(), id, [
          [ana, true],
          [ben, false],
        ]);
      await current().voidRound('voided');
      await current().discardRound('discarded');
      await current().voidRound('discarded');
      for (const board of [allTime, everywhere]) {
        expect(await lines(board)).toEqual([[1, 'ana', 1, 1]]);
        expect(await current().leaderboard(board, ben, 10)).toMatchObject({ withoutPoint: 0 });
      }
    });

    it.each([1, 2, 3])('equals a recount, whatever happens at once and in which order (%i)', async (seed) => {
      const game = createGame(current, seed);
      for (let check = 0; check < 3; check += 1) {
        for (let step = 0; step < 4; step += 1) await Promise.all(Array.from({ length: 5 }, game.act));
        expect(await game.kept()).toEqual(await game.recount());
      }
    });
  });
}

const DATES = ['2026-11-29', '2026-11-30', '2026-12-01'];
const talk = placeOf('chat', 'team', 'talk');
/** A question of before belongs to none. */
const PACKS = [undefined, 'moon', 'mars'];
const PLACES = [channel, secondChannel, talk, otherTeam];
/** Nobody is left out, or most are. */
const LIMITS = [99, 2];
const PLAYERS = [ana, ben, cleo, ...crowd.slice(0, 3)];

/** Rounds that open, are answered, close, count for nobody after all, and people who leave, by chance. */
function createGame(current: Current, seed: number) {
  const random = createSeededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random.next() * items.length)];
  const rounds = new Map<string, Omit<Counted, 'answers'>>();
  const open = async () => {
    const id = `round-${rounds.size}`;
    const place = pick(PLACES) ?? channel;
    const pack = pick(PACKS);
    rounds.set(id, { place, date: pick(DATES) ?? '', everywhere: place !== talk, pack });
    const questionId = pack === undefined ? 'question' : `${pack}/question`;
    await startRound(current(), id, { place, questionId, closesAt: NOON + MINUTE });
    for (const player of PLAYERS) {
      const right = random.next() < 0.5;
      if (random.next() < 0.7) await current().recordAnswer(answer({ round: id, player, right }));
    }
  };
  const onOne = (verb: (id: string) => Promise<unknown>) => async () => {
    const id = pick([...rounds.keys()]);
    if (id !== undefined) await verb(id);
  };
  const close = onOne((id) => current().closeRound(id, NOON, rounds.get(id)));
  const acts = [
    ...[open, open, close, close, close, close],
    onOne((id) => current().recordAnswer(answer({ round: id, player: pick(PLAYERS) ?? ana }))),
    onOne((id) => current().voidRound(id)),
    onOne((id) => current().discardRound(id)),
    onOne((id) => current().markRevealed(id)),
    async () => void (await current().deletePlayer(pick(PLAYERS) ?? ana)),
  ];
  const scopes: readonly Scope[] = [...PLACES.map((place) => ({ place })), everywhere.scope];
  const boards = scopes.flatMap((scope) =>
    PERIODS.flatMap((period) =>
      DATES.flatMap((date) =>
        LIMITS.flatMap((limit) => PACKS.map((pack) => [{ scope, period, date, pack }, limit] as const)),
      ),
    ),
  );
  return {
    act: () => (pick(acts) ?? open)(),
    kept: () => Promise.all(boards.map(([board, limit]) => current().leaderboard(board, ana, limit))),
    recount: async () => {
      const counted: Counted[] = [];
      for (const [id, round] of rounds) {
        const state = (await current().findRound(id))?.state;
        if (state === 'closed' || state === 'revealed')
          counted.push({ ...round, answers: await current().answersOf(id) });
      }
      return boards.map(([board, limit]) => recount(board, limit, counted));
    },
  };
}

interface Counted {
  readonly place: Place;
  readonly date: string;
  readonly everywhere: boolean;
  readonly pack: string | undefined;
  readonly answers: readonly Answer[];
}

/** The board as it follows from the answers alone. */
function recount({ scope, period, date, pack }: BoardName, limit: number, rounds: readonly Counted[]): Board {
  const answers = rounds
    .filter((round) => sharePeriod(period, date, round.date))
    .filter((round) => pack === undefined || round.pack === pack)
    .filter(({ place, everywhere }) =>
      'place' in scope
        ? samePlace(place, scope.place)
        : everywhere && place.workspace === scope.workspaceOf.workspace,
    )
    .flatMap((round) => round.answers);
  const lines = PLAYERS.map((player) => {
    const own = answers.filter((one) => samePlayer(one.player, player));
    return { player, right: own.filter(({ right }) => right).length, answered: own.length };
  }).toSorted(
    (a, b) => b.right - a.right || a.answered - b.answered || (a.player.user < b.player.user ? -1 : 1),
  );
  const ranked = lines.map((line) => ({
    ...line,
    rank: line.right > 0 ? 1 + lines.filter(({ right }) => right > line.right).length : undefined,
  }));
  const withPoint = ranked.filter(({ right }) => right > 0);
  const top = withPoint.slice(0, limit);
  const last = top.at(-1)?.rank;
  return {
    top,
    alsoLast: withPoint.slice(limit).filter(({ rank }) => rank === last).length,
    withoutPoint: ranked.filter(({ right, answered }) => right === 0 && answered > 0).length,
    viewer: ranked.find(({ player }) => samePlayer(player, ana)) ?? {
      ...{ player: ana, right: 0, answered: 0, rank: undefined },
    },
  };
}

/** Told apart by hand, not by the rule that is tested: 29 November 2026 is a Sunday. */
function sharePeriod(period: BoardName['period'], one: string, other: string): boolean {
  if (period === 'all' || one === other) return true;
  const pair = [one, other].toSorted().join();
  return (
    (period === 'week' && pair === '2026-11-30,2026-12-01') ||
    (period === 'month' && pair === '2026-11-29,2026-11-30')
  );
}
