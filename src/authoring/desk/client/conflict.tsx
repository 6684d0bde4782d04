/** An entry that somebody else changed meanwhile: both versions side by side. Nothing of either is lost. */
import { useDesk } from './desk.ts';
import { isListed } from './desk-state.ts';
import { differing, readable } from './fields.ts';
import type { changeOf, Form } from './forms.ts';
import { fieldWords } from './words.ts';

interface ConflictPanelProps {
  readonly form: Form;
  readonly change: Exclude<ReturnType<typeof changeOf>, { what: 'none' }>;
  goOn(): void;
}

export function ConflictPanel({ form, change, goOn }: ConflictPanelProps) {
  const { act, dispatch } = useDesk();
  const isGone = change.what === 'gone';
  const theirs = isGone ? undefined : change.theirs;
  const take = () => {
    dispatch({ type: 'form-gone', key: form.key });
    dispatch({ type: 'refused', key: form.key, refusal: undefined });
    act.say({ words: 'Your version is put aside.', undo: { form } });
    const place = isListed(form.kind) ? `add ${form.kind}` : `paragraph ${form.paragraph}`;
    dispatch({ type: 'focus', on: isGone ? place : form.key });
  };
  return (
    <section
      className="conflict"
      role="alert"
      aria-label="Changed meanwhile"
      data-focus={`${form.key} conflict`}
      tabIndex={-1}
    >
      <h3>{isGone ? 'This was taken out of the file meanwhile' : 'This changed on disk meanwhile'}</h3>
      {theirs ? (
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">Yours</th>
              <th scope="col">In the file</th>
            </tr>
          </thead>
          <tbody>
            {differing(form.fields, theirs).map((name) => (
              <tr key={name}>
                <th scope="row">{fieldWords(name)}</th>
                <td>{readable(form.fields[name]) || '–'}</td>
                <td>{readable(theirs[name]) || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>Your text is still here.</p>
      )}
      <div className="buttons">
        <button
          type="button"
          className="primary"
          onClick={() => void act.save(form, 'as it is', isGone ? undefined : change.entry)}
        >
          {isGone ? 'Write it anew' : 'Keep mine'}
        </button>
        <button type="button" className="plain" onClick={take}>
          {isGone ? 'Leave it out' : 'Take theirs'}
        </button>
        <button type="button" className="link" onClick={goOn}>
          Go on editing
        </button>
      </div>
    </section>
  );
}
