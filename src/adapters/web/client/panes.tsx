/** The two windows: side by side where there is room, one at a time behind tabs where there is not. */
import { type ComponentType, type KeyboardEvent, useState } from 'react';
import type { FaceLabel } from '../wire.ts';
import { DiscordDrawing } from './discord-message.tsx';
import type { DrawingProps } from './drawing.ts';
import { Pane, type PanesProps } from './pane.tsx';
import { SlackDrawing } from './slack-message.tsx';

/** By the name of the face; one that nobody can draw is shown as JSON alone. */
const DRAWINGS: Readonly<Record<string, ComponentType<DrawingProps>>> = {
  discord: DiscordDrawing,
  slack: SlackDrawing,
};

export function Panes(props: PanesProps) {
  const { faces, wide, bar, notices } = props;
  const [chosen, choose] = useState<string>();
  const shown = faces.find(({ name }) => name === chosen) ?? faces[0];
  return (
    <main id="windows" className="windows" aria-label="Messages" tabIndex={-1}>
      {wide ? null : (
        <div className="bar">
          {bar}
          {faces.length < 2 ? null : <Tabs faces={faces} shown={shown?.name} choose={choose} />}
        </div>
      )}
      {notices}
      {faces.map((face) => (
        <Pane
          {...props}
          key={face.name}
          face={face}
          Drawing={DRAWINGS[face.name]}
          hidden={!wide && face !== shown}
        />
      ))}
    </main>
  );
}

interface TabsProps {
  readonly faces: readonly FaceLabel[];
  readonly shown: string | undefined;
  choose(name: string): void;
}

function Tabs({ faces, shown, choose }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = faces.findIndex(({ name }) => name === shown);
    const next = faces[(at + step + faces.length) % faces.length];
    if (next) choose(next.name);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next?.name}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label="Platform" onKeyDown={onKeyDown}>
      {faces.map(({ name, label }) => (
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
          {label}
        </button>
      ))}
    </div>
  );
}
