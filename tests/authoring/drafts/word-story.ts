/** Invented records for questions on sides and order; the story itself is that of the gaps. */
import { type Story, storyOf } from '../../../src/authoring/drafts/draft.ts';
import { Event } from '../../../src/core/dataset/schema.ts';
import { about, claim, date, gapStory } from './gap-story.ts';

type Fields = Readonly<Record<string, unknown>>;

/** With a claim for each event that carries its date. */
export function eventStory(
  events: readonly (readonly [id: string, name: string, on: string, fields?: Fields])[],
  claims: readonly Fields[] = [],
): Story {
  const dated = events.map(([id, name, on, fields]) => ({ id, name, date: date(on, fields) }));
  const own = dated.map(({ id, name, date: when }) => claim(id, `${name}.`, { date: when }));
  const { pack } = gapStory({ claims: [...own, ...claims] });
  const ofEvent = new Map(dated.map(({ id }) => [id, [id]]));
  return storyOf({
    ...pack,
    events: dated.map((event) => Event.parse({ ...event, entities: about('Mara Quill') })),
    claims: pack.claims.map((one) => ({ ...one, events: ofEvent.get(one.id) ?? one.events })),
  });
}

/** Two sides, each with one claim. */
export const disagreement = (id: string, kind: string, sides: Readonly<Record<string, string>>): Fields => ({
  id,
  title: 'How the boat came in',
  kind,
  sides: Object.entries(sides).map(([says, of]) => ({ says, claims: [of] })),
});
