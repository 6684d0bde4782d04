/** What a daily will ask next, where somebody has looked ahead. */
import type { Place } from '../../ids.ts';
import type { Shown } from './seen.ts';

export interface Plans {
  /** Questions in the order in which they are to be asked; what a draw takes is planned no more. */
  planOf(place: Place): Promise<readonly string[]>;
  /**
   * Replaces the plan by what `plan` makes of it, which is told what a draw would be, and returns that. Between the two
   * nothing is drawn there and nothing else is planned. It has to be pure and quick: others wait for it.
   */
  changePlan(place: Place, plan: (shown: Shown) => readonly string[]): Promise<readonly string[]>;
}
