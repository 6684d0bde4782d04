/** Rounds and their answers: opened once, closed once, shown. */
import type { Place, Player, Workspace } from '../../ids.ts';
import type { Attempt } from './tries.ts';

export interface Rounds {
  /** False where the quiz has a round of that number already, or the delivery has one: two that try, open one. */
  openRound(round: NewRound): Promise<boolean>;
  findRound(id: string): Promise<Round | undefined>;
  /** Remembers the message that shows the round; its time runs from here. */
  attachMessage(round: string, posted: Posted): Promise<void>;
  /**
   * True for the one caller who may try to post a quiz's round, or to show the result of a closed one, from `now` on:
   * nobody else does before `until`. Whoever opened it has the first try until `FIRST_TRY_MS` after that, and whoever
   * closed one that has a message shows it until `SHOW_TRY_MS` after that, without asking.
   */
  takeRound(
    id: string,
    to: 'post' | 'show',
    hold: { readonly now: number; readonly until: number },
  ): Promise<boolean>;
  /** Notes such a try, where it is the caller's until `held`. True where it was. */
  noteRound(id: string, held: number, attempt: Attempt): Promise<boolean>;
  /** Shifts when it opened and when it closes by so many milliseconds. */
  moveRound(round: string, by: number): Promise<void>;
  /** Removes a round that was never shown to anyone; one that has a message stays. */
  discardRound(id: string): Promise<void>;
  /** Makes a round count for nobody: its answers and their points are removed, and its date counts in no streak. */
  voidRound(round: string): Promise<void>;
  /** One person has one answer a round; the first stays. Late ones are not kept. */
  recordAnswer(answer: NewAnswer): Promise<AnswerOutcome>;
  /**
   * True for the one call that closes it; from then on no answer is taken, and its answers stand on the boards. Without
   * `counting` they count for nobody.
   */
  closeRound(id: string, at: number, counting?: Counting): Promise<boolean>;
  /**
   * Notes that a closed round shows its result, and forgets the marks of deleted answers. True for the one call that
   * does, and that goes on from there.
   */
  markRevealed(id: string): Promise<boolean>;
  /** First to last. */
  answersOf(round: string): Promise<readonly Answer[]>;
  /** Rounds not yet revealed, and posted or private, that are closed or whose time is up at `at`; oldest first. */
  dueRounds(at: number): Promise<readonly Round[]>;
  /** Rounds of public quizzes, not revealed and without a message, that nobody is posting at `at`. */
  unpostedRounds(at: number): Promise<readonly Round[]>;
  /** All rounds not yet revealed. */
  unrevealedRounds(): Promise<readonly Round[]>;
  /** Those of one workspace, private ones too. */
  unrevealedIn(workspace: Workspace): Promise<readonly Round[]>;
  /**
   * Questions that stand unrevealed for everyone somewhere in the place's workspace, in the same channel under the name
   * of another workspace that shares it, or in a workspace in which the player has answered any question: they may not
   * be told.
   */
  openQuestions(place: Place, player?: Player): Promise<readonly OpenQuestion[]>;
  /** The questions of a quiz so far, in order. */
  roundsOfQuiz(quiz: string): Promise<readonly Round[]>;
  roundOfDelivery(delivery: string): Promise<Round | undefined>;
}

/** What a round puts to people. It is scored and revealed by this, whatever becomes of the pack meanwhile. */
export interface ShownQuestion {
  readonly prompt: string;
  /** In the order shown. */
  readonly options: readonly string[];
  /** Which of them is right, from 0. */
  readonly right: number;
}

export interface NewRound {
  readonly id: string;
  readonly place: Place;
  readonly questionId: string;
  readonly shown: ShownQuestion;
  readonly openedAt: number;
  readonly closesAt: number;
  readonly belongsTo: { readonly quiz: string; readonly number: number } | { readonly delivery: string };
  readonly isPrivate: boolean;
}

export interface Round extends NewRound {
  readonly messageId: string | undefined;
  readonly closedAt: number | undefined;
  /** It counts for nobody. */
  readonly isVoid: boolean;
  /** closed: takes no answer, result not yet shown. */
  readonly state: 'open' | 'closed' | 'revealed';
  /** Since when it may stand in the place without our knowing. */
  readonly unsureSince: number | undefined;
  /** Until when somebody is at posting or showing it. */
  readonly retryAt: number;
}

/** A question that people are answering, until it is revealed. */
export interface OpenQuestion {
  readonly questionId: string;
  readonly shown: ShownQuestion;
  readonly closesAt: number;
}

/** When a round's message appeared, and until when it takes answers. */
export interface Posted {
  readonly messageId: string;
  readonly openedAt: number;
  readonly closesAt: number;
}

export interface NewAnswer {
  readonly round: string;
  readonly player: Player;
  /** Position as shown, 0 to 3. */
  readonly option: number;
  readonly right: boolean;
  readonly at: number;
}

export interface Answer {
  readonly player: Player;
  readonly option: number;
  readonly right: boolean;
  readonly at: number;
  /** Not to be shown by name. */
  readonly isHidden?: true;
}

/** already: the option that was locked in before. deleted: there was one, and its owner deleted it. */
export type AnswerOutcome =
  | { readonly status: 'locked'; readonly answers: number }
  | { readonly status: 'already'; readonly option: number }
  | { readonly status: 'deleted' }
  | { readonly status: 'closed' };

/** How long after a close nobody else tries to show the result: an edit is over by then. */
export const SHOW_TRY_MS = 20_000;

/** Under which local date a closing round's answers count, and whether for its whole workspace or its place alone. */
export interface Counting {
  readonly date: string;
  readonly everywhere: boolean;
}
