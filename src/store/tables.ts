/**
 * The rows as they lie in the database; they never leave this folder. One shape for SQLite and PostgreSQL:
 * text, integer and bigint only, instants in milliseconds, truth as 0 and 1, lists as JSON text.
 */
import type { Kysely } from 'kysely';
import type { Daily, Delivery, LeftOut, Level, Quiz, Round } from '../core/ports/store.ts';

export type Db = Kysely<Tables>;

export interface Tables {
  quizzes: QuizRow;
  rounds: RoundRow;
  answers: AnswerRow;
  answer_marks: AnswerMarkRow;
  standings: StandingRow;
  ranks: RankRow;
  question_counts: QuestionCountRow;
  shelves: ShelfRow;
  seen: SeenRow;
  plans: PlanRow;
  settings: SettingsRow;
  left_out: LeftOutRow;
  dailies: DailyRow;
  deliveries: DeliveryRow;
  transcript: TranscriptRow;
  requests: RequestRow;
  installations: InstallationRow;
  hidden: HiddenRow;
  left_workspaces: LeftWorkspaceRow;
  chores: ChoreRow;
}

export interface PlaceColumns {
  platform: string;
  workspace: string;
  channel: string;
}

/** A player brings a workspace of their own: in a shared channel it is not the place's. */
export interface PlayerColumns {
  player_platform: string;
  player_workspace: string;
  player_user: string;
}

/** The player is who started it. */
export interface QuizRow extends PlaceColumns, PlayerColumns {
  id: string;
  topic: string;
  pack: string | null;
  level: Level | null;
  total: number;
  seconds_per_round: number;
  is_private: number;
  state: Quiz['state'];
  started_at: number;
  ended_at: number | null;
  owes_standings: number;
  owes_word: string;
  unsure_since: number | null;
  /** Null where it owes nothing. */
  retry_at: number | null;
}

/** Belongs to a quiz (with its number) or to a delivery, never to both. */
export interface RoundRow extends PlaceColumns {
  id: string;
  question_id: string;
  /** A question as it was put: JSON. */
  shown: string;
  opened_at: number;
  closes_at: number;
  closed_at: number | null;
  quiz_id: string | null;
  quiz_number: number | null;
  delivery_id: string | null;
  is_private: number;
  /** Its answers are gone and its date counts in no streak. */
  is_void: number;
  message_id: string | null;
  state: Round['state'];
  unsure_since: number | null;
  retry_at: number;
  /** The local date under which its answers stand on the boards; null where they count for nobody, or not yet. */
  counted_on: string | null;
  /** Whether they stand on the board of the whole workspace as well. */
  counts_everywhere: number;
}

/** Repeats the round's place. */
export interface AnswerRow extends PlaceColumns, PlayerColumns {
  round_id: string;
  option: number;
  is_right: number;
  answered_at: number;
  /** Whether it counts for its question: no other answer of this person to it does. */
  is_first: number;
}

/** `mark`: a hash of round and player, who deleted their answer while the round was open. */
export interface AnswerMarkRow {
  round_id: string;
  mark: string;
}

/** What a player has on one board: that of a channel, or with no channel that of the whole workspace, in a period. */
export interface StandingRow extends PlaceColumns, PlayerColumns {
  period: string;
  right_count: number;
  answer_count: number;
}

/** How many people have this many points on one board, so that a rank is a sum of few rows. */
export interface RankRow extends PlaceColumns {
  period: string;
  right_count: number;
  people: number;
}

/** What people know of a question with this right answer, over all places. */
export interface QuestionCountRow {
  question_id: string;
  right_text: string;
  right_count: number;
  answer_count: number;
}

/** One row for all that a place has seen of one kind: who takes something from it holds this row meanwhile. */
export interface ShelfRow extends PlaceColumns {
  shelf: string;
  last_item: string | null;
}

export interface SeenRow extends PlaceColumns {
  shelf: string;
  item: string;
  seen_at: number;
}

/** Whoever changes it holds the place's shelf of questions. */
export interface PlanRow extends PlaceColumns {
  questions: string;
}

/** Lists; null where nobody ever chose. */
export interface SettingsRow extends PlaceColumns {
  packs: string | null;
  known: string | null;
}

export interface LeftOutRow extends PlaceColumns {
  kind: LeftOut;
  item: string;
  left_out_at: number;
}

/** The player is who set it. */
export interface DailyRow extends PlaceColumns, PlayerColumns {
  id: string;
  local_time: string;
  zone: string;
  weekdays: string;
  topic: string;
  pack: string | null;
  reveal_after_hours: number;
  skip_dates: string;
  catch_up_hours: number;
  state: Daily['state'];
  paused_until: string | null;
  reason: string;
  next_run: number;
}

/** `daily_id` is no foreign key: a delivery outlives the daily that it was made for. */
export interface DeliveryRow extends PlaceColumns {
  id: string;
  daily_id: string;
  local_date: string;
  due_at: number;
  claimed_at: number;
  /** An `unknown` delivery is a failed one that still has `unsure_since`. */
  state: Exclude<Delivery['state'], 'unknown'>;
  reason: string;
  settled_at: number | null;
  is_by_hand: number;
  unsure_since: number | null;
  retry_at: number;
}

/** `position` keeps messages of the same millisecond in the order in which they came. */
export interface TranscriptRow extends PlaceColumns {
  message_id: string;
  position: number;
  card: string;
  posted_at: number;
}

/** Those that were taken, so that a second delivery finds its first. */
export interface RequestRow {
  platform: string;
  request_id: string;
  taken_at: number;
}

/** `seen_at`: when a process last spoke for it. */
export interface InstallationRow {
  platform: string;
  identity: string;
  seen_at: number;
}

/** Without a workspace (the empty text) it holds in every one of the platform. */
export interface HiddenRow extends PlayerColumns {
  hidden_at: number;
}

export interface LeftWorkspaceRow {
  platform: string;
  workspace: string;
  left_at: number;
}

export interface ChoreRow {
  chore: string;
  begun_at: number;
}
