/** The receipt at the side: who you are, what you say, what you could say, and the moderator's two buttons. */
import type { ReactNode } from 'react';
import { CommandLine } from './command-line.tsx';
import { Examples } from './examples.tsx';
import type { openRound, PageState } from './state.ts';
import type { Theme } from './theme.tsx';

interface SlipProps {
  readonly state: PageState;
  readonly person: string;
  choosePerson(person: string): void;
  readonly theme: Theme;
  toggleTheme(): void;
  readonly round: ReturnType<typeof openRound>;
  /** What a newcomer sees first, where there is no room for it elsewhere. */
  readonly start: ReactNode;
  command(player: string, text: string): Promise<void>;
  press(player: string, message: string, token: string): Promise<void>;
}

export function Slip(props: SlipProps) {
  const { state, person, theme, toggleTheme, command } = props;
  return (
    <div className="slip">
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
      </header>
      {props.start}
      <section className="slip-body" aria-label="Your part">
        <People state={state} person={person} choosePerson={props.choosePerson} />
        <section aria-label="Command">
          <CommandLine say={(text) => command(person, text)} />
          <Examples say={(text) => command(person, text)} />
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

const CONNECTION = { connecting: 'Connecting …', open: 'Connected', lost: 'Connection lost' } as const;

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

function Moderator({ state, round, command, press }: SlipProps) {
  const moderator = state.people.find((one) => one.moderator);
  if (!moderator) return null;
  return (
    <section className="moderator" aria-labelledby="moderator">
      <h2 id="moderator">As the moderator, {moderator.name}</h2>
      <button type="button" onClick={() => command(moderator.id, '/daily now')}>
        Post the daily question now
      </button>
      <button
        type="button"
        disabled={round === undefined}
        onClick={() => round && press(moderator.id, round.message, round.token)}
      >
        Close the round now
      </button>
    </section>
  );
}
