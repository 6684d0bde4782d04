/** The line at the top: which pack, where one is, and what is not saved. */
import type { ThemeChoice } from '../../../pages/client/theme.tsx';
import { BusyWords } from './busy-words.tsx';
import { useDesk } from './desk.ts';
import { unsavedForms, type View } from './desk-state.ts';
import { count } from './words.ts';

interface HeaderProps {
  readonly themes: ThemeChoice;
  help(): void;
  aboutPack(): void;
}

export function Header({ themes, help, aboutPack }: HeaderProps) {
  const desk = useDesk();
  const { server, view, dispatch } = desk;
  const { counts } = server;
  const unsaved = unsavedForms(desk);
  const [first] = unsaved;
  const toMend = counts.errors + counts.warnings;
  const tabs: readonly (readonly [View, string])[] = [
    ['write', 'Write'],
    ['lists', 'Names and events'],
    ['week', 'The week'],
    ['mend', toMend === 0 ? 'To mend' : `To mend: ${toMend}`],
  ];
  return (
    <header className="top">
      <div className="top-pack">
        <h1>
          <button type="button" className="pack-title" onClick={aboutPack}>
            {server.pack.title}
            <span className="unseen">, about this pack</span>
          </button>
        </h1>
        <p className="counts">
          {count(counts.facts, 'fact')} · {count(counts.questions, 'question')}
          {counts.drafts === 0 ? '' : ` · ${count(counts.drafts, 'draft')}`}
        </p>
      </div>
      <nav className="views" aria-label="Views">
        {tabs.map(([name, words]) => (
          <button
            key={name}
            type="button"
            aria-current={view === name ? 'page' : undefined}
            onClick={() => dispatch({ type: 'view', view: name })}
          >
            {words}
          </button>
        ))}
      </nav>
      <div className="top-tools">
        <BusyWords />
        {first ? (
          <button
            type="button"
            className="unsaved"
            onClick={() => dispatch({ type: 'form', form: first, focus: `${first.key} first` })}
          >
            {count(unsaved.length, 'text')} not saved
          </button>
        ) : null}
        <button
          type="button"
          className="round"
          aria-pressed={themes.theme === 'dark'}
          onClick={themes.toggle}
        >
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.75" />
            <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
          </svg>
          <span className="unseen">Dark colours</span>
        </button>
        <button type="button" className="round" onClick={help}>
          <span aria-hidden="true">?</span>
          <span className="unseen">Help and keys</span>
        </button>
      </div>
    </header>
  );
}
