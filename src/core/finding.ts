/** One thing that was looked at for an operator, and how it is. */
export interface Finding {
  /** `note`: told, or not to be seen from here. `look`: may cost people something. `wrong`: does. */
  readonly mark: 'ok' | 'note' | 'look' | 'wrong';
  /** The heading that it stands under. */
  readonly about: string;
  readonly what: string;
  /** What to do about it. */
  readonly next?: string;
}

export const finding = (mark: Finding['mark'], about: string, what: string, next?: string): Finding => ({
  ...{ mark, about, what },
  ...(next !== undefined && { next }),
});

/** Why nobody was reached: its code alone, because a message may quote what was sent. */
export function unreachedBy(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error instanceof Error ? error.name : 'unknown';
}

/** What was found out about a platform or the database, and what time it had, as far as it said. */
export interface Examined {
  readonly findings: readonly Finding[];
  /** How much this machine's clock is ahead of its. */
  readonly aheadMs?: number | undefined;
}
