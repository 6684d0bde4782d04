/** Who asks and where, and what they and the bot may do there: all of it stands in the interaction itself. */
import { z } from 'zod';
import { placeOf, playerOf } from '../../core/ids.ts';
import type { Origin, Permission } from '../../core/request.ts';
import { howToAllow, inviteLink, managesBy, missingToPost } from './permissions.ts';

export const DISCORD = 'discord';

const Id = z.string().min(1).max(40);
const Bits = z.string().regex(/^\d{1,30}$/);
const User = z.object({ id: Id });

/** What every interaction carries, of which kind it may be. */
export const Surroundings = z
  .object({
    id: Id,
    token: z.string().min(1),
    application_id: Id,
    guild_id: Id.optional(),
    channel_id: Id.optional(),
    channel: z.object({ id: Id.optional(), type: z.int().optional() }).optional(),
    /** In a server; in a private talk it is `user`. */
    member: z.object({ user: User, permissions: Bits.default('0') }).optional(),
    user: User.optional(),
    app_permissions: Bits.optional(),
    /** "0": the server that added the app; "1": the person who did. */
    authorizing_integration_owners: z.record(z.string(), z.string()).optional(),
    /** 0 in a server, 1 in a private talk with the bot, 2 in one between people. */
    context: z.int().optional(),
  })
  .refine((it) => (it.member ?? it.user) !== undefined && (it.channel_id ?? it.channel?.id) !== undefined);

type Surroundings = z.infer<typeof Surroundings>;

/** A private talk belongs to no server; each is a workspace of its own. */
export const privateWorkspace = (channel: string): string => `dm-${channel}`;

/** `checked`: Discord let this person use a command that it shows to managers only. */
export function originOf(interaction: Surroundings, checked: boolean): Origin {
  const { guild_id: guild, member } = interaction;
  const channel = interaction.channel_id ?? interaction.channel?.id ?? '';
  const user = member?.user.id ?? interaction.user?.id ?? '';
  const workspace = guild ?? privateWorkspace(channel);
  return {
    place: placeOf(DISCORD, workspace, channel),
    player: playerOf(DISCORD, workspace, user),
    requestId: interaction.id,
    manages: async () =>
      checked || guild === undefined || managesBy(member?.permissions ?? '0')
        ? { ok: true }
        : { ok: false, fix: MODERATORS },
    mayPost: async () => (guild === undefined ? mayPostInTalk(interaction) : mayPostInServer(interaction)),
    zone: async () => undefined,
  };
}

const MODERATORS = 'Only moderators can do that: those who may manage this server or its messages.';

const AMONG_PEOPLE = 2;

function mayPostInTalk({ context }: Surroundings): Permission {
  if (context !== AMONG_PEOPLE) return { ok: true };
  const fix =
    'Receipts is not part of this conversation, so it can only answer you here. Use it in a server that added it, or write to it directly.';
  return { ok: false, fix };
}

const THREADS: readonly (number | undefined)[] = [10, 11, 12];

function mayPostInServer(interaction: Surroundings): Permission {
  const { authorizing_integration_owners: owners, app_permissions: held, channel } = interaction;
  if (owners && owners['0'] === undefined) return { ok: false, fix: howToAdd(interaction.application_id) };
  // Without the field nobody knows; the post itself will tell.
  const missing = held === undefined ? [] : missingToPost(held, THREADS.includes(channel?.type));
  return missing.length === 0 ? { ok: true } : { ok: false, fix: howToAllow(missing) };
}

const howToAdd = (applicationId: string): string =>
  `This server has not added Receipts; you use it from your own account, where it can only answer you. Someone with Manage Server can add it: ${inviteLink(applicationId)}`;
