/** What is stored about a person. */
import type { Place, Player } from '../../ids.ts';

export interface People {
  /**
   * A person's answers, oldest first. Whether one was right stays undefined until its round has closed: nobody
   * can answer any more, also where the reveal is still to come.
   */
  exportPlayer(player: Player): Promise<readonly PlayerRecord[]>;
  /** How many quizzes the person started, and how many dailies they set, that bear their id. */
  ordersOf(player: Player): Promise<PlayerOrders>;
  /**
   * Deletes the person's answers and points and takes their id off quizzes they started and dailies they set. Returns how
   * many answers it was. A mark that names nobody keeps rounds that are open from being answered anew.
   */
  deletePlayer(player: Player): Promise<number>;
}

export interface PlayerRecord {
  readonly place: Place;
  readonly questionId: string;
  readonly option: number;
  readonly right: boolean | undefined;
  readonly at: number;
}

export interface PlayerOrders {
  readonly quizzes: number;
  readonly dailies: number;
}
