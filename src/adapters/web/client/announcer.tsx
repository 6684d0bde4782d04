/** Reads new messages out, once for both windows. */

/** The key makes two equal texts two announcements. */
export const Announcer = ({ text, count }: { text: string; count: number }) => (
  <div className="unseen" aria-live="polite" aria-atomic="true" data-announcer>
    <p key={count}>{text}</p>
  </div>
);
