/** What a newcomer sees first. */
import type { Person } from '../people.ts';

interface StartProps {
  readonly people: readonly Person[];
  readonly person: string;
  ask(): void;
}

export function Start({ people, person, ask }: StartProps) {
  const me = people.find(({ id }) => id === person);
  const other = people.find(({ id }) => id !== person);
  return (
    <div className="start">
      <p className="start-title">Know it, then prove it.</p>
      <p>
        {me && other
          ? `Answer a question as ${me.name}, then switch to ${other.name} under “You are” and answer again. `
          : 'Answer a question. '}
        Close the round, and you see the article and paragraph that prove the answer.
      </p>
      <button type="button" className="primary" onClick={ask}>
        Ask me something
      </button>
    </div>
  );
}
