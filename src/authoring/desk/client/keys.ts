/** Keys that work wherever one is. */
import { useEffect } from 'react';
import type { Desk } from './desk.ts';
import { shownKey, unsavedForms } from './desk-state.ts';

export function useKeys(desk: Desk, help: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') {
        event.preventDefault();
        save(desk, target);
      }
      if (event.key === '?' && !isField(target) && !document.querySelector('dialog[open]')) {
        event.preventDefault();
        help();
      }
      if (
        event.key.toLowerCase() === 'p' &&
        !(event.ctrlKey || event.metaKey || event.altKey) &&
        !isField(target) &&
        !document.querySelector('dialog[open]')
      ) {
        event.preventDefault();
        desk.act.stepProposals(event.shiftKey ? -1 : 1);
      }
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select');

/** The form that one is in; else what is shown at the side; else the only one that is not saved. */
function save(desk: Desk, target: EventTarget | null): void {
  const form = target instanceof Element ? target.closest('form') : null;
  if (form) {
    form.requestSubmit();
    return;
  }
  const unsaved = unsavedForms(desk);
  const shown = desk.forms.find(({ key }) => key === shownKey(desk));
  const meant = shown ?? (unsaved.length === 1 ? unsaved[0] : undefined);
  if (!meant) return;
  const frame = document.querySelector<HTMLFormElement>(`form[data-form="${CSS.escape(meant.key)}"]`);
  if (frame?.checkVisibility()) frame.requestSubmit();
  // Nobody saves what is out of sight.
  else desk.dispatch({ type: 'form', form: meant, focus: `${meant.key} first` });
}
