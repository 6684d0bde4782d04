/**
 * What screen readers hear, and in which order. Pure; the announcer keeps the time.
 * A whisper waits a moment: “The answer is out” must not cut off the question or the result it speaks of.
 */

interface Announcement {
  readonly id: number;
  readonly text: string;
  readonly whispered: boolean;
}

export interface Announcements {
  /** In the live region, in the order in which they are read out. */
  readonly spoken: readonly Announcement[];
  readonly waiting: readonly Announcement[];
  readonly count: number;
}

export const silence: Announcements = { spoken: [], waiting: [], count: 0 };

export function announce(now: Announcements, text: string, whispered: boolean): Announcements {
  const next = { id: now.count, text, whispered };
  const count = now.count + 1;
  return whispered
    ? { ...now, count, waiting: [...now.waiting, next] }
    : { ...now, count, spoken: [...now.spoken, next] };
}

export const speakWhispers = (now: Announcements): Announcements => ({
  ...now,
  spoken: [...now.spoken, ...now.waiting],
  waiting: [],
});

/** Said long ago; a region that grows for ever would be in the way of whoever reads through the page. */
export const clearSpoken = (now: Announcements): Announcements => ({ ...now, spoken: [] });

/** What the one was told is not for the other. */
export const withoutWhispers = (now: Announcements): Announcements => ({
  ...now,
  spoken: now.spoken.filter(({ whispered }) => !whispered),
  waiting: [],
});
