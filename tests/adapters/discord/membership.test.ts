/** Whether the bot is in a server: without intents Discord does not tell, so it is asked. */
import { describe, expect, it } from 'vitest';
import { workspaceOf } from '../../../src/core/ids.ts';
import { connect } from './setup.ts';

describe('whether the bot is in a server', () => {
  it('is as Discord says', async () => {
    const { discord, platform } = await connect();
    const server = workspaceOf('discord', discord.guild);
    expect(await platform.isIn(server)).toBe(true);
    discord.expel();
    expect(await platform.isIn(server)).toBe(false);
  });

  it('is not known of a private talk, nor while Discord does not answer', async () => {
    const { discord, platform } = await connect();
    expect(await platform.isIn(workspaceOf('discord', `dm-${discord.talkWith('11')}`))).toBeUndefined();
    const server = workspaceOf('discord', discord.guild);
    await discord.close();
    expect(await platform.isIn(server)).toBeUndefined();
  });
});
