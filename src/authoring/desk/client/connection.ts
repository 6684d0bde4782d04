/** The stream that tells of changes, and the state that is fetched after each. */
import { useEffect } from 'react';
import type { DeskEvent, State } from '../wire.ts';
import { during } from './busy.ts';
import { type Answer, fetchState } from './requests.ts';
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
async function refresh(dispatch: Store['dispatch']): Promise<void> {
  take(dispatch, await fetchState());
}

function take(dispatch: Store['dispatch'], answer: Answer<State>, isAnswer?: true): void {
  if (answer.ok) dispatch({ type: 'server', state: answer.value, ...(isAnswer && { isAnswer }) });
  else if (answer.isLost) dispatch({ type: 'lost' });
  else dispatch({ type: 'notice', notice: { words: answer.refusal.error, isProblem: true } });
}

/**
 * What is answered to a write, and the pack as it is then: to be taken in one step with what else changes by it, so that
 * nobody sees a new entry before its form has gone.
 */
export async function answered<Value>(
  dispatch: Store['dispatch'],
  asked: Promise<Value>,
): Promise<readonly [answer: Value, takeState: () => void]> {
  dispatch({ type: 'awaited', by: 1 });
  const answer = await during('Working …', asked);
  const state = await during('Working …', fetchState());
  const takeState = () => {
    dispatch({ type: 'awaited', by: -1 });
    take(dispatch, state, true);
  };
  return [answer, takeState];
}
