/** Whom the visitor is: in the slip, and where that is far from the messages, in a bar above them. */
import type { Person } from '../people.ts';

interface PeopleProps {
  readonly people: readonly Person[];
  /** Who is played by the open pages, once for each. */
  readonly players: readonly string[];
  readonly person: string;
  choosePerson(person: string): void;
}

export function People({ people, players, person, choosePerson }: PeopleProps) {
  const me = people.find(({ id }) => id === person);
  const isShared = players.filter((id) => id === person).length > 1;
  return (
    <div className="people-box">
      <fieldset className="people">
        <legend>You are</legend>
        {people.map(({ id, name, moderator }) => (
          <label key={id} className="person">
            <input
              type="radio"
              name="person"
              value={id}
              checked={id === person}
              onChange={() => choosePerson(id)}
            />
            <span className="person-name">
              {name}
              {moderator ? <small>moderator</small> : null}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="shared" role="status">
        {me && isShared ? `Someone else plays ${me.name} too.` : null}
      </p>
    </div>
  );
}
