/** What was done or went wrong, in a line at the bottom; and, above the text, that the program cannot be reached. */
import { useEffect, useState } from 'react';
import { asksOf } from './asks.ts';
import { useDesk } from './desk.ts';
import { notesOf } from './notes.ts';
import type { ShownPreview } from './use-preview.ts';
import { count } from './words.ts';

export function ConnectionNotice() {
  const { connection, isOutdated } = useDesk();
  return (
    <div className="connection" role="alert">
      {connection === 'lost' ? (
        <p className="notice">
          The program behind this page does not answer. Go on typing: your text is kept here. Saving works
          again once it is back.
        </p>
      ) : null}
      {isOutdated ? (
        <p className="notice">
          <span>The desk itself has changed since you opened it. What you typed is kept.</span>
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** As long as somebody who reads slowly needs to read it and to think about “Undo”. */
const LONG_ENOUGH_MS = 30_000;

/** The next thing that one does takes its place; what is being read or used stays. */
export function NoticeBar() {
  const { notice, act, dispatch } = useDesk();
  const [isUsed, setUsed] = useState(false);
  useEffect(() => {
    if (!notice || notice.isProblem || isUsed) return undefined;
    const timer = setTimeout(() => dispatch({ type: 'notice', notice: undefined }), LONG_ENOUGH_MS);
    return () => clearTimeout(timer);
  }, [notice, isUsed, dispatch]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody reads or uses it
    <div
      className="notice-bar"
      onPointerEnter={() => setUsed(true)}
      onPointerLeave={() => setUsed(false)}
      onFocus={() => setUsed(true)}
      onBlur={() => setUsed(false)}
      role={notice?.isProblem ? 'alert' : 'status'}
    >
      {notice ? (
        <p className={notice.isProblem ? 'notice problem' : 'notice'}>
          <span>{notice.words}</span>
          <span className="notice-buttons">
            {notice.undo ? (
              <button type="button" onClick={() => void act.undo(notice)}>
                Undo
              </button>
            ) : null}
            <button
              type="button"
              aria-label="Close this message"
              onClick={() => dispatch({ type: 'notice', notice: undefined })}
            >
              <span aria-hidden="true">×</span>
            </button>
          </span>
        </p>
      ) : null}
    </div>
  );
}

/** Once somebody has paused: a screen reader that speaks at each key is none. */
const PAUSE_MS = 1500;

export function Announcer({ preview }: { readonly preview: ShownPreview | undefined }) {
  const [said, setSaid] = useState('');
  const { server, refused } = useDesk();
  const form = preview?.shown.form;
  const asks = form ? asksOf(form, server).length : 0;
  const open = preview?.preview
    ? notesOf(preview.preview).filter(({ accepted }) => accepted === undefined)
    : [];
  const needed = open.filter(({ grade }) => grade === 'needed').length;
  const found = open.length - needed + asks;
  const words = !form
    ? ''
    : open.length + asks === 0
      ? refused[form.key]
        ? ''
        : 'Nothing to mend.'
      : [needed > 0 ? `${needed} still needed` : '', found > 0 ? `${count(found, 'thing')} to look at` : '']
          .filter(Boolean)
          .join(', ');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="unseen" role="status" data-announcer>
      {said}
    </p>
  );
}
