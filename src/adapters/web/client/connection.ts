/** The event stream: opened for one person, and opened again whenever it breaks. */
import { type Dispatch, useEffect } from 'react';
import type { ServerEvent } from '../wire.ts';
import { isShutOut } from './requests.ts';
import type { PageEvent } from './state.ts';

/** The browser tries again by itself, except where it was answered with an error; then we do. */
const RETRY_MS = 2000;

export function useConnection(person: string, dispatch: Dispatch<PageEvent>): void {
  useEffect(() => {
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(`api/events?${new URLSearchParams({ player: person })}`);
      source.onmessage = ({ data }) => dispatch(readEvent(data));
      source.onerror = () => {
        dispatch({ type: 'lost' });
        if (source.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, RETRY_MS);
        // The door stands where this page does.
        void isShutOut().then((isSo) => isSo && location.reload());
      };
    };
    dispatch({ type: 'person-changed' });
    open();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [person, dispatch]);
}

/** The server of this very page wrote it, from the same types. */
const readEvent = (data: string): ServerEvent => JSON.parse(data) as ServerEvent;
