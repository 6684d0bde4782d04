/** What is the same around everything that is written: saving, throwing away, and what went wrong with either. */
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { unaddedIn } from './asks.ts';
import { ConflictPanel } from './conflict.tsx';
import { useDesk } from './desk.ts';
import { isListed } from './desk-state.ts';
import { changeOf, type Form, isUnsaved } from './forms.ts';
import { useIsIncomplete } from './notes.ts';
import { RefusalWords } from './refusal.tsx';
import { UnlistedNames } from './unlisted.tsx';
import type { How } from './write-request.ts';

interface FormFrameProps {
  readonly form: Form;
  readonly label: string;
  readonly children: ReactNode;
}

export function FormFrame({ form, label, children }: FormFrameProps) {
  const { act, server, refused, connection } = useDesk();
  const refusal = refused[form.key];
  const change = changeOf(form, server);
  const [left, setLeft] = useState<readonly string[]>([]);
  /** What was typed and added nowhere is asked about once, and never lost without a word. */
  const save = (frame: HTMLFormElement, how: How) => {
    const unadded = unaddedIn(frame);
    const isNew = unadded.some((words) => !left.includes(words));
    setLeft(isNew ? unadded : []);
    if (!isNew) void act.save(form, how);
    else frame.querySelector('[data-unadded]:not([data-unadded=""])')?.scrollIntoView({ block: 'center' });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save(event.currentTarget, 'as it is');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A field of one line sends a form with Enter: half a question would be saved.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  };
  return (
    <form
      className="entry-form"
      aria-label={label}
      data-form={form.key}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      {children}
      <UnlistedNames form={form} />
      {change.what === 'none' ? null : <Meanwhile key={refusal?.error} form={form} change={change} />}
      <div className="save-row">
        <div role="alert">
          {refusal && change.what === 'none' ? <RefusalWords refusal={refusal} /> : null}
          {left.length === 0 ? null : (
            <p className="refusal">{left.join(' ')} Or save again, and it stays as it is.</p>
          )}
        </div>
        <div className="buttons">
          <SaveButtons form={form} save={save} />
          <button type="button" className="link" onClick={() => act.close(form)}>
            {isUnsaved(form) ? 'Throw away' : 'Close'}
          </button>
          <span className="soft saved-state">
            {connection === 'lost' ? 'Kept in this browser' : isUnsaved(form) ? 'Not saved yet' : ''}
          </span>
        </div>
      </div>
    </form>
  );
}

interface SaveButtonsProps {
  readonly form: Form;
  save(frame: HTMLFormElement, how: How): void;
}

/** Control or Command and S does what the button does that sends the form. */
function SaveButtons({ form, save }: SaveButtonsProps) {
  const isIncomplete = useIsIncomplete(form.key);
  const isDraftable = !isListed(form.kind);
  return (
    <>
      <button type="submit" className="primary" aria-keyshortcuts="Control+S Meta+S">
        Save
      </button>
      {isIncomplete ? (
        <span className="soft hint">
          {isDraftable ? 'As a draft: it still lacks something' : 'It still lacks something'}
        </span>
      ) : isDraftable ? (
        <button
          type="button"
          className="plain"
          onClick={({ currentTarget }) => currentTarget.form && save(currentTarget.form, 'draft')}
        >
          Keep as a draft
        </button>
      ) : null}
    </>
  );
}

type Meanwhile = Exclude<ReturnType<typeof changeOf>, { what: 'none' }>;

/** Both versions, until the author has decided or wants to go on writing. */
function Meanwhile({ form, change }: { readonly form: Form; readonly change: Meanwhile }) {
  const [isOpen, setOpen] = useState(true);
  if (isOpen) return <ConflictPanel form={form} change={change} goOn={() => setOpen(false)} />;
  return (
    <p className="meanwhile">
      {change.what === 'gone'
        ? 'Somebody took this out of the file meanwhile.'
        : 'This changed on disk meanwhile.'}{' '}
      <button type="button" className="link" onClick={() => setOpen(true)}>
        Compare
      </button>
    </p>
  );
}
