/**
 * PORT: what the bot remembers. Domain verbs, no generic get or set; `tests/contracts/store.ts` is its
 * specification. Instants are milliseconds since 1970 in UTC, local dates are `2026-11-21`.
 * Every verb that decides something (who was first, whether it is still open) decides it in one transaction.
 */
import type { MessageRef, Place, PlatformId, Player, Workspace } from './ids.ts';
import type { Period } from './quiz/period.ts';

export interface Store {
  // — rounds —
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
  /** Adds the texts to a round of a release that kept none. */
  rememberShown(round: string, shown: ShownQuestion): Promise<void>;
  /**
   * Questions that stand unrevealed for everyone somewhere in the place's workspace, in the same channel under the name
   * of another workspace that shares it, or in a workspace in which the player has answered any question: they may not
   * be told.
   */
  openQuestions(place: Place, player?: Player): Promise<readonly OpenQuestion[]>;
  /** The questions of a quiz so far, in order. */
  roundsOfQuiz(quiz: string): Promise<readonly Round[]>;

  /** Public quizzes that run or wait, oldest first; the tick looks which of them stand between two questions. */
  openQuizzes(): Promise<readonly Quiz[]>;
  roundOfDelivery(delivery: string): Promise<Round | undefined>;

  // — what a place has seen —
  /**
   * The first of `candidates` that this place has not been shown, marked as shown in the same transaction.
   * When all have been shown, they are forgotten and it starts again, though not with the last one shown
   * where there is another. Undefined only where there are no candidates.
   */
  takeUnseen(
    place: Place,
    shelf: 'fact' | 'question',
    candidates: readonly string[],
    at: number,
  ): Promise<string | undefined>;
  /**
   * The same with a choice that needs more than an order: `choose` is told what this place has been shown, and what
   * it takes is marked as shown, in one transaction, so that of two who take at once the second knows of the first.
   * Undefined where it takes nothing. It has to be pure and quick: others wait for it.
   */
  takeChosen(
    place: Place,
    shelf: 'fact' | 'question',
    choose: (shown: Shown) => Taking | undefined,
    at: number,
  ): Promise<string | undefined>;

  // — the daily question —
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
  /** The questions that its daily has posted there, newest first. */
  dailiesAsked(place: Place, limit: number): Promise<readonly AskedDaily[]>;
  /** Local dates of this place's daily and what the player did on them, as one moment shows them. */
  dailyDates(place: Place, player: Player): Promise<DailyDates>;

  // — scores —
  /**
   * Who has points on a board, the first `limit` of them and the viewer. Ids only. Kept with each round that closes, so
   * it costs the same after years, wherever the viewer stands; a day alone is counted from its answers.
   */
  leaderboard(board: BoardName, viewer: Player, limit: number): Promise<Board>;

  /** Questions that fewer than half of the answers knew when the place was last shown their result, or none did. */
  missedQuestions(place: Place): Promise<readonly string[]>;
  /**
   * What people knew of each question, over all places: of each person their first answer to it, in rounds that closed
   * and count. Kept with each round that closes.
   */
  questionCounts(): Promise<readonly QuestionCount[]>;

  // — requests —
  /** True for the one call that takes this request of a platform, however often it is delivered. */
  takeRequest(platform: PlatformId, id: string, at: number): Promise<boolean>;
  /** Forgets requests that were taken before an instant, and quizzes that were offered before it and never begun. */
  sweep(before: number): Promise<void>;

  // — people —
  /**
   * A person's answers, oldest first. Whether one was right stays undefined until its round has closed: nobody
   * can answer any more, also where the reveal is still to come.
   */
  exportPlayer(player: Player): Promise<readonly PlayerRecord[]>;
  /**
   * Deletes the person's answers and points and takes their id off quizzes they started and dailies they set. Returns how
   * many answers it was. A mark that names nobody keeps rounds that are open from being answered anew.
   */
  deletePlayer(player: Player): Promise<number>;

  // — this bot —
  /**
   * Who speaks on a platform from this database: whoever claimed it first, also where that is not the caller. Noted
   * anew each time.
   */
  claimInstallation(platform: PlatformId, identity: string, at: number): Promise<string>;
  /** The instant of the longest due daily question on these platforms that is not posted at `at`. */
  oldestDue(platforms: readonly PlatformId[], at: number): Promise<number | undefined>;

  // — places —
  /**
   * The place goes on under another id of its platform: all that is kept of it moves along. Where the new id has
   * something already, the newer order stays, and what is counted once is counted once.
   */
  movePlace(from: Place, to: Place): Promise<void>;

  // — the page's channel —
  saveTranscript(entry: TranscriptEntry): Promise<void>;
  /** Oldest first, the last `limit`. */
  transcriptOf(place: Place, limit: number): Promise<readonly TranscriptEntry[]>;

  close(): Promise<void>;
}

/** What a place has been shown of one kind, and not forgotten since. */
export interface Shown {
  readonly items: ReadonlySet<string>;
  readonly last: string | undefined;
}

export interface Taking {
  readonly item: string;
  /** What no longer counts as shown from here on; empty unless it starts again. */
  readonly forget: readonly string[];
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
}

/** already: the option that was locked in before. deleted: there was one, and its owner deleted it. */
export type AnswerOutcome =
  | { readonly status: 'locked'; readonly answers: number }
  | { readonly status: 'already'; readonly option: number }
  | { readonly status: 'deleted' }
  | { readonly status: 'closed' };

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
  readonly revealAfterHours: number;
  /** Local dates on which nothing is posted; ascending. */
  readonly skipDates: readonly string[];
  /** A question missed for longer than this is skipped. */
  readonly catchUpHours: number;
  readonly state: 'on' | 'paused' | 'off';
  /** A paused daily goes on by itself on this local date; undefined where a person has to say so. */
  readonly pausedUntil: string | undefined;
  /** Why it is off or paused, where the bot did that itself; empty otherwise. */
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

/** How long after a claim nobody else tries to post it. Each try is noted before it is sent, so this may be short. */
export const FIRST_TRY_MS = 20_000;

/** How long after a close nobody else tries to show the result: an edit is over by then. */
export const SHOW_TRY_MS = 20_000;

export interface Attempt {
  /** Since when the question may stand in the place without our knowing; undefined where it surely does not. */
  readonly unsureSince: number | undefined;
  readonly retryAt: number;
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

/** How many have answered a question while this was its right answer, and how many of them rightly. */
export interface QuestionCount {
  readonly questionId: string;
  readonly rightText: string;
  readonly right: number;
  readonly answered: number;
}

/** Under which local date a closing round's answers count, and whether for its whole workspace or its place alone. */
export interface Counting {
  readonly date: string;
  readonly everywhere: boolean;
}

/** A place alone, or its whole workspace. */
export type Scope = { readonly place: Place } | { readonly workspaceOf: Place };

/** `date`: any local date that lies in the period. */
export interface BoardName {
  readonly scope: Scope;
  readonly period: Period;
  readonly date: string;
}

export interface Standing {
  readonly player: Player;
  readonly right: number;
  readonly answered: number;
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

export interface PlayerRecord {
  readonly place: Place;
  readonly questionId: string;
  readonly option: number;
  readonly right: boolean | undefined;
  readonly at: number;
}

/** A message of the page's channel, kept as the other platforms' own servers keep theirs. */
export interface TranscriptEntry {
  readonly message: MessageRef;
  /** A card as JSON. */
  readonly card: string;
  readonly at: number;
}
