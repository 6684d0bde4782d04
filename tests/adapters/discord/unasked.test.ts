/** What is said under a message, and to one person alone, with the real discord.js. */
import { describe, expect, it } from 'vitest';
import { say } from '../../../src/core/cards/card.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { connect } from './setup.ts';

const question = say('question', 'Which one?');
const notice = say('neutral', 'The answer is B.');

async function connected() {
  const bot = await connect();
  return { ...bot, place: placeOf('discord', bot.discord.guild, bot.discord.channel) };
}

describe('an answer under a message', () => {
  it('pings nobody, and is a message where the other one is deleted', async () => {
    const { discord, platform, place } = await connected();
    const outcome = await platform.post(place, question, 'key');
    if (outcome.status !== 'posted') throw new Error('not posted');
    await platform.post(place, notice, 'reply', outcome.message);
    expect(discord.messages()[1]).toMatchObject({
      under: outcome.message.id,
      sent: {
        message_reference: { message_id: outcome.message.id, fail_if_not_exists: false },
        allowed_mentions: { parse: [], replied_user: false },
        enforce_nonce: true,
      },
    });
  });

  it('stands beside it where the bot may not reply, and once', async () => {
    const { discord, platform, place } = await connected();
    const outcome = await platform.post(place, question, 'key');
    if (outcome.status !== 'posted') throw new Error('not posted');
    discord.setHistory(place.channel, 'hidden');
    expect(await platform.post(place, notice, 'reply', outcome.message)).toMatchObject({ status: 'posted' });
    expect(discord.messages().map(({ under }) => under)).toEqual([undefined, undefined]);
  });
});

describe('a word to one person', () => {
  const player = playerOf('discord', '1', '12');
  const told = async () => {
    const { discord, platform } = await connected();
    return {
      discord,
      tell: () => platform.tell(player, notice, 'key'),
      all: () => discord.messages(discord.talkWith('12')),
    };
  };

  it('that is repeated shows once, and can be edited', async () => {
    const { tell, all } = await told();
    const first = await tell();
    expect(await tell()).toEqual(first);
    expect(all()).toHaveLength(1);
  });

  it('has surely not arrived where the talk could not be opened', async () => {
    const { discord, tell, all } = await told();
    discord.failNext('talks', { how: 'lost' });
    expect(await tell()).toEqual({ status: 'failed', sent: 'no' });
    expect(all()).toEqual([]);
  });

  it('may have arrived where its confirmation was lost', async () => {
    const { discord, tell, all } = await told();
    discord.failNext('posts', { how: 'lost' });
    expect(await tell()).toEqual({ status: 'failed', sent: 'maybe' });
    expect(all()).toHaveLength(1);
  });

  it('is refused for good by whoever takes no messages', async () => {
    const { discord, tell } = await told();
    discord.refuse(discord.talkWith('12'), 50007);
    expect(await tell()).toMatchObject({
      status: 'refused',
      why: 'forbidden',
      fix: expect.stringContaining('privacy'),
    });
  });
});
