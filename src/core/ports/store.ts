/**
 * PORT: what the bot remembers. Domain verbs, no generic get or set; `tests/contracts/store.ts` is its
 * specification. Instants are milliseconds since 1970 in UTC, local dates are `2026-11-21`.
 * Every verb that decides something (who was first, whether it is still open) decides it in one transaction.
 */
import type { Dailies } from './store/dailies.ts';
import type { People } from './store/people.ts';
import type { Plans } from './store/plans.ts';
import type { Quizzes } from './store/quizzes.ts';
import type { Retention } from './store/retention.ts';
import type { Rounds } from './store/rounds.ts';
import type { Scores } from './store/scores.ts';
import type { Seen } from './store/seen.ts';
import type { Settings } from './store/settings.ts';
import type { Upkeep } from './store/upkeep.ts';

export type {
  AskedDaily,
  Daily,
  DailyDates,
  Delivery,
  DeliveryChange,
  NewDelivery,
} from './store/dailies.ts';
export type {
  AccountRecord,
  KeptAnswer,
  PlayerRecord,
} from './store/people.ts';
export type { Ending, Level, Owed, Quiz, Waiting } from './store/quizzes.ts';
export type { LeftWorkspace, Retired } from './store/retention.ts';
export {
  type Answer,
  type AnswerOutcome,
  type Counting,
  type NewAnswer,
  type NewRound,
  type OpenQuestion,
  type Posted,
  type Round,
  SHOW_TRY_MS,
  type ShownQuestion,
} from './store/rounds.ts';
export type { Board, BoardName, Outcome, QuestionCount, Ranked, Scope, Standing } from './store/scores.ts';
export type { Shown, Taking } from './store/seen.ts';
export type { Choice, LeftOut, PackChoice, PlaceSettings } from './store/settings.ts';
export { type Attempt, FIRST_TRY_MS } from './store/tries.ts';
export type { ScopedIds, TranscriptEntry } from './store/upkeep.ts';

export interface Store
  extends Quizzes,
    Rounds,
    Dailies,
    Seen,
    Plans,
    Settings,
    Scores,
    People,
    Retention,
    Upkeep {
  close(): Promise<void>;
}
