/** One platform's window: its channel with the bot's messages, newest at the bottom. */
import { type ComponentType, type ReactNode, useState } from 'react';
import type { DrawingProps } from '../../../pages/client/drawing.ts';
import type { Theme } from '../../../pages/client/theme.tsx';
import type { Person } from '../people.ts';
import type { FaceLabel, ShownMessage } from '../wire.ts';
import { useFollowing } from './following.ts';
import { MessageFrame } from './message-frame.tsx';
import type { Held } from './state.ts';

export interface PanesProps {
  /** Both windows at once, or one behind each tab. */
  readonly wide: boolean;
  /** Whom one is, above the one window that is shown. */
  readonly bar: ReactNode;
  readonly notices: ReactNode;
  readonly faces: readonly FaceLabel[];
  readonly people: readonly Person[];
  readonly messages: readonly ShownMessage[];
  readonly theme: Theme;
  readonly icon: string;
  readonly held: Held | undefined;
  readonly ends: number;
  press(message: string, token: string): void;
  dismiss(message: string): void;
}

interface PaneProps extends PanesProps {
  readonly face: FaceLabel;
  readonly Drawing: ComponentType<DrawingProps> | undefined;
  readonly hidden: boolean;
}

/** Drawn at once; a long history is one press away. */
const FIRST_SHOWN = 30;

export function Pane(props: PaneProps) {
  const { face, wide, hidden, messages, held, ends } = props;
  const [count, setCount] = useState(FIRST_SHOWN);
  const { scroller, content } = useFollowing(held, ends);
  const shown = messages.slice(-Math.max(count, reachOf(messages, held)));
  const role = wide
    ? { 'aria-label': face.label }
    : ({ role: 'tabpanel', 'aria-labelledby': `tab-${face.name}` } as const);
  return (
    <section id={`pane-${face.name}`} className={`pane pane-${face.name}`} hidden={hidden} {...role}>
      <PaneHead label={face.label} />
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
            <p className="beginning">Each message is drawn from the exact payload that {face.label} gets.</p>
          )}
          <Rows {...props} shown={shown} />
        </div>
      </section>
    </section>
  );
}

/** How far back a message is that must be seen. */
function reachOf(messages: readonly ShownMessage[], held: Held | undefined): number {
  const at = messages.findIndex(({ id }) => id === held?.message);
  return at === -1 ? 0 : messages.length - at;
}

const PaneHead = ({ label }: { label: string }) => (
  <h2 className="pane-head">
    <span className="hash" aria-hidden="true">
      #
    </span>
    general
    <span className="pane-label">{label}</span>
  </h2>
);

function Rows(props: PaneProps & { readonly shown: readonly ShownMessage[] }): ReactNode {
  const { face, Drawing, shown, theme, icon, people, held, press, dismiss } = props;
  const rows = (
    <ol className="messages">
      {shown.map((message) => (
        <MessageFrame
          key={message.id}
          name={face.name}
          message={message}
          changed={held?.message === message.id}
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
  if (face.name !== 'discord') return rows;
  return (
    <discord-messages key={theme} lightTheme={theme === 'light'} noBackground>
      {rows}
    </discord-messages>
  );
}
