/** The one input: a combobox that proposes while one types, after the ARIA pattern of that name. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LONGEST_LINE } from '../../../core/requests/bounds.ts';
import type { Proposal } from '../wire.ts';
import { fetchProposals } from './requests.ts';

const LIST = 'proposals';

/** What never changes about the input. */
const COMBOBOX = {
  id: 'command',
  placeholder: '/quiz',
  autoComplete: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
  'aria-controls': LIST,
  'aria-autocomplete': 'list',
  'aria-describedby': 'command-problem',
} as const;

interface CommandLineProps {
  say(text: string): void;
  /** A line that did not work: whoever typed it can mend it. */
  readonly returned: { readonly line: string } | undefined;
}

export function CommandLine(props: CommandLineProps) {
  const line = useCommandLine(props);
  const { proposals, active, tooLong } = line;
  return (
    <form className="command-line" onSubmit={line.submit}>
      <label htmlFor="command">Type a command</label>
      <div className="command-row">
        <input
          ref={line.input}
          {...COMBOBOX}
          role="combobox"
          value={line.text}
          aria-expanded={proposals.length > 0}
          aria-activedescendant={active >= 0 ? `${LIST}-${active}` : undefined}
          aria-invalid={tooLong}
          onChange={(event) => line.change(event.target.value)}
          onKeyDown={line.onKeyDown}
          onBlur={line.close}
        />
        <button type="submit" className="primary">
          Send
        </button>
      </div>
      <p id="command-problem" className="command-problem" role="alert">
        {tooLong ? `Too long: a command has at most ${LONGEST_LINE} characters. Nothing was cut.` : null}
      </p>
      <ProposalList proposals={proposals} active={active} take={line.take} />
    </form>
  );
}

/** What the box does with what one types, takes and sends. */
function useCommandLine({ say, returned }: CommandLineProps) {
  const input = useRef<HTMLInputElement>(null);
  const { text, typed, setText } = useLine(returned);
  const { proposals, active, move, close } = useProposals(typed ? text : '');
  const tooLong = text.trim().length > LONGEST_LINE;

  /** Old proposals go with the old text at once, or a quick Enter would take one of them. */
  const change = (next: string) => {
    close();
    setText(next);
  };
  const take = ({ line }: Proposal) => {
    change(line);
    input.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const line = text.trim();
    if (line === '' || tooLong) return;
    change('');
    say(line);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = proposals[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen);
    else return;
    if (event.key !== 'Escape') event.preventDefault();
  };

  return { input, text, tooLong, proposals, active, change, take, submit, onKeyDown, close };
}

/** The text of the box. What came back is not `typed`: nobody wants proposals for it yet. */
function useLine(returned: CommandLineProps['returned']) {
  const [line, setLine] = useState({ text: '', typed: false });
  useEffect(() => {
    // Whoever is typing the next one already keeps that.
    if (returned) setLine((now) => (now.text === '' ? { text: returned.line, typed: false } : now));
  }, [returned]);
  return { ...line, setText: (text: string) => setLine({ text, typed: true }) };
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
