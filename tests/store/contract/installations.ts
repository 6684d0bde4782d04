import { describe, expect, it } from 'vitest';
import { type Current, channel, crowd, NOON, otherPlatform } from './samples.ts';

export function specifyInstallations(current: Current): void {
  describe('who speaks on a platform', () => {
    const claim = (identity: string, { platform } = channel) =>
      current().claimInstallation(platform, identity, NOON);

    it('stays who came first, on each platform for itself', async () => {
      expect(await claim('first')).toBe('first');
      expect(await claim('second')).toBe('first');
      expect(await claim('first')).toBe('first');
      expect(await claim('second', otherPlatform)).toBe('second');
    });

    it('is one of those that come at once', async () => {
      const known = await Promise.all(crowd.map((_, at) => claim(`application-${at}`)));
      expect(new Set(known).size).toBe(1);
    });
  });
}
