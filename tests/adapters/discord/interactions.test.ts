import { describe, expect, it, onTestFinished } from 'vitest';
import { createDiscordPlatform } from '../../../src/adapters/discord/adapter.ts';
import { plainCard, say } from '../../../src/core/cards/card.ts';
import { type Acknowledgement, type Reply, toAsker, toEveryone } from '../../../src/core/requests/request.ts';
import { commandData, surroundings } from '../../fakes/discord/payloads.ts';
import type { FakeDiscord } from '../../fakes/discord-server.ts';
import { bench, scriptedBot, startBot } from './setup.ts';

const card = say('neutral', 'The answer');
const replace: Reply = { type: 'replace', card };
const choices = [{ label: 'Next', token: { do: 'next', quiz: 'q-1' }, style: 'primary' }] as const;
const withButton = plainCard(
  'neutral',
  { type: 'text', text: ['The question'] },
  { type: 'choices', choices },
);

const callbacks = ({ calls }: FakeDiscord) => calls.filter(({ path }) => path.endsWith('/callback'));

/** A bot whose first answer is a message with a button, and whose second is `reply`. */
async function pressed(
  acknowledgement: Acknowledgement,
  reply: Reply,
  first: Reply = toEveryone(withButton),
  button = 'Next',
) {
  const replies = [first, reply];
  const bot = await startBot({ acknowledgement, reply: () => replies.shift() ?? toAsker(card) });
  const { discord } = bot;
  await discord.command({ user: '11', name: 'fact' });
  await discord.answered();
  const message = [...discord.messages(), ...discord.whispers('11')][0];
  if (!message) throw new Error('no message with a button');
  const seen = await discord.press({ user: '11', message, button });
  await discord.answered();
  return { ...bot, seen };
}

describe('the answer to a command', () => {
  it.each([
    ['to-everyone', false, toEveryone(card), 'everyone'],
    ['to-everyone', false, toAsker(card), 'asker'],
    ['to-asker', true, toAsker(card), 'asker'],
    ['to-asker', true, toEveryone(card), 'everyone'],
    ['to-asker', true, replace, 'asker'],
  ] as const)(
    'acknowledged %s (private: %s) reaches whom it is for: %j',
    async (acknowledgement, isPrivate, reply, whom) => {
      const { discord } = await startBot({ acknowledgement, reply: () => reply });
      const seen = await discord.command({ user: '11', name: 'fact' });
      expect(seen).toMatchObject({ how: 'thinking', isPrivate });
      await discord.answered();
      expect(discord.messages().map(({ text }) => text)).toEqual(whom === 'everyone' ? ['The answer'] : []);
      expect(discord.whispers('11').map(({ text }) => text)).toEqual(whom === 'asker' ? ['The answer'] : []);
    },
  );

  it('mentions nobody, and is sent without the bot’s token', async () => {
    const { discord } = await startBot({ reply: () => toEveryone(card) });
    await discord.command({ user: '11', name: 'fact' });
    await discord.answered();
    expect(discord.messages()[0]?.sent.allowed_mentions).toEqual({ parse: [] });
    expect(
      discord.calls.filter(({ path }) => /^\/(webhooks|interactions)/.test(path)).map(({ auth }) => auth),
    ).toEqual(['none', 'none']);
  });

  it('works in a private talk with the bot', async () => {
    const { discord, requests } = await startBot({ reply: () => toEveryone(card) });
    await discord.command({ user: '11', guild: null, channel: '900000000000000005', name: 'fact' });
    await discord.answered();
    expect(requests[0]?.origin.place.workspace).toBe('dm-900000000000000005');
    expect(discord.messages('900000000000000005')).toHaveLength(1);
  });

  it('is an apology where it cannot be shown, and the operator is told', async () => {
    const about = '"'.repeat(60);
    const broken = plainCard('neutral', {
      type: 'choices',
      choices: [{ label: 'x', token: { do: 'fact', about }, style: 'plain' }],
    });
    const { discord, logger } = await startBot({ acknowledgement: 'to-asker', reply: () => toAsker(broken) });
    await discord.command({ user: '11', name: 'fact' });
    await discord.answered();
    expect(discord.whispers('11')[0]?.text).toContain('This is a fault of the bot');
    expect(logger.lines.map(({ event }) => event)).toContain('discord-not-showable');
  });
});

