/** Which events a fact is part of; a new one can be made from here. */
import { useState } from 'react';
import type { Refusal } from '../wire.ts';
import { useDesk } from './desk.ts';
import { FactPicker } from './fact-picker.tsx';
import { textIn, textsIn } from './fields.ts';
import type { Form } from './forms.ts';
import { Input } from './inputs.tsx';
import { RefusalWords } from './refusal.tsx';

export function EventsField({ form }: { readonly form: Form }) {
  const { act, server, dispatch } = useDesk();
  const [isAdding, setAdding] = useState(false);
  const { key, fields } = form;
  const chosen = textsIn(fields, 'events');
  const choose = (events: readonly string[]) => act.type(key, { ...fields, events });
  const done = () => {
    setAdding(false);
    dispatch({ type: 'focus', on: `${key} new event` });
  };
  return (
    <>
      <FactPicker
        label="Which event is it part of?"
        hint="It is then found by the event’s name, too."
        words={EVENT_WORDS}
        facts={server.listed
          .filter(({ kind }) => kind === 'event')
          .map((event) => ({ id: event.id, fields: { fact: textIn(event.fields, 'event') } }))}
        chosen={chosen}
        change={choose}
      />
      {isAdding ? (
        <NewEvent
          when={textIn(fields, 'when')}
          made={(id) => {
            choose([...chosen, id]);
            done();
          }}
          cancel={done}
        />
      ) : null}
      <button
        type="button"
        className="link"
        data-focus={`${key} new event`}
        hidden={isAdding}
        onClick={() => setAdding(true)}
      >
        A new event
      </button>
    </>
  );
}

const EVENT_WORDS = { sought: 'Words of an event', found: 'Events found', none: 'No event has these words.' };

interface NewEventProps {
  /** When the fact happened. */
  readonly when: string;
  made(id: string): void;
  cancel(): void;
}

function NewEvent({ when, made, cancel }: NewEventProps) {
  const { act } = useDesk();
  const [typed, setTyped] = useState({ event: '', when });
  const [refusal, setRefusal] = useState<Refusal>();
  const add = async () => {
    const answer = await act.list('event', typed);
    if ('error' in answer) setRefusal(answer);
    else made(answer.id);
  };
  return (
    <div
      className="another"
      data-unadded={typed.event === '' ? '' : `The event “${typed.event}” is not added yet.`}
    >
      <Input
        label="What happened?"
        hint="In the present, with the full name: The lighthouse is lit again."
        value={typed.event}
        change={(event) => setTyped({ ...typed, event })}
      />
      <Input label="And when?" value={typed.when} change={(date) => setTyped({ ...typed, when: date })} />
      <div role="alert">{refusal ? <RefusalWords refusal={refusal} /> : null}</div>
      <div className="buttons">
        <button type="button" className="plain" onClick={() => void add()}>
          Add the event
        </button>
        <button type="button" className="link" onClick={cancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}
