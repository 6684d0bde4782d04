/** The desk as its parts see it: what there is, and what one can do. */
import { createContext, use, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { State } from '../wire.ts';
import { type Actions, createActions } from './actions.ts';
import { useConnection } from './connection.ts';
import type { DeskState, Focus, PageEvent } from './desk-state.ts';
import { isSame } from './fields.ts';
import { type Form, isUnsaved, keyOf, type Proposed, withKey } from './forms.ts';
import { dropForm, keepForm, keepProposals, keptForms, keptProposals } from './kept.ts';
import { isNews } from './proposals.ts';
import { createStore, type Store } from './store.ts';
import { count } from './words.ts';

export interface Desk extends DeskState {
  /** The parts are drawn once there is a pack to draw. */
  readonly server: State;
  readonly act: Actions;
  dispatch(event: PageEvent): void;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('a part of the desk stands outside of it');
  return desk;
}

/** Without `server` as long as nothing is known of the pack. */
export function useDeskState(): DeskState & Pick<Desk, 'act' | 'dispatch'> {
  const store = useMemo(createStore, []);
  const state = useSyncExternalStore(store.subscribe, store.now);
  const { dispatch } = store;
  const act = useMemo(() => createActions(store), [store]);
  useConnection(dispatch);
  useKeeping(state, dispatch);
  useKeepingProposals(state, dispatch);
  // At once: what is typed next is meant for it.
  useLayoutEffect(() => {
    if (state.focus) focusOn(state.focus);
  }, [state.focus]);
  return useMemo(() => ({ ...state, act, dispatch }), [state, act, dispatch]);
}

function focusOn({ on, caret }: Focus): void {
  const element = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(on)}"]`);
  const closed = element?.closest('details:not([open])');
  if (closed instanceof HTMLDetailsElement) closed.open = true;
  element?.focus({ preventScroll: true });
  if (caret !== undefined && (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement))
    element.setSelectionRange(caret, caret);
  (element?.closest('.entry-box') ?? element)?.scrollIntoView({ block: 'nearest' });
}

/** Unsaved texts go to the browser's storage with each key, and come from there when the page is opened. */
function useKeeping({ server, forms }: DeskState, dispatch: (event: PageEvent) => void): void {
  const kept = useRef<readonly Form[]>(undefined);
  useEffect(() => {
    if (!server) return;
    if (kept.current) {
      for (const form of forms)
        if (!kept.current.includes(form)) (isUnsaved(form) ? keepForm : dropForm)(server, form);
      for (const form of kept.current) if (!forms.some(({ key }) => key === form.key)) dropForm(server, form);
      kept.current = forms;
      return;
    }
    const found = Map.groupBy(keptForms(server), (form) => isWritten(form, server));
    for (const form of found.get(true) ?? []) dropForm(server, form);
    const unsaved = found.get(false) ?? [];
    kept.current = unsaved;
    if (unsaved.length === 0) return;
    dispatch({ type: 'forms-kept', forms: unsaved });
    dispatch({ type: 'notice', notice: { words: stillHere(unsaved.length) } });
  }, [server, forms, dispatch]);
}

/** With those of which a form was made that nobody has typed in. */
function useKeepingProposals({ server, forms, proposals }: DeskState, dispatch: Store['dispatch']): void {
  const kept = useRef<readonly Proposed[]>(undefined);
  useEffect(() => {
    if (!server) return;
    if (!kept.current) {
      kept.current = keptProposals(server);
      const news = kept.current.filter((one) => isNews(one, { server, proposals: [] }));
      if (news.length > 0) dispatch({ type: 'proposed', proposals: news });
      return;
    }
    const begun = forms.flatMap((form) => (form.proposal && !isUnsaved(form) ? [form.proposal] : []));
    const now = [...proposals, ...begun];
    const { current } = kept;
    if (now.length === current.length && now.every((one, at) => one === current[at])) return;
    kept.current = now;
    keepProposals(server, now);
  }, [server, forms, proposals, dispatch]);
}

const stillHere = (number: number): string =>
  `${count(number, 'text was', 'texts were')} not saved the last time. What you typed is still here.`;

/** It stands in the file after all: only the answer had not come back. */
const isWritten = ({ entry, fields }: Form, server: State): boolean => {
  const there = entry && withKey(server, keyOf(entry));
  return there !== undefined && isSame(there.fields, fields);
};
