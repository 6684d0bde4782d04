/** Sends each card to the platform that its place belongs to. */
import type { PlatformId } from './ids.ts';
import type { Capabilities, Platform } from './platform.ts';
import type { Speaker } from './services.ts';

const UNKNOWN: Capabilities = {
  namedOptions: false,
  repeatsSafely: false,
  edits: { perMinute: 1, per: 'workspace' },
};

/** A place of a platform that is not configured now keeps its orders: posts to it fail until it is back. */
export function createSpeaker(platforms: readonly Platform[]): Speaker {
  const byName = new Map<PlatformId, Platform>(platforms.map((platform) => [platform.name, platform]));
  return {
    post: async (place, card, key, under) =>
      (await byName.get(place.platform)?.post(place, card, key, under)) ?? { status: 'failed', sent: 'no' },
    find: async (place, sought) =>
      (await byName.get(place.platform)?.find(place, sought)) ?? { status: 'failed' },
    tell: async (player, card, key) =>
      (await byName.get(player.platform)?.tell(player, card, key)) ?? { status: 'failed', sent: 'no' },
    edit: async (message, card) =>
      (await byName.get(message.place.platform)?.edit(message, card)) ?? { status: 'failed' },
    capabilities: (platform) => byName.get(platform)?.capabilities ?? UNKNOWN,
  };
}
