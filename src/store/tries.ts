/** Tries to post or to show: of all processes one has it, until an instant that the row keeps. */
import { type SqlBool, sql } from 'kysely';

/** No try is put off for longer than the day within which a missed question may still come. */
const LONGEST_WAIT_MS = 25 * 3_600_000;

/** Also where it was put off for longer: that was noted before the clock was set back. */
export const isTimeToTry = (now: number) =>
  sql<SqlBool>`(retry_at <= ${now} or retry_at > ${now + LONGEST_WAIT_MS})`;
