/** The daily question: standing orders, and each day’s delivery. */
import type { Place, PlatformId, Player, Workspace } from '../../ids.ts';
import type { Attempt } from './tries.ts';

export interface Dailies {
  /** Sets or replaces the place's daily; its deliveries stay. */
  saveDaily(daily: Daily): Promise<void>;
  findDaily(place: Place): Promise<Daily | undefined>;
  findDailyById(id: string): Promise<Daily | undefined>;
  /** Dailies on these platforms that are on and whose next run is due at `at`, in order of due time. */
  dueDailies(platforms: readonly PlatformId[], at: number, limit: number): Promise<readonly Daily[]>;
  /** Dailies that go on by themselves, with their next run later than `after`. */
  dailiesAfter(after: number): Promise<readonly Daily[]>;
  /**
   * Pauses it, where it is on, and notes why; leaves everything else as someone may have set it meanwhile. True for
   * the one call that does.
   */
  stopDaily(daily: string, reason: string): Promise<boolean>;
  /**
   * Notes of one that is on why it can ask nothing, or takes the note away where the reason is empty; nothing else of it
   * changes. True for the one call that changes the note.
   */
  noteDaily(daily: string, reason: string): Promise<boolean>;
  /** Stops all dailies of the workspace that are on, or would go on by themselves; returns how many. */
  stopWorkspace(workspace: Workspace, reason: string): Promise<number>;
  /** Turns a paused daily on whose pause ends by itself with this next run; nothing else of it changes. */
  resumeDaily(daily: string, nextRun: number): Promise<boolean>;
  /** Sets the next run only where it still is `from`: of two that try, one gets true. */
  moveNextRun(daily: string, from: number, to: number): Promise<boolean>;
  /**
   * The delivery's id, for the one caller who may post it. Undefined where this place has one for that local
   * date already, unless that one was skipped, or failed with nothing posted: then it is taken over.
   */
  claimDelivery(delivery: NewDelivery): Promise<string | undefined>;
  /**
   * True for the one caller who may try to post a claimed delivery from `now` on: nobody else does before `until`.
   * The one who claimed it has the first try without asking, until `FIRST_TRY_MS` after the claim.
   */
  takeAttempt(id: string, now: number, until: number): Promise<boolean>;
  /**
   * Notes a try to post, where it is still that of the caller: nobody has noted or taken another since it was theirs
   * until `held`. True where it was.
   */
  noteAttempt(id: string, held: number, attempt: Attempt): Promise<boolean>;
  /** A posted delivery stays posted; its reason may still be told. */
  settleDelivery(id: string, change: DeliveryChange): Promise<void>;
  /** Gives it another local date; false where the place has a delivery of that date. */
  redateDelivery(id: string, localDate: string): Promise<boolean>;
  findDelivery(id: string): Promise<Delivery | undefined>;
  /** Newest first. */
  deliveriesOf(place: Place, limit: number): Promise<readonly Delivery[]>;
  /**
   * Deliveries on these platforms that are claimed, not settled, and to be looked at again at `at`, the longest due
   * first. One that is
   * to be looked at more than a day later was noted before the clock was set back: that one as well.
   */
  dueDeliveries(platforms: readonly PlatformId[], at: number, limit: number): Promise<readonly Delivery[]>;
  /** The instant of the longest due daily question on these platforms that is not posted at `at`. */
  oldestDue(platforms: readonly PlatformId[], at: number): Promise<number | undefined>;
  /** The questions that its daily has posted there, newest first. */
  dailiesAsked(place: Place, limit: number): Promise<readonly AskedDaily[]>;
  /** Local dates of this place's daily and what the player did on them, as one moment shows them. */
  dailyDates(place: Place, player: Player): Promise<DailyDates>;
}

/** A standing order: one question a day in this place, at this local time. */
export interface Daily {
  readonly id: string;
  readonly place: Place;
  /** `09:00`, in `zone`. */
  readonly time: string;
  /** IANA name. */
  readonly zone: string;
  /** ISO weekday numbers, 1 is Monday; ascending, at least one. */
  readonly weekdays: readonly number[];
  readonly topic: string;
  /** Of this pack alone; undefined: of all that are on there. */
  readonly pack?: string | undefined;
  readonly revealAfterHours: number;
  /** Local dates on which nothing is posted; ascending. */
  readonly skipDates: readonly string[];
  /** A question missed for longer than this is skipped. */
  readonly catchUpHours: number;
  readonly state: 'on' | 'paused' | 'off';
  /** A paused daily goes on by itself on this local date; undefined where a person has to say so. */
  readonly pausedUntil: string | undefined;
  /** Why it is off or paused, where the bot did that itself; why it can ask nothing, where it is on; empty otherwise. */
  readonly reason: string;
  readonly setBy: Player;
  readonly nextRun: number;
}

export interface NewDelivery {
  readonly id: string;
  readonly daily: string;
  readonly place: Place;
  readonly localDate: string;
  readonly dueAt: number;
  readonly claimedAt: number;
  /** Ordered by a person now, so it is posted whatever the standing order says. */
  readonly byHand: boolean;
}

/** Ascending. `open`: dates of `posted` whose question still takes answers. */
export interface DailyDates {
  readonly posted: readonly string[];
  readonly answered: readonly string[];
  readonly open: readonly string[];
}

/**
 * posted: the question stands in the place. unknown: it may stand there, and nobody can find out. skipped, failed
 * and unknown carry a reason that `/daily status` shows.
 */
export interface Delivery extends NewDelivery {
  readonly state: 'claimed' | 'posted' | 'skipped' | 'failed' | 'unknown';
  readonly reason: string;
  readonly settledAt: number | undefined;
  readonly unsureSince: number | undefined;
  /** When it may be tried or looked for again. */
  readonly retryAt: number;
}

export interface DeliveryChange {
  readonly state: 'posted' | 'skipped' | 'failed' | 'unknown';
  readonly reason: string;
  readonly at: number;
}

export interface AskedDaily {
  readonly localDate: string;
  readonly questionId: string;
}
