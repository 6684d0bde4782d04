/** Questions that were withdrawn: they stay in sight, so that they can be asked again. */
import { useDesk } from './desk.ts';

export function NeverAsked() {
  const { server, act } = useDesk();
  if (server.withdrawn.length === 0) return null;
  return (
    <section className="never" aria-label="Never asked">
      <h3>Never asked</h3>
      <ul>
        {server.withdrawn.map(({ id, reason, question }) => (
          <li key={id}>
            <p className="soft">
              Never asked: {question ?? id} ({reason})
            </p>
            {question === undefined ? null : (
              <button type="button" className="link" onClick={() => void act.perform({ do: 'again', id })}>
                Ask it again
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
