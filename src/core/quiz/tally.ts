/** Adds up the answers of several rounds, per player. */
import type { Answer, Standing } from '../ports/store.ts';

/** Best first; of equals, who needed fewer tries. */
export function answerCounts(rounds: readonly (readonly Answer[])[]): readonly Standing[] {
  const totals = new Map<string, Standing>();
  for (const { player, right, isHidden } of rounds.flat()) {
    const before = totals.get(player.user) ?? { player, right: 0, answered: 0 };
    totals.set(player.user, {
      player,
      ...(isHidden && { isHidden }),
      right: before.right + (right ? 1 : 0),
      answered: before.answered + 1,
    });
  }
  return [...totals.values()].toSorted((a, b) => b.right - a.right || a.answered - b.answered);
}
