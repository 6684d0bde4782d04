/** Who people are: whether they manage a channel, and what they are called. */
import type { webApi } from '@slack/bolt';
import type { Card } from '../../core/cards/card.ts';
import type { Place, Player, UserId } from '../../core/ids.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Permission } from '../../core/requests/request.ts';
import { createCache } from './cache.ts';
import { faultOf } from './errors.ts';
import { fixFor } from './fixes.ts';
import { playersIn, withNames } from './names.ts';
import type { Identity } from './sdk.ts';

export interface People {
  /**
   * Admins and owners of the bot's own workspace, and its member who made the channel, unless a guest. Slack has no
   * finer right that an app may ask for. Nobody manages a private talk. Never rejects.
   */
  manages(place: Place, player: Player): Promise<Permission>;
  /** As the person set it, or Slack found it out. Undefined where Slack does not tell. Never rejects. */
  zoneOf(player: Player): Promise<string | undefined>;
  /** The card with its players named, as far as Slack tells. Never rejects. */
  named(card: Card): Promise<Card>;
}

interface PeopleTools {
  readonly client: webApi.WebClient;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly identity: () => Promise<Identity>;
  /** What people type behind an @. */
  readonly botName: () => string;
}

interface Person {
  readonly name: string;
  readonly zone: string | undefined;
  readonly isAdmin: boolean;
  /** Those that the person is a full member of: a guest, a stranger or a deactivated account is of none. */
  readonly workspaces: readonly string[];
}

const FIVE_MINUTES = 300_000;

/** More at once would use up what Slack allows in a minute. */
const MOST_NAMES = 50;

export function createPeople(tools: PeopleTools): People {
  const { client, clock, identity } = tools;
  const persons = createCache(clock, FIVE_MINUTES, (user) => fetchPerson(client, user));
  const creators = createCache(clock, FIVE_MINUTES, (channel) => fetchCreator(client, channel));
  const nameOf = async (user: UserId): Promise<[UserId, string][]> => {
    const person = await persons.get(user).catch(() => undefined);
    return person && person.name !== '' ? [[user, person.name]] : [];
  };
  const isManager = async (channel: string, user: string): Promise<boolean> => {
    const { workspaces, isAdmin } = await persons.get(user);
    const isMember = workspaces.includes((await identity()).workspace);
    return isMember && (isAdmin || (await creators.get(channel)) === user);
  };
  return {
    manages: async ({ channel }, { user }) => {
      if (isDirect(channel)) return { ok: false, fix: IN_A_TALK };
      try {
        return (await isManager(channel, user)) ? { ok: true } : { ok: false, fix: MANAGERS };
      } catch (error) {
        return unclear(tools, error);
      }
    },
    zoneOf: async ({ user }) => (await persons.get(user).catch(() => undefined))?.zone,
    named: async (card) => {
      const players = playersIn(card).slice(0, MOST_NAMES);
      return withNames(card, new Map((await Promise.all(players.map(nameOf))).flat()));
    },
  };
}

const MANAGERS =
  'Only admins and owners of this workspace, and whoever made this channel, can do that. Ask one of them.';
const IN_A_TALK = 'That is for channels: nobody manages a talk between two. Use it in a channel.';
const LATER = 'Slack does not tell who manages this channel just now. Try again in a moment.';

/** Where Slack does not know the person, they are no member. */
function unclear({ logger, botName }: PeopleTools, error: unknown): Permission {
  const fault = faultOf(error);
  if (fault.code === 'user_not_found') return { ok: false, fix: MANAGERS };
  logger.warn('slack-managers-unknown', { code: fault.code });
  return { ok: false, fix: fault.kind === 'refused' ? fixFor(fault, botName()) : LATER };
}

/** Slack's ids of talks between two begin with a D. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

async function fetchPerson(client: webApi.WebClient, user: string): Promise<Person> {
  const person = (await client.users.info({ user })).user ?? {};
  const { profile, name, tz } = person;
  return {
    name: profile?.display_name || profile?.real_name || name || '',
    zone: tz || undefined,
    isAdmin: Boolean(person.is_admin || person.is_owner || person.is_primary_owner),
    workspaces: isOutside(person) ? [] : workspacesOf(person),
  };
}

type SlackUser = NonNullable<webApi.UsersInfoResponse['user']>;

const isOutside = (person: SlackUser): boolean =>
  Boolean(person.is_stranger || person.deleted || person.is_restricted || person.is_ultra_restricted);

/** Of people from elsewhere Slack may say what they are at home. In an organisation a person belongs to several. */
const workspacesOf = ({ team_id: home, enterprise_user: all }: SlackUser): readonly string[] => [
  ...(home === undefined ? [] : [home]),
  ...(all?.teams ?? []),
];

/** Undefined where Slack does not tell, as for a private channel that the bot is not in. */
async function fetchCreator(client: webApi.WebClient, channel: string): Promise<string | undefined> {
  try {
    return (await client.conversations.info({ channel })).channel?.creator;
  } catch (error) {
    if (faultOf(error).kind === 'refused') return undefined;
    throw error;
  }
}
