/** What went wrong, in words: a lost connection stays until it is back, the rest until it is read. */
import type { PageState } from './state.ts';

export function Notices({ state, close }: { state: PageState; close(): void }) {
  return (
    <div className="notices" role="alert">
      {state.connection === 'lost' ? (
        <p className="notice">The connection to the bot is lost. The page comes back by itself.</p>
      ) : null}
      {state.outdated ? (
        <p className="notice">
          This page has changed since you opened it.
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>
        </p>
      ) : null}
      {state.problem === undefined ? null : (
        <p className="notice">
          {state.problem}
          <button type="button" onClick={close}>
            OK
          </button>
        </p>
      )}
    </div>
  );
}
