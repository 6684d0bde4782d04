/** Small fields, each with its label and, where it needs one, a word on what it is for. */
import { type ReactNode, useId } from 'react';

interface InputProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: ReactNode;
  readonly focus?: string | undefined;
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  readonly type?: 'text' | 'url';
  change(value: string): void;
}

export function Input({
  label,
  value,
  hint,
  focus,
  placeholder,
  isRequired,
  type = 'text',
  change,
}: InputProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        type={type}
        value={value}
        placeholder={placeholder}
        required={isRequired}
        data-focus={focus}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: ReactNode;
  readonly focus?: string | undefined;
  readonly choices: readonly (readonly [value: string, words: string])[];
  change(value: string): void;
}

export function Select({ label, value, hint, focus, choices, change }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      ) : null}
      <select
        id={id}
        value={value}
        data-focus={focus}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => change(event.target.value)}
      >
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface CheckProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  change(checked: boolean): void;
}

export function Check({ label, hint, checked, change }: CheckProps) {
  const id = useId();
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => change(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
