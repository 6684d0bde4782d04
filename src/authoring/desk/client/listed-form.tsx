/** Writing a name, an event, a disagreement or a topic. */
import type { ListedKind } from '../listed-kinds.ts';
import { AboutField } from './about-field.tsx';
import { useDesk } from './desk.ts';
import { linesIn, linesOf, textIn } from './fields.ts';
import { FormFrame } from './form-frame.tsx';
import type { Form } from './forms.ts';
import { Check, Select } from './inputs.tsx';
import { MarkedArea } from './marked-area.tsx';
import { useFieldNotes } from './notes.ts';
import { SidesField } from './sides-field.tsx';
import { NAME_LISTS } from './words.ts';

const FORMS: Readonly<Record<ListedKind, readonly [what: string, fields: typeof NameFields]>> = {
  name: ['a name', NameFields],
  event: ['an event', EventFields],
  disagreement: ['a disagreement', DisagreementFields],
  topic: ['a topic', TopicFields],
};

export function ListedForm({ form }: { readonly form: Form }) {
  const [what, Fields] = FORMS[form.kind as ListedKind];
  return (
    <FormFrame form={form} label={`${form.entry ? 'Change' : 'Add'} ${what}`}>
      <Fields form={form} />
    </FormFrame>
  );
}

interface FieldsProps {
  readonly form: Form;
}

interface LineProps extends FieldsProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly most?: number;
  readonly isFirst?: boolean;
}

/** A text of one line. */
function Line({ form: { key, fields }, name, label, hint, most, isFirst = false }: LineProps) {
  const { act } = useDesk();
  return (
    <MarkedArea
      {...{ label, hint, isLarge: isFirst, ...(most !== undefined && { most }) }}
      value={textIn(fields, name)}
      focus={`${key} ${isFirst ? 'first' : name}`}
      {...useFieldNotes(key)(name)}
      change={(text) => act.type(key, { ...fields, [name]: text })}
    />
  );
}

function Aliases({ form: { key, fields }, hint }: FieldsProps & { readonly hint: string }) {
  const { act } = useDesk();
  return (
    <MarkedArea
      {...{ label: 'What else is it called?', hint }}
      isList
      value={linesIn(fields, 'aliases')}
      focus={`${key} aliases`}
      {...useFieldNotes(key)('aliases')}
      change={(text) => act.type(key, { ...fields, aliases: linesOf(text) })}
    />
  );
}

function NameFields({ form }: FieldsProps) {
  const { act } = useDesk();
  const { key, fields, before } = form;
  const set = (name: string, value: string) => act.type(key, { ...fields, [name]: value });
  const old = textIn(before, 'name');
  return (
    <>
      <Line form={form} name="name" label="The name" hint="As facts write it, in full." most={90} isFirst />
      {form.entry && old !== textIn(fields, 'name') ? (
        <p className="hint">
          Facts that name “{old}” beside their text follow. Where a text says it, “{old}” stays as another
          name.
        </p>
      ) : null}
      <Select
        label="What is it?"
        value={textIn(fields, 'list')}
        choices={NAME_LISTS}
        focus={`${key} list`}
        change={(list) => set('list', list)}
      />
      <Aliases form={form} hint="What people type for it, one a line: Nora, the ferrywoman." />
      {textIn(fields, 'list') === 'people' || fields.minor === 'true' ? (
        <Check
          label="A child"
          hint="Nobody is asked about it, and its facts are told only to who asks."
          checked={fields.minor === 'true'}
          change={(on) => set('minor', on ? 'true' : '')}
        />
      ) : null}
      <Check
        label="Made up"
        hint="Stands in no article, and is used as a wrong answer only."
        checked={fields.invented === 'true'}
        change={(on) => set('invented', on ? 'true' : '')}
      />
    </>
  );
}

function EventFields({ form }: FieldsProps) {
  return (
    <>
      <Line
        form={form}
        name="event"
        label="What happened"
        hint="In the present, with the full name: The lighthouse is lit again."
        most={100}
        isFirst
      />
      <When form={form} />
      <AboutField form={form} />
      <Aliases form={form} hint="Words by which people would look for it, one a line: relighting." />
    </>
  );
}

/** Two versions of one date, as a person may write them, are left to who did. */
function When({ form }: FieldsProps) {
  if (typeof form.fields.when === 'object')
    return <p className="hint">When it happened is written in two ways in the file, and stays so.</p>;
  return (
    <Line
      form={form}
      name="when"
      label="When did it happen?"
      hint="Such as 2018, May 2018 as 2018-05, or words: weeks after the storm."
    />
  );
}

function DisagreementFields({ form }: FieldsProps) {
  return (
    <>
      <Line
        form={form}
        name="on"
        label="What do they differ on?"
        hint="So that nobody is called right: When the light went out."
        most={100}
        isFirst
      />
      <SidesField form={form} />
    </>
  );
}

function TopicFields({ form }: FieldsProps) {
  return (
    <>
      <Line form={form} name="topic" label="The topic" hint="In a few words." most={60} isFirst />
      <Aliases form={form} hint="Other words by which people would ask for it, one a line." />
    </>
  );
}
