/** The receipt at the side: who you are, what you say, what you could say, and the moderator's two buttons. */
import type { ReactNode } from 'react';
import type { Actions } from './actions.ts';
import { CommandLine } from './command-line.tsx';
import { Examples } from './examples.tsx';
import type { PageState } from './state.ts';
import type { Theme } from './theme.tsx';

interface SlipProps {
  readonly state: PageState;
  /** What this bot knows, in a short sentence; empty where nobody says. */
  readonly about: string;
  readonly person: string;
  choosePerson(person: string): void;
  readonly theme: Theme;
  toggleTheme(): void;
  /** Whether a round can be closed. */
  readonly isOpen: boolean;
  /** What a newcomer sees first, where there is no room for it elsewhere. */
  readonly start: ReactNode;
  readonly actions: Actions;
}

export function Slip(props: SlipProps) {
  const { state, person, actions } = props;
  return (
    <div className="slip">
      <SlipHead {...props} />
      {props.start}
      <section className="slip-body" aria-label="Your part">
        <People state={state} person={person} choosePerson={props.choosePerson} />
        <section aria-label="Command">
          <CommandLine say={actions.say} returned={state.returned} />
          <Examples say={actions.choose} />
        </section>
        <Moderator {...props} />
      </section>
      <footer className="slip-foot">
        <p>
          <span className={`dot dot-${state.connection}`} aria-hidden="true" /> {CONNECTION[state.connection]}
        </p>
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

function People({ state, person, choosePerson }: Pick<SlipProps, 'state' | 'person' | 'choosePerson'>) {
  return (
    <fieldset className="people">
      <legend>You are</legend>
      {state.people.map(({ id, name, moderator }) => (
        <label key={id} className="person">
          <input
            type="radio"
            name="person"
            value={id}
            checked={id === person}
            onChange={() => choosePerson(id)}
          />
          <span className="person-name">
            {name}
            {moderator ? <small>moderator</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Moderator({ state, isOpen, actions }: SlipProps) {
  const moderator = state.people.find((one) => one.moderator);
  if (!moderator) return null;
  return (
    <section className="moderator" aria-labelledby="moderator">
      <h2 id="moderator">As the moderator, {moderator.name}</h2>
      <button type="button" onClick={() => actions.postDaily(moderator.id)}>
        Post the daily question now
      </button>
      {/* Not `disabled`, which would drop the focus as soon as the round is closed. */}
      <button type="button" aria-disabled={!isOpen} onClick={() => actions.close(moderator.id)}>
        Close the round now
      </button>
    </section>
  );
}
