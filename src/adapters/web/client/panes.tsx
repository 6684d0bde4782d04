/** The two windows: side by side where there is room, one at a time behind tabs where there is not. */
import { useState } from 'react';
import { DRAWINGS } from '../../../pages/client/drawings.ts';
import { Pane, type PanesProps } from './pane.tsx';
import { Tabs } from './tabs.tsx';

export function Panes(props: PanesProps) {
  const { faces, wide, bar, notices } = props;
  const [chosen, choose] = useState<string>();
  const shown = faces.find(({ name }) => name === chosen) ?? faces[0];
  return (
    <main id="windows" className="windows" aria-label="Messages" tabIndex={-1}>
      {wide ? null : (
        <div className="bar">
          {bar}
          {faces.length < 2 ? null : (
            <Tabs label="Platform" tabs={faces} shown={shown?.name} choose={choose} />
          )}
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
