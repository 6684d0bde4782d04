/** The sides of a disagreement: what each says, and the facts that say so. */
import { toldTwiceIn } from './asks.ts';
import { useDesk } from './desk.ts';
import { FactPicker } from './fact-picker.tsx';
import { sideSentAs, sidesIn, withSide } from './fields.ts';
import type { Form } from './forms.ts';
import { MarkedArea } from './marked-area.tsx';
import { useFieldNotes } from './notes.ts';

const MOST_SIDES = 5;

export function SidesField({ form }: { readonly form: Form }) {
  const { act, server } = useDesk();
  const { key, fields } = form;
  const notes = useFieldNotes(key);
  const sides = sidesIn(fields);
  const told = server.facts.filter(({ draft }) => !draft);
  return (
    <>
      {toldTwiceIn(form, server).map((words) => (
        <p key={words} className="field-note">
          {words}.
        </p>
      ))}
      {sides.map(({ says, facts }, at) => {
        const sent = `sides.${sideSentAs(fields, at)}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the second stays the second
          <fieldset key={at} className="side-of">
            <legend>Side {at + 1}</legend>
            <MarkedArea
              label="What does it say?"
              hint="A sentence, and who says so: On 30 November 2011 (The Salt Gazette)."
              value={says}
              focus={`${key} ${sent}.says`}
              most={200}
              {...notes(`${sent}.says`)}
              change={(text) => act.type(key, withSide(fields, at, { says: text }))}
            />
            <FactPicker
              label="Which facts say so?"
              hint="Drafts are not among them: accept them first."
              facts={told}
              chosen={facts}
              change={(ids) => act.type(key, withSide(fields, at, { facts: ids }))}
            />
          </fieldset>
        );
      })}
      {sides.length < MOST_SIDES ? (
        <button
          type="button"
          className="link"
          data-focus={`${key} sides`}
          onClick={() => act.type(key, withSide(fields, sides.length, {}))}
        >
          One more side
        </button>
      ) : null}
    </>
  );
}