describe('the answer to a button', () => {
  it('that turns its message into another card does so in place, quietly', async () => {
    const { discord, seen } = await pressed('in-place', replace, toEveryone(withButton));
    expect(seen.how).toBe('quiet');
    expect(discord.messages().map(({ text, buttons }) => [text, buttons.length])).toEqual([
      ['The answer', 0],
    ]);
  });

  it('that turned out to be a message for everyone leaves the message with the button as it is', async () => {
    const { discord } = await pressed('in-place', toEveryone(card));
    expect(discord.messages().map(({ text }) => text)).toEqual(['The question', 'The answer']);
  });

  it('that turned out to be for the asker alone is seen by nobody else', async () => {
    const { discord } = await pressed('in-place', toAsker(card));
    expect(discord.messages().map(({ text }) => text)).toEqual(['The question']);
    expect(discord.whispers('11').map(({ text }) => text)).toEqual(['The answer']);
  });
});

describe('the answer for everyone to a button that stands for a typed line', () => {
  const token = { do: 'type', command: 'leaderboard', words: '' } as const;
  const help = plainCard('neutral', {
    type: 'choices',
    choices: [{ label: 'Board', token, style: 'plain' }],
  });

  it.each([
    ['a private message', toAsker(help)],
    ['a message for all', toEveryone(help)],
  ])('names who pressed it in %s, which Discord does not', async (_, first) => {
    const { discord } = await pressed('to-everyone', toEveryone(card), first, 'Board');
    expect(discord.messages().at(-1)?.text).toMatch(/<@11> used `\/leaderboard`[\s\S]*The answer/);
  });
});

describe('an acknowledgement', () => {
  it('that got lost on the way back is sent again, and the command runs once', async () => {
    const { discord, requests } = await startBot({ reply: () => toEveryone(card) });
    discord.failNext('callbacks', { how: 'lost' });
    await discord.command({ user: '11', name: 'fact' });
    await discord.answered();
    expect(requests).toHaveLength(1);
    expect(callbacks(discord)).toHaveLength(2);
  });

  it('that Discord never confirms is sent again within the three seconds', async () => {
    const { discord, requests } = await startBot({ reply: () => toEveryone(card) });
    discord.failNext('callbacks', { how: 'silent' });
    await discord.command({ user: '11', name: 'fact' });
    await discord.answered();
    expect(requests).toHaveLength(1);
  });

  it('that comes too late runs nothing, because its person saw that it failed', async () => {
    const { discord, requests, logger } = await startBot();
    const seen = await discord.command({ user: '11', name: 'fact', expired: true });
    expect(seen.how).toBe('nothing');
    await expect.poll(() => logger.lines.map(({ event }) => event)).toContain('discord-interaction-failed');
    expect(requests).toEqual([]);
  });
});

describe('a second try of an acknowledgement', () => {
  it('goes out on a connection of its own, because the others may be dead without a word', async () => {
    const { discord } = await startBot({ reply: () => toEveryone(card) });
    discord.failNext('callbacks', { how: 'ignored' });
    await discord.command({ user: '11', name: 'fact' });
    await discord.answered();
    const second = callbacks(discord)[1];
    const others = discord.calls.filter((call) => call !== second);
    expect(others.map(({ connection }) => connection)).not.toContain(second?.connection);
  });

  it.each([
    ['where one of them arrived', 'silent', 1],
    ['where none did', 'ignored', 0],
  ] as const)('that is not confirmed either is followed by the answer %s', async (_, how, answers) => {
    const { discord, requests, events } = await startBot({ reply: () => toEveryone(card) });
    discord.failNext('callbacks', { how });
    discord.failNext('callbacks', { how: 'ignored' });
    void discord.command({ user: '11', name: 'fact' }).catch(() => {});
    const isOver = () => requests.length > 0 || events().includes('discord-interaction-failed');
    await expect.poll(isOver).toBe(true);
    await expect.poll(() => discord.messages()).toHaveLength(answers);
    expect(requests).toHaveLength(answers);
  });
});

