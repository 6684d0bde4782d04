/** What a place has been shown, so that it is not shown again too soon. */
import type { Place } from '../../ids.ts';

export interface Seen {
  shownIn(place: Place, shelf: 'fact' | 'question'): Promise<Shown>;
  /**
   * `choose` is told what this place has been shown, and what it takes is marked as shown, in one transaction, so that
   * of two who take at once the second knows of the first. Undefined where it takes nothing. It has to be pure and
   * quick: others wait for it.
   */
  takeChosen(
    place: Place,
    shelf: 'fact' | 'question',
    choose: (shown: Shown) => Taking | undefined,
    at: number,
  ): Promise<string | undefined>;
}

/** What a place has been shown of one kind, and not forgotten since. */
export interface Shown {
  readonly items: ReadonlySet<string>;
  readonly last: string | undefined;
  /** What its daily will ask next, in that order. Empty for facts. */
  readonly planned: readonly string[];
  /** The questions that the place leaves out; empty for facts. */
  readonly leftOut: ReadonlySet<string>;
}

export interface Taking {
  readonly item: string;
  /** What no longer counts as shown from here on; empty unless it starts again. */
  readonly forget: readonly string[];
  /** What is planned from here on, without the item in any case; if left out, what was planned before. */
  readonly planned?: readonly string[];
}
