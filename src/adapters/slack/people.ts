/** Who people are: whether they manage a channel, and what they are called. */
import type { webApi } from '@slack/bolt';
import type { Card } from '../../core/card.ts';
import type { Clock } from '../../core/clock.ts';
import { Fault } from '../../core/errors.ts';
import type { Place, Player, UserId } from '../../core/ids.ts';
import { createCache } from './cache.ts';
import { faultOf } from './errors.ts';
import { playersIn, withNames } from './names.ts';

export interface People {
  /**
   * Admins and owners of the workspace, and whoever made the channel unless a guest. Slack has no finer right
   * that an app may ask for. Nobody manages a private talk.
   */
  manages(place: Place, player: Player): Promise<boolean>;
  /** As the person set it, or Slack found it out. Undefined where Slack does not tell. Never rejects. */
  zoneOf(player: Player): Promise<string | undefined>;
  /** The card with its players named, as far as Slack tells. Never rejects. */
  named(card: Card): Promise<Card>;
}

interface Person {
  readonly name: string;
  readonly zone: string | undefined;
  readonly admin: boolean;
  readonly guest: boolean;
}

const FIVE_MINUTES = 300_000;

/** More at once would use up what Slack allows in a minute. */
const MOST_NAMES = 50;

export function createPeople(client: webApi.WebClient, clock: Clock): People {
  const persons = createCache(clock, FIVE_MINUTES, (user) => fetchPerson(client, user));
  const creators = createCache(clock, FIVE_MINUTES, (channel) => fetchCreator(client, channel));
  const nameOf = async (user: UserId): Promise<[UserId, string][]> => {
    const person = await persons.get(user).catch(() => undefined);
    return person && person.name !== '' ? [[user, person.name]] : [];
  };
  return {
    manages: async ({ channel }, { user }) => {
      if (isDirect(channel)) return false;
      const person = await persons.get(user);
      if (person.admin) return true;
      return !person.guest && (await creators.get(channel)) === user;
    },
    zoneOf: async ({ user }) => (await persons.get(user).catch(() => undefined))?.zone,
    named: async (card) => {
      const players = playersIn(card).slice(0, MOST_NAMES);
      return withNames(card, new Map((await Promise.all(players.map(nameOf))).flat()));
    },
  };
}

/** Slack's ids of talks between two begin with a D. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

async function fetchPerson(client: webApi.WebClient, user: string): Promise<Person> {
  const answer = await client.users.info({ user }).catch((error: unknown) => asFault('users.info', error));
  const { profile, is_admin, is_owner, is_primary_owner, is_restricted, is_ultra_restricted, name, tz } =
    answer.user ?? {};
  return {
    name: profile?.display_name || profile?.real_name || name || '',
    zone: tz || undefined,
    admin: Boolean(is_admin || is_owner || is_primary_owner),
    guest: Boolean(is_restricted || is_ultra_restricted),
  };
}

/** Undefined where Slack does not tell, as for a private channel that the bot is not in. */
async function fetchCreator(client: webApi.WebClient, channel: string): Promise<string | undefined> {
  try {
    return (await client.conversations.info({ channel })).channel?.creator;
  } catch (error) {
    return faultOf(error).kind === 'refused' ? undefined : asFault('conversations.info', error);
  }
}

function asFault(method: string, error: unknown): never {
  throw new Fault('PLATFORM', `${method}: ${faultOf(error).code}`);
}
