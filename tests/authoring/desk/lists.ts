/** An author at the desk whose pack lists names and events, and what they may do with these. */
import type { ListedKind } from '../../../src/authoring/desk/listed-kinds.ts';
import type { Refusal, Written } from '../../../src/authoring/desk/wire.ts';
import type { ListedState } from '../../../src/authoring/desk/wire-listed.ts';
import { CLUB, deskForEachTest } from './at-the-desk.ts';

export const NAMES = `# whom we know
people: # all of them
  - Nora Finch:
      - Nora # as the crew says
      - the ferrywoman
  # she paints
  - Ada Stone
  - Tom Reed: # still small
      aliases: Tommy
      minor: true
places: [Gull Island, 'North Quay']
`;

export const EVENTS = `# what happened
- event: The postman is rowed across # first
  when: 1931
  about: Nora Finch (actor)

- event: The boat is painted
  id: painting
  when: "spring: 2020"
`;

export const CREW = `topic: The crew
entries:
  - fact: The boat was painted green in 2020. # says the Post
    id: green
    receipt: post#2
    about: [Ada Stone (actor), "Gull Island"] # not the quay
    events: painting

  - fact: In 1931 Nora Finch rowed the postman across.
    id: across
    receipt: log#2
    events: the-postman-is-rowed-across

  - fact: The boat has room for a dog.
    id: dog
    receipt: log#1
    about: Nora (not)
`;

export function listsForEachTest() {
  const desk = deskForEachTest({
    ...CLUB,
    'names.yaml': NAMES,
    'events.yaml': EVENTS,
    'topics/crew.yaml': CREW,
  });

  const write = (body: object) => desk.post<Written & Refusal>('api/write', body);

  async function listed(kind: ListedKind, called: string): Promise<ListedState> {
    const { listed: all } = await desk.state();
    const found = all.find((one) => one.kind === kind && Object.values(one.fields).includes(called));
    if (!found) throw new Error(`no ${kind} is called “${called}”`);
    return found;
  }

  return {
    ...{ desk, write, listed },
    add: (kind: ListedKind, fields: object) => write({ do: 'list', kind, fields }),
    async change(kind: ListedKind, called: string, fields: object) {
      const found = await listed(kind, called);
      return write({ do: 'list', kind, entry: refOf(found), fields: { ...found.fields, ...fields } });
    },
    takeOut: async (kind: ListedKind, called: string, more: object = {}) =>
      write({ do: 'unlist', entry: refOf(await listed(kind, called)), ...more }),
  };
}

export const refOf = ({ kind, id, hash }: ListedState) => ({ kind, id, hash });
