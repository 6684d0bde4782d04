/** Who stands where. Equal results share a rank, and the next rank counts them all (1, 1, 3). */
import type { Inline, PlainBlock } from '../card.ts';
import type { Standing } from '../store.ts';

export interface Ranked extends Standing {
  readonly rank: number;
}

export const rank = (standings: readonly Standing[]): readonly Ranked[] =>
  standings.map((standing) => ({
    ...standing,
    rank: 1 + standings.filter(({ right }) => right > standing.right).length,
  }));

export function standingsBlock(standings: readonly Standing[]): PlainBlock {
  const lines = rank(standings).flatMap(({ rank, player, right, answered }, at): Inline[] => [
    `${at > 0 ? '\n' : ''}${rank}. `,
    { player: player.user },
    ` – ${right} right of ${answered}`,
  ]);
  return { type: 'text', text: lines };
}
