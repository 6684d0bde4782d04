/** Beside the text: how what is written looks to people, and what there is to say of it. */
import { use, useState } from 'react';
import { useMedia } from '../../../pages/client/theme.tsx';
import type { Preview, ShownCard } from '../wire.ts';
import { Card, FACES } from './cards.tsx';
import { useDesk } from './desk.ts';
import { isListed } from './desk-state.ts';
import type { FormKind } from './forms.ts';
import { NoteList } from './note-list.tsx';
import { PreviewContext } from './notes.ts';
import { Switch } from './switch.tsx';

interface State {
  readonly name: string;
  readonly label: string;
  readonly card: ShownCard;
}

const statesOf = ({ fact, open, reveal, sides }: Preview): readonly State[] => [
  ...(fact ? [{ name: 'fact', label: 'Fact', card: fact }] : []),
  ...(open ? [{ name: 'open', label: 'Question', card: open }] : []),
  ...(reveal ? [{ name: 'reveal', label: 'Answer', card: reveal }] : []),
  ...(sides ? [{ name: 'sides', label: 'Both sides', card: sides }] : []),
];

const comingWords = (kind: FormKind): string =>
  kind === 'disagreement'
    ? 'Its card appears here once each side says something and has a fact that is accepted.'
    : isListed(kind)
      ? 'It has no card of its own: people ask for it, and get facts.'
      : 'Its card appears here as soon as there is something to show.';

export function PreviewPane() {
  const { view } = useDesk();
  const shown = use(PreviewContext);
  const isLate = shown?.isLate === true;
  const states = shown?.preview ? statesOf(shown.preview) : [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <aside className="preview" aria-label="As people will see it" aria-busy={isLate} tabIndex={0}>
      {isLate ? <p className="busy">Drawing the cards …</p> : null}
      {shown ? (
        <>
          <States states={states} isPartial={shown.preview?.isPartial === true} />
          {shown.error === undefined ? null : <p className="refusal">{shown.error}</p>}
          {states.length === 0 && shown.preview ? (
            <p className="lead">{comingWords(shown.shown.kind)}</p>
          ) : null}
          {shown.preview ? <NoteList shown={shown.shown} preview={shown.preview} /> : null}
        </>
      ) : (
        <p className="lead nothing">
          {view === 'lists'
            ? 'Choose one of them, or add one. What it still lacks is said here.'
            : 'Choose a paragraph and write a fact. Its card appears here, as Discord and Slack will show it.'}
        </p>
      )}
    </aside>
  );
}

/** All four where there is room; else one behind the other. */
function States({ states, isPartial }: { readonly states: readonly State[]; readonly isPartial: boolean }) {
  const isWide = useMedia('(min-width: 80rem)');
  const isVast = useMedia('(min-width: 115rem)');
  const [face, chooseFace] = useState<string>('discord');
  const [state, chooseState] = useState('open');
  if (states.length === 0) return null;
  const faces = isWide ? FACES : FACES.filter(({ name }) => name === face);
  const seen = isVast
    ? states
    : states.filter(({ name }) => name === (states.length > 1 ? state : states[0]?.name));
  return (
    <>
      <div className="switches">
        {states.length > 1 && !isVast ? (
          <Switch label="Before or after the answer" choices={states} chosen={state} choose={chooseState} />
        ) : null}
        {isWide ? null : <Switch label="Platform" choices={FACES} chosen={face} choose={chooseFace} />}
      </div>
      <div className={`cards ${isPartial ? 'partial' : ''} ${seen.length > 1 ? 'cards-in-two' : ''}`}>
        {faces.map((one) =>
          seen.map(({ name, label, card }) => (
            <Card key={`${one.name} ${name}`} card={card} face={one} label={label} />
          )),
        )}
      </div>
    </>
  );
}
