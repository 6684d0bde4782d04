/** What is stored about a person. */
import type { Account, MessageRef, Place, Player } from '../../ids.ts';

export interface People {
  /**
   * A person's answers, oldest first. Whether one was right stays undefined until its round has closed: nobody
   * can answer any more, also where the reveal is still to come.
   */
  exportPlayer(player: Player): Promise<readonly PlayerRecord[]>;
  /** Everything that bears the account's id, in every table. */
  exportAccount(account: Account): Promise<AccountRecord>;
  /**
   * Deletes the account's answers, points and wish to be hidden, and takes its id off quizzes they started, dailies they
   * set and messages that are kept. Returns how many answers it was. A mark that names nobody keeps rounds that are open
   * from being answered anew.
   */
  deletePlayer(account: Account): Promise<number>;
  /** Keeps the account out of boards and reveals. False where it is already. */
  hide(account: Account, at: number): Promise<boolean>;
  /** False where it was not hidden. */
  unhide(account: Account): Promise<boolean>;
  isHidden(player: Player): Promise<boolean>;
  /** Which workspaces of a platform have anything of this user id: they may be different people. */
  workspacesOf(user: Omit<Account, 'workspace'>): Promise<readonly string[]>;
}

export interface PlayerRecord {
  readonly place: Place;
  readonly questionId: string;
  readonly option: number;
  readonly right: boolean | undefined;
  readonly at: number;
}

export interface AccountRecord {
  readonly answers: readonly KeptAnswer[];
  readonly standings: readonly KeptStanding[];
  readonly quizzes: readonly KeptQuiz[];
  readonly dailies: readonly KeptDaily[];
  /** Messages of the page's channel that name the account. */
  readonly messages: readonly { readonly message: MessageRef; readonly at: number }[];
  /** Since when; undefined where they are not hidden. */
  readonly hiddenSince: number | undefined;
}

export interface KeptAnswer extends PlayerRecord {
  readonly prompt: string;
  /** The text of the option. */
  readonly chosen: string;
  readonly isPrivate: boolean;
}

/** `channel`: undefined on the board of a whole workspace. `period`: as `periodKey` names it. */
export interface KeptStanding {
  readonly workspace: string;
  readonly channel: string | undefined;
  readonly period: string;
  readonly right: number;
  readonly answered: number;
}

export interface KeptQuiz {
  readonly place: Place;
  readonly topic: string;
  readonly pack: string | undefined;
  readonly total: number;
  readonly isPrivate: boolean;
  readonly startedAt: number;
}

export interface KeptDaily {
  readonly place: Place;
  readonly time: string;
  readonly zone: string;
  readonly topic: string;
  readonly pack: string | undefined;
  readonly state: 'on' | 'paused' | 'off';
}
