/** One platform's window: its channel with the bot's messages, newest at the bottom. */
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import type { FaceLabel } from '../wire.ts';
import type { DrawingProps } from './drawing.ts';
import { MessageFrame } from './message-frame.tsx';
import type { PanesProps } from './panes.tsx';

interface PaneProps extends PanesProps {
  readonly face: FaceLabel;
  readonly Drawing: ComponentType<DrawingProps> | undefined;
  readonly isTab: boolean;
  readonly hidden: boolean;
}

/** Drawn at once; a long history is one press away. */
const FIRST_SHOWN = 30;

export function Pane({
  face,
  Drawing,
  isTab,
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
  const list = useRef<HTMLOListElement>(null);
  useStickToEnd(scroller, list);
  const shown = messages.slice(-count);
  const role = isTab
    ? ({ role: 'tabpanel', 'aria-labelledby': `tab-${face.name}` } as const)
    : { 'aria-label': face.label };
  const rows = (
    <ol ref={list} className="messages">
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
      {/* A region that scrolls must be reachable by the keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <div
        ref={scroller}
        className="scroller"
        tabIndex={0}
        role="group"
        aria-label={`Messages on ${face.label}`}
      >
        {shown.length < messages.length ? (
          <button type="button" className="quiet" onClick={() => setCount(count + FIRST_SHOWN)}>
            Show earlier messages
          </button>
        ) : null}
        {face.name === 'discord' ? (
          <discord-messages key={theme} lightTheme={theme === 'light'} noBackground>
            {rows}
          </discord-messages>
        ) : (
          rows
        )}
      </div>
    </section>
  );
}

/** Follows the end while the reader is there, also when what is there grows; leaves a reader of older messages alone. */
function useStickToEnd(scroller: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>): void {
  const atEnd = useRef(true);
  useEffect(() => {
    const box = scroller.current;
    if (!box || !list.current) return undefined;
    const follow = () => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    };
    const onScroll = () => {
      atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
    };
    const observer = new ResizeObserver(follow);
    observer.observe(list.current);
    observer.observe(box);
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, [scroller, list]);
}