describe('two processes of one bot', () => {
  const both = async () => {
    const first = await startBot({ reply: () => toEveryone(card), suggestions: [{ name: 'space' }] });
    const second = bench();
    const other = scriptedBot({ reply: () => toEveryone(card), suggestions: [{ name: 'space' }] });
    const { token, apiUrl } = first.discord;
    const platform = createDiscordPlatform({ ...second.options, token, apiUrl });
    await platform.start(other.bot);
    onTestFinished(() => platform.stop());
    const lines = () => [...first.logger.lines, ...second.logger.lines];
    const handled = () => first.requests.length + other.requests.length;
    return { ...first, lines, handled };
  };

  it('both get an interaction, one of them answers it, and nothing of that is an error', async () => {
    const { discord, lines, handled } = await both();
    await discord.command({ user: '11', name: 'fact' });
    await discord.answered();
    await expect.poll(() => lines().map(({ event }) => event)).toContain('discord-taken-elsewhere');
    expect(callbacks(discord)).toHaveLength(2);
    expect(handled()).toBe(1);
    expect(discord.messages()).toHaveLength(1);
    expect(lines().filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });

  it('both propose, and the slower one is no error', async () => {
    const { discord, lines } = await both();
    expect(await discord.autocomplete({ user: '11', name: 'fact', option: 'about', typed: 's' })).toEqual([
      'space',
    ]);
    await expect.poll(() => lines().map(({ event }) => event)).toContain('discord-answer-overtaken');
    expect(lines().filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });
});

describe('what an earlier bot left, or Discord invents', () => {
  it.each([
    [
      'a command in the menu of a message',
      { type: 2, data: { id: '1', type: 3, name: 'Report', target_id: '5' } },
    ],
    [
      'a command in the menu of a person',
      { type: 2, data: { id: '1', type: 2, name: 'Rank', target_id: '5' } },
    ],
    ['a select menu', { type: 3, data: { component_type: 3, custom_id: 'x', values: ['1'] } }],
    ['a form', { type: 5, data: { custom_id: 'x', components: [] } }],
    ['something new', { type: 17, data: {} }],
  ])('is answered privately, and the log names what is not understood: %s', async (_, data) => {
    const { discord, logger, requests } = await startBot();
    expect(await discord.act({ user: '11' }, data)).toMatchObject({ how: 'answered', isPrivate: true });
    expect(discord.whispers('11').map(({ text }) => text)).toEqual([expect.stringContaining('/help')]);
    expect(requests).toEqual([]);
    expect(logger.lines.at(-1)).toMatchObject({
      event: 'discord-unsupported-interaction',
      fields: { type: data.type, fields: [expect.stringMatching(/^(type|data)/)] },
    });
  });

  it('has no proposals where it asks for some', async () => {
    const { discord } = await startBot({ suggestions: [{ name: 'space' }] });
    const data = { type: 4, data: { type: 1, name: 'fact', options: [] } };
    expect((await discord.act({ user: '11' }, data)).suggestions).toEqual([]);
  });
});

describe('proposals while someone types', () => {
  it('that come too late, because the person typed on, are no error', async () => {
    const { discord, logger, events } = await startBot({ suggestions: [{ name: 'space' }] });
    await discord.autocomplete({ user: '11', name: 'fact', option: 'about', typed: 's', expired: true });
    await expect.poll(events).toContain('discord-answer-overtaken');
    expect(logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('arrive at once, at most 25, each no longer than Discord takes', async () => {
    const suggestions = Array.from({ length: 30 }, (_, at) => ({ name: `${at} ${'x'.repeat(120)}` }));
    const { discord } = await startBot({ suggestions });
    const names = await discord.autocomplete({ user: '11', name: 'fact', option: 'about', typed: 'x' });
    expect(names).toHaveLength(25);
    expect(names[0]).toHaveLength(100);
  });
});

describe('a bot that is stopping', () => {
  it('takes no new command', async () => {
    const gate = Promise.withResolvers<Reply>();
    const { discord, platform, requests } = await startBot({ reply: () => gate.promise });
    await discord.command({ user: '11', name: 'fact' });
    const stopped = platform.stop();
    expect(platform.connected()).toBe(false);
    const frame = {
      id: '2',
      token: 't',
      applicationId: discord.applicationId,
      guild: discord.guild,
      channel: discord.channel,
    };
    discord.dispatch('INTERACTION_CREATE', {
      ...surroundings({ user: '12' }, frame),
      type: 2,
      data: commandData({ name: 'fact' }),
    });
    gate.resolve(toEveryone(card));
    await stopped;
    expect(requests).toHaveLength(1);
    expect(callbacks(discord)).toHaveLength(1);
    expect(discord.messages().map(({ text }) => text)).toEqual(['The answer']);
  });
});

describe('nothing that Discord sends', () => {
  it('ends the process: what is not understood is logged and left alone', async () => {
    const { discord, logger, requests } = await startBot();
    for (const payload of [
      {},
      { type: 2 },
      { type: 3, data: {} },
      { type: 4, data: { type: 1 } },
      { type: 99, id: {} },
    ])
      discord.dispatch('INTERACTION_CREATE', payload);
    await discord.command({ user: '11', name: 'fact' });
    await discord.answered();
    expect(logger.lines.filter(({ event }) => event === 'discord-unsupported-interaction')).toHaveLength(5);
    expect(requests).toHaveLength(1);
  });
});
