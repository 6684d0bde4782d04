/** Whom or what a fact or an event is about; who is listed nowhere yet can be listed from here. */
import { useState } from 'react';
import type { Refusal, State } from '../wire.ts';
import { useDesk } from './desk.ts';
import { linesIn, linesOf, textIn, textsIn } from './fields.ts';
import type { Form } from './forms.ts';
import { Select } from './inputs.tsx';
import { MarkedArea } from './marked-area.tsx';
import { useFieldNotes } from './notes.ts';
import { RefusalWords } from './refusal.tsx';
import { NAME_LISTS } from './words.ts';

export function AboutField({ form }: { readonly form: Form }) {
  const { act, server } = useDesk();
  const { key, fields } = form;
  return (
    <>
      <MarkedArea
        label="Whom or what is it about, besides those it names?"
        hint="One a line. People can then ask for it by that name."
        isList
        value={linesIn(fields, 'about')}
        focus={`${key} about`}
        {...useFieldNotes(key)('about')}
        change={(text) => act.type(key, { ...fields, about: linesOf(text) })}
      />
      {unlisted(server, textsIn(fields, 'about')).map((name) => (
        <Unlisted key={name} name={name} back={`${key} about`} />
      ))}
    </>
  );
}

/** Without the role behind it: “Ada Marsh (speaker)”. */
const nameOf = (line: string): string => line.trim().replace(/ \([a-z]+\)$/, '');

function unlisted({ listed }: State, lines: readonly string[]): readonly string[] {
  const known = new Set(
    listed
      .filter(({ kind }) => kind === 'name')
      .flatMap(({ id, fields }) => [id, textIn(fields, 'name'), ...textsIn(fields, 'aliases')]),
  );
  return [...new Set(lines.map(nameOf))].filter((name) => name !== '' && !known.has(name));
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
    <div className="another">
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
