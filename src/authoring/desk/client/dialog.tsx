/** Something over the page: the browser keeps the focus in it, and Escape closes it. */
import { type ReactNode, useEffect, useRef } from 'react';
import { BusyWords } from './busy-words.tsx';

interface DialogProps {
  readonly label: string;
  readonly children: ReactNode;
  close(): void;
}

export function Dialog({ label, children, close }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      // Unless what was done in it has put the focus elsewhere.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <button type="button" className="close" onClick={close}>
        <span aria-hidden="true">×</span>
        <span className="unseen">Close</span>
      </button>
      <BusyWords />
      {children}
    </dialog>
  );
}
