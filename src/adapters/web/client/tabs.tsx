/** Tabs after the ARIA pattern: one stop of the keyboard, arrows go from one to the next. Each shows the element `pane-NAME`. */
import type { KeyboardEvent } from 'react';

interface TabsProps {
  /** What one chooses by them. */
  readonly label: string;
  readonly tabs: readonly { readonly name: string; readonly label: string }[];
  readonly shown: string | undefined;
  choose(name: string): void;
}

export function Tabs({ label, tabs, shown, choose }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = tabs.findIndex(({ name }) => name === shown);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next) choose(next.name);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next?.name}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ name, label: words }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === shown}
          aria-controls={`pane-${name}`}
          tabIndex={name === shown ? 0 : -1}
          onClick={() => choose(name)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
