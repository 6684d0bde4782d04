/** Other facts, by a few of their words: what an author chooses where a file would name ids. */
import { useId, useRef, useState } from 'react';
import type { State } from '../wire.ts';
import { goThrough } from './go-through.ts';

type Pickable = Pick<State['facts'][number], 'id' | 'fields'>;

const FACT_WORDS = { sought: 'Words of a fact', found: 'Facts found', none: 'No fact has these words.' };

interface FactPickerProps {
  readonly label: string;
  readonly hint: string;
  readonly facts: readonly Pickable[];
  /** Of facts, where nothing else is said. */
  readonly words?: typeof FACT_WORDS;
  readonly chosen: readonly string[];
  /** The fact that needs no choosing. */
  readonly besides?: string | undefined;
  change(ids: readonly string[]): void;
}

const MOST_FOUND = 6;

/** The field is the first of them: up from the first fact one types again. */
const FOUND = '[type="search"], .found button';

export function FactPicker({
  label,
  hint,
  facts,
  words: said = FACT_WORDS,
  chosen,
  besides,
  change,
}: FactPickerProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [sought, setSought] = useState('');
  /** The button that was pressed is gone; one goes on from the field. */
  const choose = (ids: readonly string[]) => {
    change(ids);
    setSought('');
    input.current?.focus();
  };
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    words.length === 0
      ? []
      : facts
          .filter((one) => one.id !== besides && !chosen.includes(one.id))
          .filter((one) => words.every((word) => textOf(one).toLowerCase().includes(word)));
  return (
    <div
      className="field picker"
      data-unadded={words.length === 0 ? '' : `“${sought}” is not chosen yet: press one of those found.`}
    >
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      {chosen.length === 0 ? null : (
        <ul className="picked">
          {chosen.map((one) => (
            <li key={one}>
              <span>{textOf(facts.find((fact) => fact.id === one) ?? { id: one, fields: {} })}</span>
              <button
                type="button"
                className="link"
                onClick={() => choose(chosen.filter((other) => other !== one))}
              >
                Take out
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        id={id}
        type="search"
        value={sought}
        placeholder={said.sought}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setSought(event.target.value)}
        onKeyDown={(event) => void goThrough(event, '.picker', FOUND)}
      />
      {words.length === 0 ? null : (
        <ul className="found" aria-label={said.found}>
          {found.slice(0, MOST_FOUND).map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => choose([...chosen, one.id])}
                onKeyDown={(event) => void goThrough(event, '.picker', FOUND)}
              >
                {textOf(one)}
              </button>
            </li>
          ))}
          {found.length === 0 ? <li className="hint">{said.none}</li> : null}
        </ul>
      )}
    </div>
  );
}

const textOf = ({ id, fields }: Pickable): string => (typeof fields.fact === 'string' ? fields.fact : id);
