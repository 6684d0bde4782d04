/**
 * Who and where, as the platforms number them. Strings from a platform become these once, at its edge;
 * nothing in the core takes a bare string for a channel or a person.
 */
import { z } from 'zod';

const PlatformId = z.string().min(1).max(40).brand<'PlatformId'>();
const WorkspaceId = z.string().min(1).max(100).brand<'WorkspaceId'>();
const ChannelId = z.string().min(1).max(100).brand<'ChannelId'>();
const UserId = z.string().min(1).max(100).brand<'UserId'>();

const Place = z.object({ platform: PlatformId, workspace: WorkspaceId, channel: ChannelId });
const Player = z.object({ platform: PlatformId, workspace: WorkspaceId, user: UserId });

export type PlatformId = z.infer<typeof PlatformId>;
export type WorkspaceId = z.infer<typeof WorkspaceId>;
export type ChannelId = z.infer<typeof ChannelId>;
export type UserId = z.infer<typeof UserId>;

/** Where a question is put: a channel of a workspace on a platform. */
export type Place = z.infer<typeof Place>;

/** A server or team on a platform, with all its channels. */
const Workspace = Place.pick({ platform: true, workspace: true });
export type Workspace = z.infer<typeof Workspace>;

/** Who answers. Ids only: no name is ever kept. */
export type Player = z.infer<typeof Player>;

/** A message of ours that can be edited later. */
export interface MessageRef {
  readonly place: Place;
  readonly id: string;
}

export const platformId = (name: string): PlatformId => PlatformId.parse(name);

/** Throws where a part is empty or overlong: a platform that sends such an id is broken. */
export const placeOf = (platform: string, workspace: string, channel: string): Place =>
  Place.parse({ platform, workspace, channel });

export const workspaceOf = (platform: string, workspace: string): Workspace =>
  Workspace.parse({ platform, workspace });

export const playerOf = (platform: string, workspace: string, user: string): Player =>
  Player.parse({ platform, workspace, user });

/**
 * One person's account, as far as it is known to be the same. Without a workspace: in all of its platform. Which of the
 * two it is, `accountOf` (`people/account.ts`) says.
 */
export interface Account {
  readonly platform: PlatformId;
  readonly workspace: WorkspaceId | undefined;
  readonly user: UserId;
}

/** Stands where the id of a person stood who had what is kept about them deleted. */
export const FORGOTTEN = 'deleted';

/** Points whose owner's name is not kept any more; what follows `FORGOTTEN` only tells one from another. */
export const isForgotten = (user: UserId): boolean => user === FORGOTTEN || user.startsWith(`${FORGOTTEN} `);

export const samePlace = (a: Place, b: Place): boolean =>
  a.platform === b.platform && a.workspace === b.workspace && a.channel === b.channel;

/**
 * Whether two places are one channel, whoever asks: a platform gives an id to one channel only, and where two of its
 * workspaces share that channel, each names it with a workspace of its own. So this opens no other workspace's
 * channel to anybody. For what a button refers to; what is counted or kept belongs to one whole place.
 */
export const sameChannel = (a: Place, b: Place): boolean =>
  a.platform === b.platform && a.channel === b.channel;

export const samePlayer = (a: Player, b: Player): boolean =>
  a.platform === b.platform && a.workspace === b.workspace && a.user === b.user;
