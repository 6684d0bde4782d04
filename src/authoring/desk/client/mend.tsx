/** All that the rules find in the whole pack, the gravest first; from each one gets to what it is about. */
import { CALLED, type ListedKind } from '../listed-kinds.ts';
import type { FindingState, State } from '../wire.ts';
import { useDesk } from './desk.ts';
import { isListed } from './desk-state.ts';
import { textIn } from './fields.ts';
import { entryOf, inWords } from './forms.ts';
import { fieldWords, SEVERITY, sentence } from './words.ts';

const GRADES = ['error', 'warning', 'note'] as const;

export function Mend() {
  const { server } = useDesk();
  return (
    <section className="mend" aria-label="To mend">
      <header className="sheet-head">
        <h2 data-focus="view mend" tabIndex={-1}>
          To mend
        </h2>
        <p className="lead">What a careful reader would say before strangers see it.</p>
      </header>
      {server.findings.length === 0 ? <p className="all-well">Nothing. It is ready to be played.</p> : null}
      {GRADES.map((grade) => {
        const found = server.findings.filter(({ severity }) => severity === grade);
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
        <button type="button" className="link to-field" onClick={() => act.show(entry)}>
          {textIn(entry.fields, isListed(entry.kind) ? CALLED[entry.kind] : entry.kind) || record}
        </button>
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
