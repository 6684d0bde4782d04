/** Who asks and where, and what they and the bot may do there: all of it stands in the interaction itself. */
import { z } from 'zod';
import { placeOf, playerOf } from '../../core/ids.ts';
import type { Origin, Permission } from '../../core/requests/request.ts';
import { howToAllow, inviteLink, managesMessages, managesServer, missingToPost } from './permissions.ts';

export const DISCORD = 'discord';

const Id = z.string().min(1).max(40);
/** It becomes a part of an address. */
const Snowflake = z.string().regex(/^\d{1,40}$/);
const Bits = z.string().regex(/^\d{1,30}$/);
const User = z.object({ id: Id });

/** For what only improves an answer: it is as good as missing where Discord sends null or something new. */
const ifReadable = <Schema extends z.ZodType>(schema: Schema) =>
  schema
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined);

/** What every interaction carries, of which kind it may be. */
export const Surroundings = z
  .object({
    id: Snowflake,
    token: z.string().min(1),
    application_id: Snowflake,
    guild_id: ifReadable(Id),
    channel_id: ifReadable(Id),
    channel: ifReadable(z.object({ id: ifReadable(Id), type: ifReadable(z.int()) })),
    /** In a server; in a private talk it is `user`. */
    member: ifReadable(z.object({ user: User, permissions: ifReadable(Bits) })),
    user: ifReadable(User),
    app_permissions: ifReadable(Bits),
    /** "0": the server that added the app; "1": the person who did. */
    authorizing_integration_owners: ifReadable(z.record(z.string(), z.unknown())),
    /** 0 in a server, 1 in a private talk with the bot, 2 in one between people. */
    context: ifReadable(z.int()),
  })
  .refine((it) => (it.member ?? it.user) !== undefined, { path: ['user'] })
  .refine((it) => (it.channel_id ?? it.channel?.id) !== undefined, { path: ['channel_id'] });

type Surroundings = z.infer<typeof Surroundings>;

/** A private talk belongs to no server; each is a workspace of its own. */
export const privateWorkspace = (channel: string): string => `dm-${channel}`;

export function originOf(interaction: Surroundings, kind: 'command' | 'press'): Origin {
  const { guild_id: guild, member } = interaction;
  const channel = interaction.channel_id ?? interaction.channel?.id ?? '';
  const user = member?.user.id ?? interaction.user?.id ?? '';
  const workspace = guild ?? privateWorkspace(channel);
  const isTalk = guild === undefined && member === undefined;
  return {
    place: placeOf(DISCORD, workspace, channel),
    player: playerOf(DISCORD, workspace, user),
    requestId: interaction.id,
    manages: async () => {
      // Discord does not offer a command for managers in a talk; where it arrives nevertheless, it belongs elsewhere.
      if (isTalk) return kind === 'command' ? { ok: false, fix: NOT_IN_A_TALK } : { ok: true };
      const held = member?.permissions ?? '0';
      if (managesServer(held) || (kind === 'press' && managesMessages(held))) return { ok: true };
      return { ok: false, fix: kind === 'press' ? HOSTS : MANAGERS };
    },
    mayPost: async () => (guild === undefined ? mayPostInTalk(interaction) : mayPostInServer(interaction)),
    zone: async () => undefined,
  };
}

const NOT_IN_A_TALK = 'This is for a channel of a server. Use it there.';
const MANAGERS = 'Only people who may Manage Server can do that. Ask one of them.';
const HOSTS = 'Only people who may Manage Server or Manage Messages can do that.';

const AMONG_PEOPLE = 2;

function mayPostInTalk({ context }: Surroundings): Permission {
  if (context !== AMONG_PEOPLE) return { ok: true };
  const fix =
    'Receipts is not part of this conversation, so it can only answer you here. Use it in a server that added it, or write to it directly.';
  return { ok: false, fix };
}

/** By the type of the channel: in announcements, public, private. */
const THREADS: ReadonlyMap<number | undefined, 'public' | 'private'> = new Map([
  [10, 'public'],
  [11, 'public'],
  [12, 'private'],
]);

function mayPostInServer(interaction: Surroundings): Permission {
  const { authorizing_integration_owners: owners, app_permissions: held, channel } = interaction;
  if (owners && (owners['0'] ?? undefined) === undefined)
    return { ok: false, fix: howToAdd(interaction.application_id) };
  // Without the field nobody knows; the post itself will tell.
  const thread = THREADS.get(channel?.type) ?? 'no';
  const missing = held === undefined ? [] : missingToPost(held, thread !== 'no');
  return missing.length === 0 ? { ok: true } : { ok: false, fix: howToAllow(missing, thread) };
}

const howToAdd = (applicationId: string): string =>
  `This server has not added Receipts; you use it from your own account, where it can only answer you. Someone with Manage Server can add it: ${inviteLink(applicationId)}`;
