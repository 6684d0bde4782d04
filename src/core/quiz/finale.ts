/** What people talk about when a quiz is over: who won, which question was the hard one, and what comes next. */
import type { Inline } from '../cards/card.ts';
import { comingRun } from '../daily/coming-run.ts';
import type { Player } from '../ids.ts';
import type { Answer, Quiz, Standing } from '../ports/store.ts';
import type { Services } from '../services.ts';

/** More than these who share the first place are a crowd and no winners. */
const MOST_WINNERS = 3;

/** "Ada wins with 3 of 3"; empty where nobody has a point, or half the room has as many. */
export function winnersLine(standings: readonly Standing[], asked: number): readonly Inline[] {
  const shown = standings.filter(({ isHidden }) => !isHidden);
  const most = Math.max(0, ...shown.map(({ right }) => right));
  const winners = shown.filter(({ right }) => right === most);
  if (most === 0 || winners.length > MOST_WINNERS) return [];
  const verb = winners.length === 1 ? ' wins' : ' tie';
  return [...listed(winners.map(({ player }) => player)), `${verb} with ${most} of ${asked}.`];
}

const listed = (players: readonly Player[]): readonly Inline[] =>
  players.flatMap(({ user }, at): Inline[] => [
    at === 0 ? '' : at === players.length - 1 ? ' and ' : ', ',
    { player: user },
  ]);

/** With fewer answers a question that one knew is no hard one. */
const FEWEST_ANSWERS = 2;

/** The question that fewest knew, by its number; empty where all that were answered by several were known to all. */
export function hardestLine(answers: readonly (readonly Answer[])[]): readonly Inline[] {
  const found = answers
    .map((given, at) => ({ number: at + 1, of: given.length, knew: given.filter(({ right }) => right) }))
    .filter(({ of, knew }) => of >= FEWEST_ANSWERS && knew.length < of)
    .toSorted((a, b) => a.knew.length / a.of - b.knew.length / b.of)[0];
  if (!found) return [];
  const [only, ...others] = found.knew;
  if (only && !only.isHidden && others.length === 0)
    return ['Only ', { player: only.player.user }, ` knew question ${found.number}.`];
  const knew = only ? `${found.knew.length} of ${found.of} knew it` : 'nobody knew it';
  return [`Hardest: question ${found.number}, ${knew}.`];
}

/** Each costs a query; where the first of a crowd are new, it is a new crowd. */
const MOST_LOOKED_AT = 12;

/** When the place's daily question comes, where everybody who played is new there and does not know of it. */
export async function nextDailyLine(
  { store, clock }: Services,
  { place }: Quiz,
  standings: readonly Standing[],
): Promise<readonly Inline[]> {
  const next = comingRun(await store.findDaily(place), clock.now());
  if (next === undefined || standings.length === 0) return [];
  const board = { scope: { place }, period: 'all', date: '' } as const;
  const before = await Promise.all(
    standings.slice(0, MOST_LOOKED_AT).map(async ({ player, answered }) => {
      const { viewer } = await store.leaderboard(board, player, 0);
      return viewer.answered - answered;
    }),
  );
  return before.some((answers) => answers > 0)
    ? []
    : ['The next daily question comes here ', { time: next, as: 'relative' }, '.'];
}
