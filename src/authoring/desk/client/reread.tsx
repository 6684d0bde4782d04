/** Facts whose paragraph says something else since the article was put in anew: to be read again, and confirmed. */
import type { ArticleState } from '../wire.ts';
import { ChangedText } from './changed-text.tsx';
import { useDesk } from './desk.ts';
import { textIn } from './fields.ts';

export function Reread({ article }: { readonly article: ArticleState }) {
  const { server, act, dispatch } = useDesk();
  const here = server.toReread.filter((one) => one.article === article.id);
  if (here.length === 0) return null;
  return (
    <section className="reread" aria-label="To be read again">
      <h3>This article has changed. Do these facts still hold?</h3>
      <ul>
        {here.map(({ fact, spot, paragraph, says, was }) => {
          const entry = server.facts.find(({ id }) => id === fact);
          return (
            <li key={`${fact} ${spot}`}>
              <p>
                <strong>{entry ? textIn(entry.fields, 'fact') : fact}</strong>
              </p>
              <p className="soft">
                {says === undefined ? (
                  'Nothing is left of its paragraph.'
                ) : (
                  <>
                    Now: <ChangedText was={was} says={says} />
                  </>
                )}
              </p>
              {entry ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    dispatch({ type: 'choose', chosen: { article: article.id, paragraph: paragraph ?? 1 } });
                    act.change(entry);
                  }}
                >
                  Change the fact
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <button type="button" className="plain" onClick={() => void act.perform({ do: 'reread' })}>
        I have read them: they still hold
      </button>
    </section>
  );
}
