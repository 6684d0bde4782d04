/** Quizzes: whose turn it is, and what an ended one still owes. */
import type { Place, Player } from '../../ids.ts';
import type { Attempt } from './tries.ts';

export interface Quizzes {
  /**
   * Keeps a quiz. One public quiz runs in a place at a time, and nobody goes before those who wait: false where a
   * public one is to run and another runs or waits there; then it is not kept.
   */
  createQuiz(quiz: Quiz): Promise<boolean>;
  findQuiz(id: string): Promise<Quiz | undefined>;
  /** An offered quiz waits its turn from `at` on, behind at most `most` others, of which none is by the same person. */
  waitTurn(id: string, at: number, most: number): Promise<Waiting>;
  /** True for the one call that begins a waiting quiz: it is first in its place's line, and none runs there. */
  beginQuiz(id: string, at: number): Promise<boolean>;
  /** True for the one call that ends it. What it then owes is for that caller to settle, until `FIRST_TRY_MS` after. */
  endQuiz(id: string, owed?: Owed & { readonly at: number }): Promise<boolean>;
  /** Ended quizzes that still owe something, which nobody is at, at `at`. */
  dueEndings(at: number): Promise<readonly Quiz[]>;
  /** What it owes, for the one caller who may settle it from `now` on: nobody else does before `until`. */
  takeEnding(id: string, now: number, until: number): Promise<Ending | undefined>;
  /** Notes what is still owed, where the try is the caller's until `held`. True where it was. */
  noteEnding(id: string, held: number, ending: Owed & Attempt): Promise<boolean>;
  /** Public quizzes of a place that run or wait, in the order of their turns. */
  quizzesIn(place: Place): Promise<readonly Quiz[]>;
  /**
   * When a person began public quizzes, or lined up for one, since an instant; oldest first. One that ended before
   * its first question was asked does not count.
   */
  startsOf(player: Player, since: number): Promise<readonly number[]>;
  /** Public quizzes that run or wait, oldest first; the tick looks which of them stand between two questions. */
  openQuizzes(): Promise<readonly Quiz[]>;
}

/** How hard the questions of a quiz are to be. */
export type Level = 'easy' | 'hard';

/** A run of rounds started by one command. */
export interface Quiz {
  readonly id: string;
  readonly place: Place;
  readonly starter: Player;
  /** What was asked for, or empty: everything. */
  readonly topic: string;
  /** Of this pack alone; undefined: of all that are on there. */
  readonly pack?: string | undefined;
  /** Of all difficulties where it is undefined. */
  readonly level?: Level | undefined;
  readonly total: number;
  readonly secondsPerRound: number;
  /** Played by the starter alone; does not score. */
  readonly isPrivate: boolean;
  /** offered: ordered while another one ran, and its person has not yet said that it shall wait its turn. */
  readonly state: 'offered' | 'waiting' | 'running' | 'ended';
  /** Since when it is in this state; once ended, since when it was in the one before. */
  readonly startedAt: number;
}

/** full: as many wait as may. another: this person has one in the line. gone: it is not offered any more. */
export type Waiting = 'waiting' | 'full' | 'another' | 'gone';

/** What people have to read once a quiz is over. */
export interface Owed {
  readonly standings: boolean;
  /** What its starter has to be told privately; empty for nothing. */
  readonly word: string;
}

export interface Ending extends Owed {
  readonly endedAt: number;
  /** Since when what is owed next, its standings or the word, may have arrived without our knowing. */
  readonly unsureSince: number | undefined;
}
