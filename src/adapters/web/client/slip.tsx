/** The receipt at the side: who you are, what you say, what you could say, and the moderator's two buttons. */
import type { ReactNode } from 'react';
import type { Theme } from '../../../pages/client/theme.tsx';
import type { Actions } from './actions.ts';
import { CommandLine } from './command-line.tsx';
import { Examples } from './examples.tsx';
import { SlipNotices } from './notices.tsx';
import type { PageState } from './state.ts';

interface SlipProps {
  readonly state: PageState;
  readonly notices: string;
  /** What this bot knows, in a short sentence; empty where nobody says. */
  readonly about: string;
  /** Somebody or something that facts can be asked about. */
  readonly example: string;
  /** One of several packs; empty where there is one. */
  readonly pack: string;
  readonly theme: Theme;
  toggleTheme(): void;
  /** Whether a round can be closed. */
  readonly isOpen: boolean;
  readonly start: ReactNode;
  /** Whom one is; absent where that stands above the messages. */
  readonly people: ReactNode;
  closeNotice(): void;
  readonly actions: Actions;
}

export function Slip(props: SlipProps) {
  const { state, actions } = props;
  return (
    <div className="slip">
      <SlipHead {...props} />
      {props.start}
      <section className="slip-body" aria-label="Your part">
        {props.people}
        <section aria-label="Command">
          <CommandLine say={actions.say} returned={state.returned} />
          <SlipNotices state={state} close={props.closeNotice} />
          <Examples about={props.example} pack={props.pack} say={actions.choose} />
        </section>
        <Moderator {...props} />
      </section>
      <footer className="slip-foot">
        <p>
          <span className={`dot dot-${state.connection}`} aria-hidden="true" /> {CONNECTION[state.connection]}
        </p>
        <a href={props.notices}>Licences</a>
        <div className="barcode" aria-hidden="true" />
      </footer>
    </div>
  );
}

const SlipHead = ({ about, theme, toggleTheme }: SlipProps) => (
  <header className="slip-head">
    <h1>Receipts</h1>
    <button type="button" className="theme" aria-pressed={theme === 'dark'} onClick={toggleTheme}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.75" />
        <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
      </svg>
      <span className="unseen">Dark colours</span>
    </button>
    <p className="lead">A trivia and fact bot for Discord and Slack. Every fact shows its receipt.</p>
    {about === '' ? null : <p className="lead about">{about}</p>}
  </header>
);

const CONNECTION = { connecting: 'Connecting…', open: 'Connected', lost: 'Reconnecting…' } as const;

function Moderator({ state, isOpen, actions }: SlipProps) {
  const moderator = state.people.find((one) => one.moderator);
  if (!moderator) return null;
  return (
    <section className="moderator" aria-labelledby="moderator">
      <h2 id="moderator">As the moderator, {moderator.name}</h2>
      <button type="button" onClick={() => actions.postDaily(moderator.id)}>
        Post daily question
      </button>
      {/* Not `disabled`, which would drop the focus as soon as the round is closed. */}
      <button type="button" aria-disabled={!isOpen} onClick={() => actions.close(moderator.id)}>
        Reveal now
      </button>
    </section>
  );
}
