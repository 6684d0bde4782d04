/** Why no fact rests on a paragraph, so that nobody has to wonder whether it was forgotten. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { LeftOutReason } from '../wire.ts';
import { useDesk } from './desk.ts';
import { Input, Select } from './inputs.tsx';
import { REASONS } from './words.ts';

interface LeaveOutProps {
  readonly article: string;
  readonly paragraph: number;
  done(): void;
}

export function LeaveOut({ article, paragraph, done }: LeaveOutProps) {
  const { act, dispatch } = useDesk();
  const [reason, setReason] = useState<LeftOutReason>();
  const [what, setWhat] = useState('');
  const [missing, setMissing] = useState('');
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector('select')?.focus(), []);
  const close = () => {
    done();
    dispatch({ type: 'focus', on: `paragraph ${paragraph}` });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const lacks = [reason === undefined ? 'choose a reason' : '', what.trim() === '' ? 'say what it is' : ''];
    setMissing(lacks.filter(Boolean).join(', and '));
    if (reason === undefined || what.trim() === '') {
      box.current?.querySelector<HTMLElement>(reason === undefined ? 'select' : 'input')?.focus();
      return;
    }
    const refusal = await act.perform({ do: 'leave-out', article, paragraph, reason, what: what.trim() });
    if (!refusal) close();
  };
  return (
    <form ref={box} className="entry-form" aria-label="Leave the paragraph out" onSubmit={submit}>
      <Select
        label="Why does no fact rest on it?"
        value={reason ?? ''}
        choices={[['', 'Choose a reason'], ...REASONS]}
        change={(value) => setReason(REASONS.find(([one]) => one === value)?.[0])}
      />
      <Input
        label="What is it?"
        hint="Needed, in a few words: Sign-up for the newsletter."
        value={what}
        change={setWhat}
      />
      <div role="alert">{missing === '' ? null : <p className="refusal">To leave it out, {missing}.</p>}</div>
      <div className="buttons">
        <button type="submit" className="primary">
          Leave it out
        </button>
        <button type="button" className="link" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
