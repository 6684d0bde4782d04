/** What the rules find, in plain words; what may stay for a reason can be kept here. */
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { CALLED } from '../listed-kinds.ts';
import type { Preview } from '../wire.ts';
import { asksOf } from './asks.ts';
import { useDesk } from './desk.ts';
import { isListed } from './desk-state.ts';
import { textIn, withAccepted } from './fields.ts';
import { entryOf, inWords, withKey } from './forms.ts';
import { Input } from './inputs.tsx';
import { type Note, notesOf } from './notes.ts';
import type { Shown } from './use-preview.ts';
import { fieldWords, SEVERITY, sentence } from './words.ts';

interface NoteListProps {
  readonly shown: Shown;
  readonly preview: Preview;
}

export function NoteList({ shown, preview }: NoteListProps) {
  const { server, refused } = useDesk();
  const notes = notesOf(preview);
  const asks = shown.form ? asksOf(shown.form, server) : [];
  const open = notes.filter(({ accepted }) => accepted === undefined);
  const kept = notes.filter(({ accepted }) => accepted !== undefined);
  const isUntouched =
    shown.form !== undefined && asks.length === 0 && open.every(({ grade }) => grade === 'needed');
  return (
    <section className="notes" aria-label="What there is to mend">
      {notes.length + asks.length === 0 && !refused[shown.key] ? (
        <p className="all-well">Nothing to mend.</p>
      ) : null}
      {open.length + asks.length === 0 ? null : (
        <>
          <h3>{isUntouched ? 'Still needed' : 'To mend'}</h3>
          <ul>
            {asks.map((words) => (
              <li key={words} className="note note-warning">
                {sentence(words)}
              </li>
            ))}
            {open.map((note) => (
              <NoteItem key={`${note.rule} ${note.field} ${note.expected}`} note={note} shown={shown} />
            ))}
          </ul>
        </>
      )}
      {kept.length === 0 ? null : (
        <>
          <h3>Kept on purpose</h3>
          <ul>
            {kept.map((note) => (
              <NoteItem key={`${note.rule} ${note.field} ${note.expected}`} note={note} shown={shown} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const GRADE = { needed: 'Needed', ...SEVERITY } as const;

function NoteItem({ note, shown }: { readonly note: Note; readonly shown: Shown }) {
  const [isKeeping, setKeeping] = useState(false);
  const { server } = useDesk();
  const keep = useKeeping(shown);
  const { id, field, expected, words, grade, rule, accepted, mayBeAccepted, elsewhere } = note;
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setKeeping(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <li id={id} className={`note note-${grade}`}>
      <p>
        <span className="note-grade">{GRADE[grade]}</span>{' '}
        {elsewhere ? <Elsewhere on={elsewhere} /> : <ToField shown={shown} field={field} />}
        <br />
        {sentence(inWords(expected, server))}
        {words === undefined || expected.includes(words) ? null : <span className="soft"> (“{words}”)</span>}
      </p>
      {accepted === undefined ? null : <p className="soft">Kept, because: {accepted}</p>}
      {rule === undefined || !mayBeAccepted || !keep || elsewhere ? null : isKeeping ? (
        <KeepForm keep={(reason) => keep(rule, reason)} close={close} />
      ) : (
        <button
          ref={button}
          type="button"
          className="link"
          onClick={() => (accepted === undefined ? setKeeping(true) : keep(rule, ''))}
        >
          {accepted === undefined ? 'Keep it, because …' : 'No longer keep it'}
        </button>
      )}
    </li>
  );
}

function KeepForm({ keep, close }: { keep(reason: string): void; close(): void }) {
  const [reason, setReason] = useState('');
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    box.current?.querySelector('input')?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    keep(reason.trim());
    close();
  };
  return (
    <form ref={box} className="keep" onSubmit={submit}>
      <Input label="Keep it, because" value={reason} isRequired change={setReason} />
      <div className="buttons">
        <button type="submit" className="plain">
          Keep it
        </button>
        <button type="button" className="link" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** While it is being written the reason is saved with the rest; else at once. A proposal has nobody yet who accepts. */
function useKeeping({ key, kind, fields, form, proposal }: Shown) {
  const { act, server } = useDesk();
  if (proposal) return undefined;
  if (form) return (rule: string, reason: string) => act.type(key, withAccepted(fields, rule, reason));
  const entry = isListed(kind) ? undefined : entryOf(server, { kind, id: key.slice(kind.length + 1) });
  return entry && ((rule: string, reason: string) => void act.waive(entry, rule, reason));
}

/** A rule that finds fault with another entry because of this one. */
function Elsewhere({ on }: { readonly on: NonNullable<Note['elsewhere']> }) {
  const { act, server } = useDesk();
  const entry = entryOf(server, on);
  return entry ? (
    <button type="button" className="link to-field" onClick={() => act.show(entry)}>
      {textIn(entry.fields, on.kind)}
    </button>
  ) : null;
}

/** From a finding to where it is mended. */
function ToField({ shown, field }: { readonly shown: Shown; readonly field: string }): ReactNode {
  const { act, server, dispatch } = useDesk();
  const { key, kind, form, proposal } = shown;
  const words = fieldWords(field);
  if (words === '' || proposal) return <strong>{words}</strong>;
  const isFirst = field === (isListed(kind) ? CALLED[kind] : kind);
  const focus = `${key} ${isFirst ? 'first' : field}`;
  const go = () => {
    const entry = form ? undefined : withKey(server, key);
    if (entry) act.change(entry);
    dispatch({ type: 'focus', on: focus });
  };
  return (
    <button type="button" className="link to-field" onClick={go}>
      {words}
    </button>
  );
}
