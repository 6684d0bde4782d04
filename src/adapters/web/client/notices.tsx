/** What went wrong, in words: a lost connection stays until it is back, the rest until it is read. */
import type { PageState } from './state.ts';

export function Notices({ state, close }: { state: PageState; close(): void }) {
  const { connection, outdated, problem, aside } = state;
  return (
    <div className="notices">
      <div className="notices" role="alert">
        {connection === 'lost' ? <p className="notice">Reconnecting…</p> : null}
        {outdated ? (
          <Notice words="This page has changed since you opened it." button="Reload" press={reload} />
        ) : null}
        {problem === undefined ? null : <Notice words={problem} button="OK" press={close} />}
      </div>
      {/* No alert: the announcer says it, after what everyone hears. */}
      {aside === undefined ? null : <Notice words={aside} button="OK" press={close} />}
    </div>
  );
}

const reload = () => location.reload();

interface NoticeProps {
  readonly words: string;
  readonly button: string;
  press(): void;
}

const Notice = ({ words, button, press }: NoticeProps) => (
  <p className="notice">
    {words}
    <button type="button" onClick={press}>
      {button}
    </button>
  </p>
);
