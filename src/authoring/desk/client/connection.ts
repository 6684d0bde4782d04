/** The stream that tells of changes, and the state that is fetched after each. */
import { useEffect } from 'react';
import type { DeskEvent } from '../wire.ts';
import { fetchState } from './requests.ts';
import type { Store } from './store.ts';

/** The browser tries again by itself, except where it was answered with an error; then we do. */
const RETRY_MS = 1000;

export function useConnection(dispatch: Store['dispatch']): void {
  useEffect(() => {
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource('api/events');
      source.onmessage = ({ data }) => {
        const event = JSON.parse(data) as DeskEvent;
        if (event.type === 'hello') dispatch({ type: 'greeted', build: event.build });
        void refresh(dispatch);
      };
      source.onerror = () => {
        dispatch({ type: 'lost' });
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS);
      };
    };
    open();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [dispatch]);
}

/** An answer that was overtaken by a newer one is not taken: see the state's `revision`. */
export async function refresh(dispatch: Store['dispatch']): Promise<void> {
  const answer = await fetchState();
  if (answer.ok) dispatch({ type: 'server', state: answer.value });
  else if (answer.isLost) dispatch({ type: 'lost' });
  else dispatch({ type: 'notice', notice: { words: answer.refusal.error, isProblem: true } });
}
