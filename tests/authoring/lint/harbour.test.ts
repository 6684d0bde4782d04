import { describe, expect, it } from 'vitest';
import { goodPack } from './harbour.ts';

describe('the invented story that rules are tried on', () => {
  it('is a pack that the bot would start with', () => {
    expect(goodPack().claims).toHaveLength(15);
  });
});
