/** The whole page: the slip with everything one can do, and the two windows that show what comes of it. */
import { useCallback, useReducer, useState } from 'react';
import { Announcer } from './announcer.tsx';
import { useConnection } from './connection.ts';
import { Notices } from './notices.tsx';
import { Panes } from './panes.tsx';
import { sendCommand, sendPress } from './requests.ts';
import { Slip } from './slip.tsx';
import { Start } from './start.tsx';
import { initialState, openRound, reduce, visibleMessages } from './state.ts';
import { useMedia, useTheme } from './theme.tsx';

export function App({ icon, firstPerson }: { icon: string; firstPerson: string }) {
  const [state, dispatch] = useReducer(reduce, initialState);
  const [person, choosePerson] = useState(firstPerson);
  const { theme, toggle } = useTheme();
  useConnection(person, dispatch);

  const press = useCallback(async (player: string, message: string, token: string) => {
    dispatch({ type: 'problem-read' });
    const outcome = await sendPress(player, message, token);
    if (!outcome.ok) dispatch({ type: 'problem', words: outcome.words });
  }, []);
  const command = useCallback(async (player: string, text: string) => {
    dispatch({ type: 'problem-read' });
    const outcome = await sendCommand(player, text);
    if (!outcome.ok) dispatch({ type: 'problem', words: outcome.words });
    // Where the windows are below the slip, the answer would come out of sight.
    else document.getElementById('windows')?.scrollIntoView({ block: 'nearest' });
  }, []);

  const messages = visibleMessages(state);
  const wide = useMedia('(min-width: 64rem)');
  // Before the first snapshot nobody knows that the channel is empty.
  const empty = state.build !== undefined && messages.length === 0;
  const start = empty ? <Start askMe={() => command(person, '/quiz')} /> : null;

  return (
    <div className="desk">
      <a className="skip" href="#windows">
        Skip to the messages
      </a>
      <Slip
        state={state}
        person={person}
        choosePerson={choosePerson}
        theme={theme}
        toggleTheme={toggle}
        round={openRound(state)}
        command={command}
        press={press}
        start={wide ? null : start}
      />
      <Panes
        wide={wide}
        start={wide ? start : null}
        faces={state.faces}
        people={state.people}
        messages={messages}
        theme={theme}
        icon={icon}
        press={(message, token) => press(person, message, token)}
        dismiss={(message) => dispatch({ type: 'dismiss', message })}
      />
      <Notices state={state} close={() => dispatch({ type: 'problem-read' })} />
      <Announcer {...state.announcement} />
    </div>
  );
}
