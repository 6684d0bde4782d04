/** Whom or what a fact or an event is about; who is listed nowhere yet is asked for at the end of the form. */
import { useDesk } from './desk.ts';
import { linesIn, linesOf } from './fields.ts';
import type { Form } from './forms.ts';
import { MarkedArea } from './marked-area.tsx';
import { useFieldNotes } from './notes.ts';

export function AboutField({ form: { key, fields } }: { readonly form: Form }) {
  const { act } = useDesk();
  return (
    <MarkedArea
      label="Whom or what is it about, besides those it names?"
      hint="One a line. People can then ask for it by that name."
      isList
      value={linesIn(fields, 'about')}
      focus={`${key} about`}
      {...useFieldNotes(key)('about')}
      change={(text) => act.type(key, { ...fields, about: linesOf(text) })}
    />
  );
}
