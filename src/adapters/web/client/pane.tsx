/** One platform's window: its channel with the bot's messages, newest at the bottom. */
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import type { FaceLabel } from '../wire.ts';
import type { DrawingProps } from './drawing.ts';
import { MessageFrame } from './message-frame.tsx';
import type { PanesProps } from './panes.tsx';

interface PaneProps extends PanesProps {
  readonly face: FaceLabel;
  readonly Drawing: ComponentType<DrawingProps> | undefined;
  readonly hidden: boolean;
}

/** Drawn at once; a long history is one press away. */
const FIRST_SHOWN = 30;

export function Pane({
  face,
  Drawing,
  wide,
  hidden,
  messages,
  theme,
  icon,
  people,
  press,
  dismiss,
}: PaneProps) {
  const [count, setCount] = useState(FIRST_SHOWN);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useStickToEnd(scroller, content);
  const shown = messages.slice(-count);
  const role = !wide
    ? ({ role: 'tabpanel', 'aria-labelledby': `tab-${face.name}` } as const)
    : { 'aria-label': face.label };
  const rows = (
    <ol className="messages">
      {shown.map((message) => (
        <MessageFrame
          key={message.id}
          name={face.name}
          message={message}
          Drawing={Drawing}
          drawing={{
            payload: message.payloads[face.name],
            message,
            icon,
            people,
            press: (token) => press(message.id, token),
          }}
          dismiss={() => dismiss(message.id)}
        />
      ))}
    </ol>
  );
  return (
    <section id={`pane-${face.name}`} className={`pane pane-${face.name}`} hidden={hidden} {...role}>
      <h2 className="pane-head">
        <span className="hash" aria-hidden="true">
          #
        </span>
        general
        <span className="pane-label">{face.label}</span>
      </h2>
      <section
        ref={scroller}
        className="scroller"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        tabIndex={0}
        aria-label={`Messages on ${face.label}`}
      >
        <div ref={content}>
          {shown.length < messages.length ? (
            <button type="button" className="quiet" onClick={() => setCount(count + FIRST_SHOWN)}>
              Show earlier messages
            </button>
          ) : (
            <p className="beginning">
              The beginning of #general. Each message is drawn from the exact payload that {face.label} gets.
            </p>
          )}
          {face.name === 'discord' ? (
            <discord-messages key={theme} lightTheme={theme === 'light'} noBackground>
              {rows}
            </discord-messages>
          ) : (
            rows
          )}
        </div>
      </section>
    </section>
  );
}

/** Follows the end while the reader is there, also when what is there grows; leaves a reader of older messages alone. */
function useStickToEnd(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): void {
  const atEnd = useRef(true);
  useEffect(() => {
    const box = scroller.current;
    if (!box || !content.current) return undefined;
    const follow = () => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    };
    const onScroll = () => {
      atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
    };
    const observer = new ResizeObserver(follow);
    observer.observe(content.current);
    observer.observe(box);
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, [scroller, content]);
}
