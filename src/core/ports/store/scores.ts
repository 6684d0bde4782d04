/** What people knew: boards, what a place missed, and each question over all places. */
import type { Place, Player } from '../../ids.ts';
import type { Period } from '../../quiz/period.ts';

export interface Scores {
  /**
   * Who has points on a board, the first `limit` of them and the viewer. Ids only. Who is hidden is left out, and nobody's
   * rank or number counts them, as if they did not play; only as the viewer they stand where they would. Kept with each round that closes, so
   * it costs the same after years, wherever the viewer stands; a day alone is counted from its answers.
   */
  leaderboard(board: BoardName, viewer: Player, limit: number): Promise<Board>;
  /** How each question went when the place was last shown its result, in the order of these times. */
  lastOutcomes(place: Place): Promise<readonly Outcome[]>;
  /**
   * What people knew of each question, over all places: of each person their first answer to it, in rounds that closed
   * and count. Kept with each round that closes.
   */
  questionCounts(): Promise<readonly QuestionCount[]>;
}

export interface Outcome {
  readonly questionId: string;
  /** Fewer than half of the answers knew it, or there were none. */
  readonly isMissed: boolean;
}

/** How many have answered a question while this was its right answer, and how many of them rightly. */
export interface QuestionCount {
  readonly questionId: string;
  readonly rightText: string;
  readonly right: number;
  readonly answered: number;
}

/** A place alone, or its whole workspace. */
export type Scope = { readonly place: Place } | { readonly workspaceOf: Place };

/** `date`: any local date that lies in the period. */
export interface BoardName {
  readonly scope: Scope;
  /**
   * Of the questions of this pack alone. Those of before ids were scoped by their pack count there from `scopeIds` on.
   */
  readonly pack?: string | undefined;
  readonly period: Period;
  readonly date: string;
}

export interface Standing {
  readonly player: Player;
  readonly right: number;
  readonly answered: number;
  /** Not to be shown to others. */
  readonly isHidden?: true;
}

export interface Ranked extends Standing {
  /** Equal points share a rank, and the next one counts them all (1, 1, 3). Who has no point has none. */
  readonly rank: number | undefined;
}

export interface Board {
  /** Who has a point; best first, of equals who needed fewer tries. */
  readonly top: readonly Ranked[];
  /** How many more share the rank of the last of them. */
  readonly alsoLast: number;
  /** How many have answered and have no point. */
  readonly withoutPoint: number;
  /** Who looks; nothing of nothing where they have not answered. */
  readonly viewer: Ranked;
}
