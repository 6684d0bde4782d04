/** Names that a form has and the pack does not list: they can be listed from there, once one has typed to the end. */
import { useState } from 'react';
import type { Refusal } from '../wire.ts';
import { unlistedIn } from './asks.ts';
import { useDesk } from './desk.ts';
import type { Form } from './forms.ts';
import { Select } from './inputs.tsx';
import { RefusalWords } from './refusal.tsx';
import { NAME_LISTS } from './words.ts';

/** Behind all fields, so that who types on is in the next field and not in a box that came up meanwhile. */
export function UnlistedNames({ form }: { readonly form: Form }) {
  const { server } = useDesk();
  return unlistedIn(form, server).map((name) => (
    <Unlisted key={name} name={name} back={`${form.key} about`} />
  ));
}

function Unlisted({ name, back }: { readonly name: string; readonly back: string }) {
  const { act, dispatch } = useDesk();
  const [list, setList] = useState('people');
  const [refusal, setRefusal] = useState<Refusal>();
  const add = async () => {
    const answer = await act.list('name', { name, list });
    if ('error' in answer) setRefusal(answer);
    else dispatch({ type: 'focus', on: back });
  };
  return (
    <div
      className="another"
      data-unadded={`“${name}” is not listed yet: say what it is, and press “List it”.`}
    >
      <Select
        label={`“${name}” is not listed yet. What is it?`}
        value={list}
        choices={NAME_LISTS}
        change={setList}
      />
      <div role="alert">{refusal ? <RefusalWords refusal={refusal} /> : null}</div>
      <div className="buttons">
        <button type="button" className="plain" onClick={() => void add()}>
          List it
        </button>
      </div>
    </div>
  );
}
