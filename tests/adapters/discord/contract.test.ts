import { createDiscordPlatform } from '../../../src/adapters/discord/adapter.ts';
import { type MessageRef, type Place, placeOf, playerOf } from '../../../src/core/ids.ts';
import { type PlatformHarness, platformContract } from '../../contracts/platform.ts';
import { type FakeDiscord, startDiscordServer } from '../../fakes/discord-server.ts';
import { bench } from './setup.ts';

const FORBIDDEN = '900000000000000002';
const GONE = '900000000000000003';

const FAULTS = {
  'server-error': { how: 'broken' },
  'rate-limit': { how: 'busy', retryAfterSeconds: 30 },
  lost: { how: 'lost' },
} as const;

platformContract('Discord', async (): Promise<PlatformHarness> => {
  const discord = await startDiscordServer();
  discord.refuse(FORBIDDEN, 50013);
  discord.refuse(GONE, 10003);
  discord.refuse(discord.talkWith('13'), 50007);
  const { token, apiUrl } = discord;
  const platform = createDiscordPlatform({ ...bench().options, token, apiUrl });
  const placeIn = (channel: string): Place => placeOf('discord', discord.guild, channel);
  return {
    platform,
    place: placeIn(discord.channel),
    forbidden: placeIn(FORBIDDEN),
    gone: placeIn(GONE),
    person: playerOf('discord', discord.guild, '12'),
    unreachable: playerOf('discord', discord.guild, '13'),
    now: Date.now,
    ...people(discord),
    messages: ({ channel }) => discord.messages(channel).map((message) => JSON.stringify(message)),
    whispers: (user) => discord.whispers(user).map((message) => JSON.stringify(message)),
    answersTo: ({ place: { channel }, id }) =>
      discord
        .messages(channel)
        .filter(({ under }) => under === id)
        .map((message) => JSON.stringify(message)),
    told: async (user) => discord.messages(discord.talkWith(user)).map((message) => JSON.stringify(message)),
    answered: () => discord.answered(),
    remove: ({ id }) => discord.remove(id),
    hideRecord: () => discord.setHistory(discord.channel, 'hidden'),
    breakNext: (how, call = 'post') => discord.failNext(call === 'post' ? 'posts' : 'lists', FAULTS[how]),
    close: async () => {
      await platform.stop();
      await discord.close();
    },
  };
});

/** Discord has no line of words: they are the option of the one command that is typed here. */
const people = (discord: FakeDiscord) => ({
  command: async (call: { place: Place; user: string; command: string; words: string }) => {
    const { place, user, command: name, words } = call;
    await discord.command({
      channel: place.channel,
      user,
      name,
      options: words === '' ? {} : { about: words },
    });
  },
  press: async ({ message, user, token }: { message: MessageRef; user: string; token: string }) => {
    await discord.press({ message: message.id, user, button: token });
  },
});
