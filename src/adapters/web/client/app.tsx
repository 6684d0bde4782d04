/** The whole page: the slip with everything one can do, and the two windows that show what comes of it. */
import { useReducer } from 'react';
import { useActions } from './actions.ts';
import { Announcer } from './announcer.tsx';
import { useConnection } from './connection.ts';
import { Notices } from './notices.tsx';
import { Panes } from './panes.tsx';
import { usePerson } from './person.ts';
import { Slip } from './slip.tsx';
import { Start } from './start.tsx';
import { initialState, openRound, reduce, visibleMessages } from './state.ts';
import { useMedia, useTheme } from './theme.tsx';
import { useShownResult } from './windows.ts';

export interface AppProps {
  readonly icon: string;
  readonly about: string;
  /** The ids of everybody whom a visitor can be. */
  readonly ids: readonly string[];
}

export function App({ icon, about, ids }: AppProps) {
  const [state, dispatch] = useReducer(reduce, initialState);
  const [person, choosePerson] = usePerson(ids);
  const { theme, toggle } = useTheme();
  useConnection(person, dispatch);
  useShownResult(state.held);
  const actions = useActions(state, person, dispatch);

  const messages = visibleMessages(state);
  const wide = useMedia('(min-width: 64rem)');
  // Before the first snapshot nobody knows that the channel is empty.
  const empty = state.build !== undefined && messages.length === 0;
  const start = empty ? <Start people={state.people} person={person} ask={actions.ask} /> : null;

  return (
    <div className="desk">
      <a className="skip" href="#windows">
        Skip to the messages
      </a>
      <Slip
        state={state}
        about={about}
        person={person}
        choosePerson={choosePerson}
        theme={theme}
        toggleTheme={toggle}
        isOpen={openRound(state) !== undefined}
        actions={actions}
        start={wide ? null : start}
      />
      <Panes
        wide={wide}
        start={wide ? start : null}
        faces={state.faces}
        people={state.people}
        messages={messages}
        held={state.held}
        ends={state.ends}
        theme={theme}
        icon={icon}
        press={actions.press}
        dismiss={(message) => dispatch({ type: 'dismiss', message })}
      />
      <Notices state={state} close={() => dispatch({ type: 'notices-read' })} />
      <Announcer announcements={state.announcements} dispatch={dispatch} />
    </div>
  );
}
