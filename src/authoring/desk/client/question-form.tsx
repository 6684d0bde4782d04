/** Writing a question: what is asked, the right answer, up to three wrong ones, and a sentence that makes it worth it. */
import { useDesk } from './desk.ts';
import { FactPicker } from './fact-picker.tsx';
import { textIn, textsIn, withWrong, wrongIn } from './fields.ts';
import { FormFrame } from './form-frame.tsx';
import type { Form } from './forms.ts';
import { Select } from './inputs.tsx';
import { MarkedArea } from './marked-area.tsx';
import { More } from './more.tsx';
import { useFieldNotes, wrongField } from './notes.ts';
import { DIFFICULTY, FIT, KINDS } from './words.ts';

export function QuestionForm({ form }: { readonly form: Form }) {
  const { act, server } = useDesk();
  const { key, fields } = form;
  const notes = useFieldNotes(key);
  const set = (name: string, value: string) => act.type(key, { ...fields, [name]: value });
  return (
    <FormFrame form={form} label={form.entry ? 'Change the question' : 'Write a question'}>
      <MarkedArea
        label="The question"
        hint="As you would ask it aloud. It stands by itself: nobody has read the article."
        isLarge
        value={textIn(fields, 'question')}
        focus={`${key} first`}
        most={140}
        {...notes('question')}
        change={(text) => set('question', text)}
      />
      {form.entry || server.facts.some(({ id }) => id === form.under) ? null : <UnderField form={form} />}
      <MarkedArea
        label="The right answer"
        value={textIn(fields, 'right')}
        focus={`${key} right`}
        most={75}
        {...notes('right')}
        change={(text) => set('right', text)}
      />
      <fieldset className="wrongs">
        <legend>Wrong answers</legend>
        <p className="hint">
          One to three that somebody who half remembers would defend. Two good ones are better than three.
        </p>
        {wrongIn(fields).map(({ text }, at) => (
          <MarkedArea
            // biome-ignore lint/suspicious/noArrayIndexKey: the second stays the second
            key={at}
            label={
              <>
                <span className="unseen">Wrong answer </span>
                {at + 1}
              </>
            }
            value={text}
            focus={`${key} wrong.${at + 1}`}
            most={75}
            {...(text === '' ? {} : notes(wrongField(fields, at)))}
            change={(next) => act.type(key, withWrong(fields, at, { text: next }))}
          />
        ))}
      </fieldset>
      <MarkedArea
        label="The pay-off"
        hint="A sentence shown with the answer: something new, a twist. Empty: the fact itself."
        value={textIn(fields, 'payoff')}
        focus={`${key} payoff`}
        most={160}
        {...notes('payoff')}
        change={(text) => set('payoff', text)}
      />
      <More what="question" fields={fields} names={['kind', 'difficulty', 'fit', 'also']}>
        <QuestionDetails form={form} />
      </More>
    </FormFrame>
  );
}

/** Its fact was taken out of the files while it was written. */
function UnderField({ form }: { readonly form: Form }) {
  const { server, dispatch } = useDesk();
  return (
    <FactPicker
      label="Which fact does it stand under?"
      hint="The one that it was written on is gone."
      facts={server.facts}
      chosen={[]}
      change={([under]) => dispatch({ type: 'form', form: { ...form, under } })}
    />
  );
}

function QuestionDetails({ form }: { readonly form: Form }) {
  const { act, server } = useDesk();
  const { key, fields, before, under } = form;
  const set = (name: string, value: string, usual: string) =>
    act.type(key, { ...fields, [name]: value === usual && !textIn(before, name) ? '' : value });
  return (
    <>
      <Select
        label="What kind of question is it?"
        value={textIn(fields, 'kind') === 'choice' ? '' : textIn(fields, 'kind')}
        choices={KINDS}
        focus={`${key} kind`}
        change={(value) => set('kind', value, '')}
      />
      <Select
        label="How hard is it?"
        value={textIn(fields, 'difficulty') || '2'}
        choices={DIFFICULTY}
        focus={`${key} difficulty`}
        change={(value) => set('difficulty', value, '2')}
      />
      <Select
        label="Where may it be asked?"
        value={textIn(fields, 'fit') || 'quiz'}
        choices={FIT}
        focus={`${key} fit`}
        change={(value) => set('fit', value, 'quiz')}
      />
      {wrongIn(fields).map(({ text, because }, at) =>
        text === '' && because === '' ? null : (
          <MarkedArea
            // biome-ignore lint/suspicious/noArrayIndexKey: the second stays the second
            key={at}
            label={`Why is “${text || `wrong answer ${at + 1}`}” wrong?`}
            value={because}
            focus={`${key} wrong.${at + 1}.because`}
            change={(next) => act.type(key, withWrong(fields, at, { because: next }))}
          />
        ),
      )}
      <FactPicker
        label="Other facts that it tells"
        hint="Those that its answers or its pay-off give away, so that the receipts of all are shown."
        facts={server.facts}
        chosen={textsIn(fields, 'also')}
        besides={under}
        change={(also) => act.type(key, { ...fields, also })}
      />
    </>
  );
}
