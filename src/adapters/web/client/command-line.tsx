/** The one input: a combobox that proposes while one types, after the ARIA pattern of that name. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Proposal } from '../wire.ts';
import { fetchProposals } from './requests.ts';

const LIST = 'proposals';

export function CommandLine({ say }: { say(text: string): Promise<void> }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const { proposals, active, move, close } = useProposals(text);

  /** Old proposals go with the old text at once, or a quick Enter would take one of them. */
  const change = (next: string) => {
    close();
    setText(next);
  };
  const take = ({ line }: Proposal) => {
    change(line);
    input.current?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const line = text.trim();
    if (line === '') return;
    change('');
    await say(line);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = proposals[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen);
    else return;
    if (event.key !== 'Escape') event.preventDefault();
  };

  return (
    <form className="command-line" onSubmit={submit}>
      <label htmlFor="command">Type a command</label>
      <div className="command-row">
        <input
          id="command"
          ref={input}
          value={text}
          placeholder="/quiz"
          maxLength={400}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          role="combobox"
          aria-expanded={proposals.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${LIST}-${active}` : undefined}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <button type="submit" className="primary">
          Send
        </button>
      </div>
      <ProposalList proposals={proposals} active={active} take={take} />
    </form>
  );
}

function ProposalList({
  proposals,
  active,
  take,
}: {
  proposals: readonly Proposal[];
  active: number;
  take(proposal: Proposal): void;
}) {
  return (
    <div
      id={LIST}
      className="proposals"
      role="listbox"
      aria-label="Proposals"
      hidden={proposals.length === 0}
    >
      {proposals.map((proposal, at) => (
        // The input keeps the focus, as in every combobox: its keys move through these options.
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={proposal.line}
          id={`${LIST}-${at}`}
          role="option"
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(proposal)}
        >
          <strong>{proposal.label}</strong>
          {proposal.hint === '' ? null : <span>{proposal.hint}</span>}
        </div>
      ))}
    </div>
  );
}

/** Asks shortly after the last key, and forgets answers that come too late. */
const PAUSE_MS = 80;

function useProposals(text: string) {
  const [proposals, setProposals] = useState<readonly Proposal[]>([]);
  const [active, setActive] = useState(-1);
  const close = () => {
    setProposals([]);
    setActive(-1);
  };
  const move = (by: number) =>
    setActive((at) =>
      proposals.length === 0
        ? -1
        : (at + by + proposals.length + (at < 0 && by < 0 ? 1 : 0)) % proposals.length,
    );

  useEffect(() => {
    if (!text.startsWith('/')) return undefined;
    const late = new AbortController();
    const timer = setTimeout(async () => {
      const found = await fetchProposals(text, late.signal);
      if (!late.signal.aborted) setProposals(found);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      late.abort();
    };
  }, [text]);
  return { proposals, active, move, close };
}
