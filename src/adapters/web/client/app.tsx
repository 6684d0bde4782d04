/** The whole page: the slip with everything one can do, and the two windows that show what comes of it. */
import { useReducer } from 'react';
import { useMedia, useTheme } from '../../../pages/client/theme.tsx';
import { useActions } from './actions.ts';
import { Announcer } from './announcer.tsx';
import { useConnection } from './connection.ts';
import { WindowNotices } from './notices.tsx';
import { Panes } from './panes.tsx';
import { People } from './people.tsx';
import { usePerson } from './person.ts';
import { Slip } from './slip.tsx';
import { Start } from './start.tsx';
import { initialState, openRound, reduce, visibleMessages } from './state.ts';
import { useShownNews } from './windows.ts';

export interface AppProps {
  readonly icon: string;
  /** Where the licences stand of what the page is made of. */
  readonly notices: string;
  readonly about: string;
  readonly example: string;
  readonly pack: string;
  /** The ids of everybody whom a visitor can be. */
  readonly ids: readonly string[];
  /** Whom nobody played when the page was opened. */
  readonly free: string;
}

export function App({ icon, notices, about, example, pack, ids, free }: AppProps) {
  const [state, dispatch] = useReducer(reduce, initialState);
  const [person, choosePerson] = usePerson(ids, free);
  const { theme, toggle } = useTheme();
  useConnection(person, dispatch);
  useShownNews(state.held);
  const actions = useActions(state, person, dispatch);

  const messages = visibleMessages(state);
  const wide = useMedia('(min-width: 64rem)');
  // Before the first snapshot nobody knows that the channel is empty.
  const isEmpty = state.build !== undefined && messages.length === 0;
  const closeNotice = () => dispatch({ type: 'notices-read' });
  // A button that moves would lose the focus, so it waits until its place is known.
  const start = wide && state.build === undefined ? null : <Start isEmpty={isEmpty} ask={actions.ask} />;
  // On a wide page the first thing one sees lies over the windows; here it is also the first that Tab reaches.
  const isOver = wide && isEmpty;
  const people = <People {...state} person={person} choosePerson={choosePerson} />;

  return (
    <div className="page">
      <a className="skip" href="#windows">
        Skip to the messages
      </a>
      {isOver ? start : null}
      <Slip
        state={state}
        notices={notices}
        about={about}
        example={example}
        pack={pack}
        theme={theme}
        toggleTheme={toggle}
        isOpen={openRound(state) !== undefined}
        actions={actions}
        start={isOver ? null : start}
        people={wide ? people : null}
        closeNotice={closeNotice}
      />
      <Panes
        wide={wide}
        bar={wide ? null : people}
        notices={<WindowNotices state={state} close={closeNotice} />}
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
      <Announcer announcements={state.announcements} dispatch={dispatch} />
    </div>
  );
}
