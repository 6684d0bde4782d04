/** Reads new messages out, once for both windows and each to its end: a queue, nothing replaces anything. */
import { type Dispatch, useEffect } from 'react';
import type { Announcements } from './announcements.ts';
import type { PageEvent } from './state.ts';

/** Long enough for the message that a whisper is about to arrive first. */
const WHISPER_MS = 800;
/** Long enough for a screen reader to have taken it; what it has taken it reads to the end. */
const KEEP_MS = 30_000;

interface AnnouncerProps {
  readonly announcements: Announcements;
  readonly dispatch: Dispatch<PageEvent>;
}

export function Announcer({ announcements, dispatch }: AnnouncerProps) {
  const { spoken, waiting } = announcements;
  // Also after each public message: the whispers wait until that is out.
  useLater(announcements, waiting.length > 0, WHISPER_MS, () => dispatch({ type: 'whispers-due' }));
  useLater(announcements, spoken.length > 0, KEEP_MS, () => dispatch({ type: 'all-heard' }));
  return (
    <div className="unseen" aria-live="polite" aria-atomic="false" aria-relevant="additions" data-announcer>
      {spoken.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}

/** Runs once `subject` has stood still for so long. */
function useLater(subject: unknown, wanted: boolean, ms: number, run: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` only dispatches; a new one is no new wish
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }, [subject, wanted, ms]);
}
