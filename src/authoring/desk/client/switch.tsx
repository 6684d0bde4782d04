/** One of a few: radio buttons that look like a switch. */
import { useId } from 'react';

interface SwitchProps {
  readonly label: string;
  readonly choices: readonly { readonly name: string; readonly label: string }[];
  readonly chosen: string;
  choose(name: string): void;
}

export function Switch({ label, choices, chosen, choose }: SwitchProps) {
  const group = useId();
  return (
    <fieldset className="switch">
      <legend className="unseen">{label}</legend>
      {choices.map(({ name, label: words }) => (
        <label key={name}>
          <input type="radio" name={group} checked={name === chosen} onChange={() => choose(name)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
