/** Who and where on the page: one invented channel and four invented people, so that nobody needs an account. */
import { type Place, placeOf, playerOf } from '../../core/ids.ts';
import type { Origin } from '../../core/requests/request.ts';

/** Somebody whom a visitor can be. The name is shown by the page only; the core sees the id. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Manages the channel, as a moderator of a server or the owner of a channel does elsewhere. */
  readonly moderator: boolean;
}

/** Whom a new visitor plays: somebody whom nobody plays yet, as long as there is one. */
export const freePerson = (people: readonly Person[], isPlayed: (id: string) => boolean): string =>
  (people.find(({ id }) => !isPlayed(id)) ?? people[0])?.id ?? '';

export const CHANNEL: Place = placeOf('web', 'page', 'general');

export const PEOPLE: readonly Person[] = [
  { id: 'ada', name: 'Ada', moderator: true },
  { id: 'bo', name: 'Bo', moderator: false },
  { id: 'chidi', name: 'Chidi', moderator: false },
  { id: 'dana', name: 'Dana', moderator: false },
];

export const originOf = (person: Person, requestId: string): Origin => ({
  place: CHANNEL,
  player: playerOf(CHANNEL.platform, CHANNEL.workspace, person.id),
  requestId,
  manages: async () =>
    person.moderator ? { ok: true } : { ok: false, fix: 'Only a moderator can do that. Here it is Ada.' },
  mayPost: async () => ({ ok: true }),
  zone: async () => undefined,
});
