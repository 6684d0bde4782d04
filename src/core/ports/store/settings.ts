/** What a place has chosen of the packs, and what it has left out. */
import type { Place } from '../../ids.ts';

export interface Settings {
  settingsOf(place: Place): Promise<PlaceSettings>;
  /**
   * These packs are on in the place, and no others, also none that comes later. Undefined: all that there are. False
   * where somebody chose otherwise since `instead` was read: then all stays as it is.
   */
  choosePacks(place: Place, packs: readonly string[] | undefined, choice?: PackChoice): Promise<boolean>;
  /**
   * True for the one call that leaves it out; it stays so until it is taken back. A question that a draw takes at the
   * same time was taken before, or is not taken any more. False also where somebody chose otherwise since `instead` was
   * read.
   */
  leaveOut(place: Place, kind: LeftOut, id: string, at: number, instead?: Choice): Promise<boolean>;
  /** True for the one call that takes it back. */
  takeBack(place: Place, kind: LeftOut, id: string): Promise<boolean>;
}

export interface PackChoice {
  /** Among which was chosen; if left out, no others. */
  readonly known?: readonly string[];
  /** What was chosen before; if left out, whatever it was. */
  readonly instead?: Choice;
}

/** What decides whether anything is told in a place; of two who change it at once, the second knows of the first. */
export type Choice = Pick<PlaceSettings, 'packs' | 'topics'>;

export type LeftOut = 'topic' | 'question';

export interface PlaceSettings {
  /** Undefined where nobody ever chose: all are on, also those that come later. In the order of their ids. */
  readonly packs: readonly string[] | undefined;
  /** Among which they were chosen last: what is not of these is new there. Empty where nobody ever chose. */
  readonly known: readonly string[];
  /** Those that are left out, the first that was first. */
  readonly topics: readonly string[];
  readonly questions: readonly string[];
}
