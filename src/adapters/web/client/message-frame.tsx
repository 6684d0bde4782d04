/** What is the same around every message: who sees it, and the payload it was drawn from. */
import { type ComponentType, useEffect, useId, useRef, useState } from 'react';
import type { DrawingProps } from '../../../pages/client/drawing.ts';
import { timeOfDay } from '../../../pages/client/moment.tsx';
import { Undrawable } from '../../../pages/client/undrawable.tsx';
import type { ShownMessage } from '../wire.ts';
import { Files } from './files.tsx';

const UNDRAWABLE = 'This payload has parts that the page cannot draw. “Show payload” shows all of it.';

interface FrameProps {
  readonly name: string;
  readonly message: ShownMessage;
  /** It has just become something else: a question its result. */
  readonly changed: boolean;
  readonly Drawing: ComponentType<DrawingProps> | undefined;
  readonly drawing: DrawingProps;
  dismiss(): void;
}

export function MessageFrame({ name, message, changed, Drawing, drawing, dismiss }: FrameProps) {
  const [open, setOpen] = useState(false);
  const row = useKeptFocus(message);
  const payload = useId();
  return (
    <li
      ref={row}
      className={`message ${message.onlyYou ? 'only-you' : ''} ${changed ? 'changed' : ''}`}
      tabIndex={-1}
      aria-label={`${firstLine(message.text)} – Receipts, ${timeOfDay(message.at)}`}
      data-message={message.id}
    >
      <Undrawable key={message.text} words={UNDRAWABLE}>
        {Drawing ? <Drawing {...drawing} /> : <p className="undrawable">{message.text}</p>}
      </Undrawable>
      <Files files={message.files ?? []} />
      <div className="message-foot">
        {message.onlyYou ? (
          <p className="only-you-note">
            <EyeIcon /> Only you can see this
            <button type="button" onClick={dismiss}>
              Dismiss
            </button>
          </p>
        ) : null}
        <button
          type="button"
          className="payload-toggle"
          aria-expanded={open}
          aria-controls={payload}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide payload' : 'Show payload'}
        </button>
      </div>
      <section id={payload} hidden={!open} aria-label={`Payload for ${name}`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
        <pre className="payload" tabIndex={0}>
          {open ? JSON.stringify(drawing.payload, undefined, 2) : null}
        </pre>
      </section>
    </li>
  );
}

/** What the focus says when it lands on a message. */
const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** Where a pressed button disappears with the change it caused, the focus stays at its message. */
function useKeptFocus(message: ShownMessage) {
  const row = useRef<HTMLLIElement>(null);
  const held = useRef(false);
  useEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    const note = () => {
      // A button that is removed loses the focus to the body, and says nothing.
      if (document.activeElement !== document.body) held.current = element.contains(document.activeElement);
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: to be looked at after every change of the message
  useEffect(() => {
    if (held.current && document.activeElement === document.body) row.current?.focus();
  }, [message]);
  return row;
}

const EyeIcon = () => (
  <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="none" stroke="currentColor">
    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
    <circle cx="8" cy="8" r="1.8" />
  </svg>
);
