/** Whose try it is to post or show something. */

/** How long after a claim nobody else tries to post it. Each try is noted before it is sent, so this may be short. */
export const FIRST_TRY_MS = 20_000;

export interface Attempt {
  /** Since when the question may stand in the place without our knowing; undefined where it surely does not. */
  readonly unsureSince: number | undefined;
  readonly retryAt: number;
}
