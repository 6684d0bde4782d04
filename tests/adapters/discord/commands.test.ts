import { describe, expect, it } from 'vitest';
import { commands as ours } from '../../../commands/registry.ts';
import { diffCommands, entryPoints, toApplicationCommands } from '../../../src/adapters/discord/commands.ts';
import { inviteLink } from '../../../src/adapters/discord/permissions.ts';
import { registerWithToken } from '../../../src/adapters/discord/register.ts';
import { checkCommands } from '../../fakes/discord/validate.ts';
import { startDiscordServer } from '../../fakes/discord-server.ts';
import { commands, connect, scriptedBot, startBot } from './setup.ts';

const wanted = toApplicationCommands(commands);
const [fact, quiz, daily] = wanted;

/** As Discord gives back what it was given. */
const registered = wanted.map((command, at) => ({
  ...command,
  id: `${at}`,
  application_id: '7',
  version: '1',
  name_localizations: null,
  description_localizations: null,
  default_permission: true,
  dm_permission: null,
  nsfw: false,
  contexts: command.contexts?.toReversed(),
  options: command.options?.map(({ required, autocomplete, ...option }) => ({
    ...option,
    name_localizations: null,
    ...(required ? { required } : {}),
    ...(autocomplete ? { autocomplete } : {}),
  })),
}));

describe('our commands at Discord', () => {
  it('are taken by Discord, all those that the bot has', () => {
    expect(checkCommands(toApplicationCommands(ours))).toMatchObject({ ok: true });
  });

  it('propose texts, fix words, and limit numbers and lengths', () => {
    expect(fact?.options).toEqual([
      {
        type: 3,
        name: 'about',
        description: 'What about',
        required: false,
        max_length: 60,
        autocomplete: true,
      },
    ]);
    expect(quiz?.options).toMatchObject([
      { type: 4, name: 'questions', min_value: 1, max_value: 10 },
      { type: 5, name: 'private' },
      {
        type: 3,
        name: 'level',
        choices: [
          { name: 'any', value: 'any' },
          { name: 'easy', value: 'easy' },
          { name: 'hard', value: 'hard' },
        ],
      },
    ]);
  });

  it('have subcommands, whose required options come first', () => {
    expect(daily?.options).toMatchObject([
      {
        type: 1,
        name: 'set',
        options: [
          { name: 'time', required: true },
          { name: 'topic', required: false },
        ],
      },
      { type: 1, name: 'status' },
    ]);
  });

  it('are shown to everyone, and those by which managers set up a channel in servers only', () => {
    expect(daily).toMatchObject({ default_member_permissions: null, contexts: [0], integration_types: [0] });
    expect(fact).toMatchObject({
      default_member_permissions: null,
      contexts: [0, 1, 2],
      integration_types: [0, 1],
    });
  });
});

describe('what differs from what is registered', () => {
  it('is nothing where only Discord’s own fields do', () => {
    expect(diffCommands(registered, wanted)).toEqual({
      add: [],
      change: [],
      remove: [],
      same: ['fact', 'quiz', 'daily'],
    });
  });

  it('is told by name: new, changed and no longer wanted', () => {
    const before = [
      { ...registered[0], description: 'Old words' },
      registered[1],
      { ...registered[2], name: 'weekly' },
    ];
    expect(diffCommands(before, wanted)).toEqual({
      add: ['daily'],
      change: ['fact'],
      remove: ['weekly'],
      same: ['quiz'],
    });
  });

  it('is not what Discord registered itself, which is kept', () => {
    const entryPoint = { id: '9', type: 4, name: 'launch', handler: 2 };
    expect(diffCommands([...registered, entryPoint], wanted).remove).toEqual([]);
    expect(entryPoints([...registered, entryPoint])).toEqual([entryPoint]);
  });
});

describe('at the start', () => {
  it('what another bot left in the menus of this application is removed, and the entry point kept', async () => {
    const { discord, platform, logger } = await connect();
    const entryPoint = { type: 4, name: 'launch', handler: 2 };
    discord.others([{ type: 3, name: 'Report this' }, { type: 2, name: 'fact' }, entryPoint]);
    await platform.start(scriptedBot({}).bot);
    expect(discord.others().map(({ type, name }) => [type, name])).toEqual([[4, 'launch']]);
    expect(logger.lines.find(({ event }) => event === 'discord-commands')?.fields).toMatchObject({
      add: ['fact', 'quiz', 'daily'],
      remove: ['Report this', 'fact'],
    });
  });

  it('an address that takes the interactions away from the bot is told, with what to do', async () => {
    const { discord, platform, logger } = await connect();
    discord.setEndpoint('https://elsewhere.example/interactions');
    await platform.start(scriptedBot({}).bot);
    expect(logger.lines.find(({ event }) => event === 'discord-endpoint-elsewhere')).toMatchObject({
      level: 'warn',
      fields: { link: 'https://elsewhere.example/interactions', message: expect.stringContaining('Empty') },
    });
    const { events } = await startBot();
    expect(events()).not.toContain('discord-endpoint-elsewhere');
  });

  it('the commands are registered, and an unchanged set is not sent again', async () => {
    const { discord, logger } = await startBot();
    expect(discord.commands().map(({ name }) => name)).toEqual(['fact', 'quiz', 'daily']);
    expect(logger.lines).toContainEqual({
      level: 'info',
      event: 'discord-commands',
      fields: { add: ['fact', 'quiz', 'daily'], change: [], remove: [], same: [] },
    });
    const again = await registerWithToken(discord, commands);
    expect(again.same).toEqual(['fact', 'quiz', 'daily']);
    expect(discord.calls.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('the address at which a server adds the bot is logged', async () => {
    const { discord, logger } = await startBot();
    const link = `https://discord.com/oauth2/authorize?client_id=${discord.applicationId}&scope=bot%20applications.commands&permissions=274877991936`;
    expect(inviteLink(discord.applicationId)).toBe(link);
    expect(logger.lines.find(({ event }) => event === 'discord-invite')?.fields).toMatchObject({ link });
  });

  it('a Discord that cannot take commands right now does not keep the bot from answering', async () => {
    const { discord, platform, logger } = await connect();
    for (let tries = 0; tries < 4; tries += 1) discord.failNext('commands', { how: 'broken' });
    await platform.start(scriptedBot({}).bot);
    expect(platform.connected()).toBe(true);
    expect(logger.lines.map(({ event }) => event)).toContain('discord-commands-not-registered');
  });

  it('a limit that holds the commands back stands in the log', async () => {
    const { discord, platform, logger } = await connect();
    discord.failNext('commands', { how: 'busy', retryAfterSeconds: 1 });
    await platform.start(scriptedBot({}).bot);
    expect(logger.lines.find(({ event }) => event === 'discord-held-back')?.fields).toMatchObject({
      method: 'GET',
      retryAfterMs: expect.any(Number),
    });
  });

  it('a wrong token is named by its setting and never shown', async () => {
    const discord = await startDiscordServer();
    const wrong = registerWithToken({ token: 'a-secret-that-is-wrong', apiUrl: discord.apiUrl }, commands);
    await expect(wrong).rejects.toThrow(/DISCORD_TOKEN/);
    await expect(wrong).rejects.not.toThrow(/a-secret/);
    await discord.close();
  });
});
