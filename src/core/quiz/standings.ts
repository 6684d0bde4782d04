/** Who stands where, and how that is shown. */
import type { Inline, PlainBlock } from '../cards/card.ts';
import { isForgotten, samePlayer } from '../ids.ts';
import type { Board, Ranked, Standing } from '../ports/store.ts';

/** Ranks a list that is complete from its best on. */
export const ranked = (standings: readonly Standing[]): readonly Ranked[] =>
  standings.map((standing) => ({
    ...standing,
    rank:
      standing.right === 0 ? undefined : 1 + standings.filter(({ right }) => right > standing.right).length,
  }));

const MOST_SHOWN = 10;

/**
 * A quiz's own standings, best first, as they are posted at its end: everyone who played is known here. Who is hidden is
 * left out, as on every board.
 */
export function standingsBlock(all: readonly Standing[]): PlainBlock {
  const standings = all.filter(({ isHidden }) => !isHidden);
  const withPoint = ranked(standings.filter(({ right }) => right > 0));
  const top = withPoint.slice(0, MOST_SHOWN);
  const last = top.at(-1)?.rank;
  return boardBlock(
    {
      top,
      alsoLast: withPoint.slice(MOST_SHOWN).filter(({ rank }) => rank === last).length,
      withoutPoint: standings.length - withPoint.length,
    },
    {
      none: all.some(({ right }) => right > 0)
        ? 'No points to show this time.'
        : 'Nobody had a point this time.',
    },
  );
}

interface Looking {
  /** What is said where nobody has a point: “No points yet this week.” */
  readonly none: string;
  readonly viewer?: Ranked;
}

/** One line a person, the viewer's own where it is not among the first, and how many are not named. */
export function boardBlock(
  { top, alsoLast, withoutPoint }: Omit<Board, 'viewer'>,
  { none, viewer: looking }: Looking,
): PlainBlock {
  const viewer = looking?.isHidden ? undefined : looking;
  if (top.length === 0) return { type: 'text', text: [none, played(withoutPoint)] };
  const last = top.at(-1);
  const own = viewer && !top.some(({ player }) => samePlayer(player, viewer.player)) ? viewer : undefined;
  const more = alsoLast - (own?.rank !== undefined && own.rank === last?.rank ? 1 : 0);
  const others = withoutPoint - (viewer && viewer.right === 0 && viewer.answered > 0 ? 1 : 0);
  const lines: readonly (readonly Inline[])[] = [
    ...top.map(lineOf),
    ...(last && more > 0 ? [[`and ${more} more with ${pointsOf(last)}`]] : []),
    ...(own ? [lineOf(own)] : []),
    ...(others > 0 ? [[`${others} ${others === 1 ? 'other has' : 'others have'} no point yet.`]] : []),
  ];
  return {
    type: 'text',
    text: lines.flatMap((line, at): readonly Inline[] => (at > 0 ? ['\n', ...line] : line)),
  };
}

function played(people: number): string {
  if (people === 0) return '';
  return people === 1 ? ' 1 person played.' : ` ${people} people played.`;
}

const lineOf = (line: Ranked): readonly Inline[] =>
  line.rank === undefined
    ? [{ player: line.player.user }, ': no point yet']
    : [`${line.rank}. `, nameOf(line), ` – ${scoreOf(line)}`];

/** What is old keeps its points and loses its name. */
const nameOf = ({ player: { user } }: Ranked): Inline =>
  isForgotten(user) ? 'someone from before' : { player: user };

/** "3 points in 5 tries (rank 2)": for the one whose standing it is. */
export const standingWords = (standing: Ranked): string =>
  standing.rank === undefined ? 'no point yet' : `${scoreOf(standing)} (rank ${standing.rank})`;

const scoreOf = ({ right, answered }: Standing): string =>
  `${pointsOf({ right })} in ${answered} ${answered === 1 ? 'try' : 'tries'}`;

const pointsOf = ({ right }: Pick<Standing, 'right'>): string =>
  `${right} ${right === 1 ? 'point' : 'points'}`;
