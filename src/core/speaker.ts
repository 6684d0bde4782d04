/** Sends each card to the platform that its place belongs to. */
import type { Card } from './cards/card.ts';
import type { MessageRef, Place, PlatformId, Player, Workspace } from './ids.ts';
import type {
  Capabilities,
  EditOutcome,
  FindOutcome,
  Platform,
  PostOutcome,
  PostsOutcome,
  Sought,
  Span,
} from './ports/platform.ts';

const UNKNOWN: Capabilities = {
  words: { name: 'the platform', managers: 'those who manage the channel' },
  namedOptions: false,
  repeatsSafely: false,
  edits: { perMinute: 1, per: 'workspace' },
  accounts: 'workspace',
};

/** Posts, edits and looks on whichever platform a place belongs to. */
export interface Speaker {
  /** Those that can be spoken on; other processes have what is due elsewhere. */
  platforms(): readonly PlatformId[];
  post(place: Place, card: Card, key: string, under?: MessageRef): Promise<PostOutcome>;
  find(place: Place, sought: Sought): Promise<FindOutcome>;
  postsIn(place: Place, span: Span): Promise<PostsOutcome>;
  tell(player: Player, card: Card, key: string): Promise<PostOutcome>;
  edit(message: MessageRef, card: Card): Promise<EditOutcome>;
  capabilities(platform: PlatformId): Capabilities;
  countsEverywhere(place: Place): boolean;
  /** Undefined where the platform does not say, or cannot be asked. */
  isIn(workspace: Workspace): Promise<boolean | undefined>;
}

/**
 * `isUsable`: false while a platform is not to be spoken on. A place of one that is lost, or not configured now,
 * keeps its orders: posts to it fail until it is back.
 */
export function createSpeaker(
  platforms: readonly Platform[],
  isUsable: (name: PlatformId) => boolean = () => true,
): Speaker {
  const byName = new Map<PlatformId, Platform>(platforms.map((platform) => [platform.name, platform]));
  const on = (name: PlatformId) => (isUsable(name) ? byName.get(name) : undefined);
  return {
    platforms: () => [...byName.keys()].filter(isUsable),
    post: async (place, card, key, under) =>
      (await on(place.platform)?.post(place, card, key, under)) ?? { status: 'failed', sent: 'no' },
    find: async (place, sought) => (await on(place.platform)?.find(place, sought)) ?? { status: 'failed' },
    postsIn: async (place, span) => (await on(place.platform)?.postsIn(place, span)) ?? { status: 'failed' },
    tell: async (player, card, key) =>
      (await on(player.platform)?.tell(player, card, key)) ?? { status: 'failed', sent: 'no' },
    edit: async (message, card) =>
      (await on(message.place.platform)?.edit(message, card)) ?? { status: 'failed' },
    capabilities: (platform) => byName.get(platform)?.capabilities ?? UNKNOWN,
    isIn: async (workspace) => on(workspace.platform)?.isIn(workspace),
    countsEverywhere: (place) => byName.get(place.platform)?.countsEverywhere(place) ?? false,
  };
}
