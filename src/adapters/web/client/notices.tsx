/** What went wrong, in words, in a place of its own where it covers nothing: it goes when it is read, or with the next thing one does. */
import type { ReactNode } from 'react';
import type { PageState } from './state.ts';

interface NoticesProps {
  readonly state: PageState;
  close(): void;
}

/** Above the messages. A lost connection stays until it is back. */
export const WindowNotices = ({ state: { connection, outdated, problem }, close }: NoticesProps) => (
  <div className="notices" role="alert">
    {connection === 'lost' ? <Notice words="Reconnecting…" /> : null}
    {outdated ? (
      <Notice words="This page has changed since you opened it.">
        <button type="button" onClick={() => location.reload()}>
          Reload
        </button>
      </Notice>
    ) : null}
    {problem?.at === 'windows' ? <Closable words={problem.words} close={close} /> : null}
  </div>
);

/** Below the line that one types. */
export const SlipNotices = ({ state: { problem, aside }, close }: NoticesProps) => (
  <>
    <div className="notices" role="alert">
      {problem?.at === 'slip' ? <Closable words={problem.words} close={close} /> : null}
    </div>
    {/* No alert: the announcer says it, after what everyone hears. */}
    {aside === undefined ? null : <Closable words={aside} close={close} />}
  </>
);

const Closable = ({ words, close }: { words: string; close(): void }) => (
  <Notice words={words}>
    <button type="button" onClick={close}>
      OK
    </button>
  </Notice>
);

const Notice = ({ words, children }: { words: string; children?: ReactNode }) => (
  <p className="notice">
    <span>{words}</span>
    {children}
  </p>
);
