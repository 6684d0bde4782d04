/** One thing that was looked at, and how it is. */

export interface Finding {
  /** `ok`; `note`: could not be looked at, or is only told; `look`: may cost people something; `wrong`: does. */
  readonly mark: 'ok' | 'note' | 'look' | 'wrong';
  /** Under which heading it stands. */
  readonly about: string;
  readonly what: string;
  /** What to do about it. */
  readonly next?: string;
}

export const finding = (mark: Finding['mark'], about: string, what: string, next?: string): Finding => ({
  mark,
  about,
  what,
  ...(next !== undefined && { next }),
});
