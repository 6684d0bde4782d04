/** Writing a fact: one field; all else has a value that mostly fits, and stands behind “More”. */
import type { Fields, State } from '../wire.ts';
import { AboutField } from './about-field.tsx';
import { adviceIn } from './asks.ts';
import { useDesk } from './desk.ts';
import { EventsField } from './events-field.tsx';
import { FactPicker } from './fact-picker.tsx';
import { type linesOf, receiptsIn, textIn, textsIn, withReceipts } from './fields.ts';
import { FormFrame } from './form-frame.tsx';
import { deniedBy, type Form, likelyTopic, type TopicChoice } from './forms.ts';
import { Input, Select } from './inputs.tsx';
import { MarkedArea } from './marked-area.tsx';
import { More } from './more.tsx';
import { useFieldNotes } from './notes.ts';
import { ReceiptsField } from './receipts-field.tsx';
import { IMPORTANCE, RESERVED } from './words.ts';

export function FactForm({ form }: { readonly form: Form }) {
  const { act, server } = useDesk();
  const { key, fields } = form;
  const denied = form.denies ?? deniedBy(server, form.entry?.id);
  const notes = useFieldNotes(key);
  const advice = adviceIn(form);
  const set = (name: string, value: Parameters<typeof linesOf>[0]) =>
    act.type(key, { ...fields, [name]: value });
  return (
    <FormFrame form={form} label={form.entry ? 'Change the fact' : 'Write a fact'}>
      {advice === undefined ? null : <p className="field-note">{advice}.</p>}
      {advice === undefined && form.leaning === undefined && form.advice !== undefined ? (
        <p className="hint">{form.advice}.</p>
      ) : null}
      <MarkedArea
        label="The fact, in your own words"
        hint={`One sentence that somebody could check against ${markedIn(fields) ?? 'this paragraph'}.`}
        isLarge
        value={textIn(fields, 'fact')}
        focus={`${key} first`}
        most={400}
        {...notes('fact')}
        marks={[
          ...notes('fact').marks,
          ...(advice === undefined || form.leaning === undefined ? [] : [form.leaning]),
        ]}
        change={(text) => set('fact', text)}
      />
      <ReceiptsField form={form} notes={notes('receipt')} />
      <More what="fact" fields={fields} names={MORE} isOpenFirst={denied.length > 0}>
        <FactDetails form={form} />
      </More>
    </FormFrame>
  );
}

/** The words that its first receipt names: said where one types, so that one sees that they were taken. */
function markedIn(fields: Fields): string | undefined {
  const [, words] = /#"(.*)"$/s.exec(receiptsIn(fields)[0]?.spot ?? '') ?? [];
  return words === undefined ? undefined : `the words that you marked: “${words}”`;
}

/** What stands behind “More”: it is open where one of these is written. */
const MORE = [
  'about',
  'when',
  'importance',
  'reserved',
  'as-of',
  'overtaken',
  'denied-by',
  'events',
  'status',
];

function FactDetails({ form }: { readonly form: Form }) {
  const { act, server, dispatch } = useDesk();
  const { key, fields, entry } = form;
  const denies = deniedBy(server, entry?.id);
  const set = (name: string, value: string) => act.type(key, { ...fields, [name]: value });
  const receipts = receiptsIn(fields);
  return (
    <>
      <MarkedArea
        label="From whom does the article have it?"
        hint="Whoever said it first, then who passed it on: one a line. Empty where the article says it itself."
        isList
        value={(receipts[0]?.from ?? []).join('\n')}
        focus={`${key} from`}
        change={(text) => {
          const from = text === '' ? [] : text.split('\n');
          act.type(
            key,
            withReceipts(
              fields,
              receipts.map((one, at) => (at === 0 ? { ...one, from } : one)),
            ),
          );
        }}
      />
      <MarkedArea
        label="When did it happen?"
        hint="Such as 2018, May 2018 as 2018-05, or words: weeks after the storm."
        value={textIn(fields, 'when')}
        focus={`${key} when`}
        change={(text) => set('when', text)}
      />
      <AboutField form={form} />
      <EventsField form={form} />
      <Select
        label="How much does it matter?"
        value={textIn(fields, 'importance') || '2'}
        choices={IMPORTANCE}
        focus={`${key} importance`}
        change={(value) =>
          set('importance', value === '2' && !textIn(form.before, 'importance') ? '' : value)
        }
      />
      <Select
        label="Told only when somebody asks for it?"
        value={textIn(fields, 'reserved')}
        choices={RESERVED}
        focus={`${key} reserved`}
        change={(value) => set('reserved', value)}
      />
      <Input
        label="On which day did it hold?"
        hint="For ages, roles and whatever changes with time: 2014-02-11."
        value={textIn(fields, 'as-of')}
        focus={`${key} as-of`}
        change={(text) => set('as-of', text)}
      />
      <MarkedArea
        label="What has changed since?"
        value={textIn(fields, 'overtaken')}
        focus={`${key} overtaken`}
        change={(text) => set('overtaken', text)}
      />
      <FactPicker
        label="Does another fact deny it?"
        hint="It is then shown wherever this one is shown."
        facts={server.facts}
        chosen={textsIn(fields, 'denied-by')}
        besides={entry?.id}
        change={(ids) => act.type(key, { ...fields, 'denied-by': ids })}
      />
      <FactPicker
        label="Does it deny another fact?"
        hint="It is then shown wherever that one is shown. It is written there when you save."
        facts={server.facts}
        chosen={form.denies ?? denies}
        besides={entry?.id}
        change={(ids) => {
          const isAsBefore = ids.length === denies.length && ids.every((one) => denies.includes(one));
          dispatch({ type: 'form', form: { ...form, denies: isAsBefore ? undefined : ids } });
        }}
      />
      {entry ? null : <TopicField form={form} server={server} />}
    </>
  );
}

const NEW_TOPIC = '';

function TopicField({ form, server }: { readonly form: Form; readonly server: State }) {
  const { dispatch } = useDesk();
  const topic = form.topic ?? likelyTopic(server, form.article);
  const choose = (next: TopicChoice) => dispatch({ type: 'form', form: { ...form, topic: next } });
  return (
    <>
      <Select
        label="Its topic"
        hint="People can ask for a topic, and leave one out."
        value={'id' in topic ? topic.id : NEW_TOPIC}
        choices={[
          ...server.topics.map(({ id, name }) => [id, name] as const),
          [NEW_TOPIC, server.topics.length === 0 ? 'The first topic of this pack' : 'A new topic'],
        ]}
        change={(id) => choose(id === NEW_TOPIC ? { name: '' } : { id })}
      />
      {'name' in topic ? (
        <Input label="Name of the new topic" value={topic.name} change={(name) => choose({ name })} />
      ) : null}
    </>
  );
}
