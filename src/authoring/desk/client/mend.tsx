/** All that the rules find in the whole pack, the gravest first; from each one gets to what it is about. */
import { type ReactNode, use } from 'react';
import { CALLED, type ListedKind } from '../listed-kinds.ts';
import type { FindingState, State } from '../wire.ts';
import { useDesk } from './desk.ts';
import { isListed } from './desk-state.ts';
import { textIn } from './fields.ts';
import { entryOf, inWords, keyOf, withKey } from './forms.ts';
import { goThrough } from './go-through.ts';
import { type Note, notesOf, PreviewContext } from './notes.ts';
import type { Shown } from './use-preview.ts';
import { fieldWords, SEVERITY, sentence } from './words.ts';

const GRADES = ['error', 'warning', 'note'] as const;

export function Mend() {
  const { server } = useDesk();
  const shown = use(PreviewContext);
  const here = shown?.preview ? notesOf(shown.preview).filter(({ accepted }) => accepted === undefined) : [];
  const others = server.findings.filter(
    ({ on }) => here.length === 0 || !on || keyOf(on) !== shown?.shown.key,
  );
  return (
    <section className="mend" aria-label="To mend">
      <header className="sheet-head">
        <h2 data-focus="view mend" tabIndex={-1}>
          To mend
        </h2>
        <p className="lead">What a careful reader would say before strangers see it.</p>
      </header>
      {shown && here.length > 0 ? <Here shown={shown.shown} notes={here} /> : null}
      {server.findings.length + here.length === 0 ? (
        <p className="all-well">
          {server.facts.length + server.questions.length === 0
            ? 'Nothing yet: begin with an article and a fact.'
            : 'Nothing. It is ready to be played.'}
        </p>
      ) : null}
      {GRADES.map((grade) => {
        const found = others.filter(({ severity }) => severity === grade);
        return found.length === 0 ? null : (
          <section key={grade} aria-label={SEVERITY[grade]}>
            <h3>{SEVERITY[grade]}</h3>
            <ul>
              {found.map((one) => (
                <Found key={`${one.rule} ${one.record} ${one.field} ${one.expected}`} finding={one} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

interface HereProps {
  readonly shown: Shown;
  readonly notes: readonly Note[];
}

/** Of what one is at in the text, as it stands there or in its form. */
function Here({ shown: { key, kind, fields, form }, notes }: HereProps) {
  const { server, act, dispatch } = useDesk();
  const open = (field: string) => {
    const entry = withKey(server, key);
    const focus = `${key} ${field === kind ? 'first' : field}`;
    if (form) dispatch({ type: 'form', form, focus });
    else if (entry) act.show(entry);
    else dispatch({ type: 'choose', chosen: { key }, focus: key });
  };
  return (
    <section aria-label="Where you are">
      <h3>Where you are</h3>
      <p className="lead">{textIn(fields, kind) || `A ${kind} that you are writing`}</p>
      <ul>
        {notes.map(({ id, grade, field, expected }) => (
          <li key={id} className={`note note-${grade}`}>
            <MendLink open={() => open(field)}>{fieldWords(field) || 'Go to it'}</MendLink>
            <p>{sentence(inWords(expected, server))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MendLink({ open, children }: { readonly children: ReactNode; open(): void }) {
  return (
    <button
      type="button"
      className="link to-field"
      onClick={open}
      onKeyDown={(event) => void goThrough(event, '.mend', '.to-field')}
    >
      {children}
    </button>
  );
}

function Found({
  finding: { on, file, record, field, expected, severity },
}: {
  readonly finding: FindingState;
}) {
  const { server, act } = useDesk();
  const entry = on ? entryOf(server, on) : listedAt(server, file, record);
  const words = fieldWords(field);
  return (
    <li className={`note note-${severity}`}>
      {entry ? (
        <MendLink open={() => act.show(entry)}>
          {textIn(entry.fields, isListed(entry.kind) ? CALLED[entry.kind] : entry.kind) || record}
        </MendLink>
      ) : (
        <strong>
          {server.articles.find(({ id }) => id === record)?.title ?? (record || server.pack.title)}
        </strong>
      )}
      <p>
        {words === '' ? null : `${words}: `}
        {words === '' ? sentence(inWords(expected, server)) : inWords(expected, server)}
      </p>
    </li>
  );
}

const LISTED_IN: Readonly<Record<string, ListedKind>> = {
  'names.yaml': 'name',
  'events.yaml': 'event',
  'disagreements.yaml': 'disagreement',
};

const listedAt = ({ listed }: State, file: string, record: string) =>
  listed.find(({ kind, id }) => kind === (LISTED_IN[file] ?? 'topic') && id === record);
