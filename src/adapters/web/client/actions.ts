/** What the person does: each is sent, and what goes wrong with it comes back as an event. */
import { type Dispatch, useEffect, useRef } from 'react';
import type { ShownMessage } from '../wire.ts';
import { type Outcome, sendCommand, sendPress } from './requests.ts';
import { type OpenRound, openRound, type PageEvent, type PageState } from './state.ts';
import { showWindows } from './windows.ts';

export interface Actions {
  /** A line from the box; it goes back there where it does not work. */
  say(line: string): Promise<void>;
  /** A ready-made line. */
  choose(line: string): Promise<void>;
  /** The newcomer's button, which disappears with its own success. */
  ask(): Promise<void>;
  press(message: string, token: string): Promise<void>;
  postDaily(moderator: string): Promise<void>;
  close(moderator: string): Promise<void>;
}

export function useActions(state: PageState, person: string, dispatch: Dispatch<PageEvent>): Actions {
  const { moveFocus, stay } = useFocusMove(state.messages);

  const told = (outcome: Outcome) => {
    if (!outcome.ok) dispatch({ type: 'problem', words: outcome.words });
    return outcome.ok;
  };
  const command = async (player: string, text: string, line?: string) => {
    dispatch({ type: 'acting', ...(line === undefined ? {} : { line }) });
    if (!told(await sendCommand(player, text, person))) return stay();
    dispatch({ type: 'to-end' });
    showWindows();
  };
  const press = async (player: string, message: string, token: string) => {
    dispatch({ type: 'acting', pressed: message });
    if (!told(await sendPress(player, message, token, person))) stay();
  };
  return {
    say: (line) => command(person, line, line),
    choose: (line) => command(person, line),
    ask: () => {
      moveFocus(newAfter(state.messages));
      return command(person, '/quiz');
    },
    press: (message, token) => press(person, message, token),
    postDaily: (moderator) => command(moderator, '/daily now'),
    close: async (moderator) => {
      const round = openRound(state);
      if (!round) {
        dispatch({ type: 'acting' });
        return dispatch({ type: 'problem', words: 'No question is open right now.' });
      }
      moveFocus(closed(round));
      return press(moderator, round.message, round.token);
    },
  };
}

/** Where the focus is to go, as soon as there is such a message. */
type Find = (messages: readonly ShownMessage[]) => ShownMessage | undefined;

const newAfter = (before: readonly ShownMessage[]): Find => {
  const known = new Set(before.map(({ id }) => id));
  return (messages) => messages.find(({ id }) => !known.has(id));
};

const closed =
  (round: OpenRound): Find =>
  (messages) =>
    messages.find(({ id, closes }) => id === round.message && closes === undefined);

/** What one asked for gets the focus when it comes, unless the person has gone elsewhere meanwhile. */
function useFocusMove(messages: readonly ShownMessage[]) {
  const wish = useRef<{ readonly find: Find; readonly from: Element | null }>(undefined);
  useEffect(() => {
    const found = wish.current?.find(messages);
    if (!wish.current || !found) return;
    const { from } = wish.current;
    wish.current = undefined;
    const { activeElement: active, body } = document;
    if (active !== body && active !== from) return;
    const row = `.pane:not([hidden]) [data-message="${CSS.escape(found.id)}"]`;
    // The windows themselves see to what is in sight.
    document.querySelector<HTMLElement>(row)?.focus({ preventScroll: true });
  }, [messages]);
  return {
    moveFocus: (find: Find) => {
      wish.current = { find, from: document.activeElement };
    },
    stay: () => {
      wish.current = undefined;
    },
  };
}
