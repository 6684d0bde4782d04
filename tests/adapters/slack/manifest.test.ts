import { describe, expect, it } from 'vitest';
import { toManifest } from '../../../src/adapters/slack/commands.ts';
import { say } from '../../../src/core/cards/card.ts';
import { type Command, defineAction, type Options } from '../../../src/core/requests/command.ts';
import { toAsker } from '../../../src/core/requests/request.ts';

const action = (options: Options = {}) =>
  defineAction({
    options,
    audience: 'asker',
    run: async () => toAsker(say('neutral', 'Done')),
  });

const command = (name: string, options: Options = {}): Command => ({
  name,
  description: `What ${name} does`,
  managersOnly: false,
  examples: () => [],
  actions: { sole: action(options) },
});

const daily: Command = {
  name: 'daily',
  description: 'A question every day',
  managersOnly: true,
  examples: () => [],
  actions: {
    subcommands: {
      set: {
        description: 'Sets it',
        ...action({
          time: { kind: 'text', description: 'When', maxLength: 10, required: true },
          zone: { kind: 'text', description: 'Where', maxLength: 40 },
        }),
      },
      off: { description: 'Ends it', ...action() },
    },
  },
};

describe('the app manifest', () => {
  it('lists each command with what may be typed behind it', () => {
    const quiz = command('quiz', {
      topic: { kind: 'text', description: 'About what', maxLength: 60 },
      questions: { kind: 'integer', wanted: 'Another number.', description: 'How many', min: 1, max: 10 },
      mode: { kind: 'pick', description: 'How', values: ['together', 'alone'] },
      private: { kind: 'flag', description: 'Only for me' },
    });
    expect(toManifest([quiz, daily, command('help')]).features.slash_commands).toEqual([
      {
        command: '/quiz',
        description: 'What quiz does',
        usage_hint: '[topic] [questions 1-10] [together|alone] [private]',
        should_escape: false,
      },
      {
        command: '/daily',
        description: 'A question every day',
        usage_hint: 'set <time> [zone] | off',
        should_escape: false,
      },
      { command: '/help', description: 'What help does', should_escape: false },
    ]);
  });

  it('asks for no right to join channels or to act as a person', () => {
    const { scopes } = toManifest([]).oauth_config;
    expect(scopes.bot.filter((scope) => !scopes.bot_optional.includes(scope))).toEqual([
      'commands',
      'chat:write',
      'users:read',
      'channels:read',
      'groups:read',
      'im:read',
    ]);
    expect(Object.keys(scopes)).toEqual(['bot', 'bot_optional']);
  });

  it('leaves the right to read channels to whoever installs the app', () => {
    const { bot, bot_optional: optional } = toManifest([]).oauth_config.scopes;
    expect(optional).toEqual(['channels:history', 'groups:history', 'mpim:read', 'files:write']);
    expect(bot).toEqual(expect.arrayContaining([...optional]));
  });

  it('asks to be told when the app is removed, and when a channel gets another id', () => {
    expect(toManifest([]).settings.event_subscriptions.bot_events).toEqual([
      'app_uninstalled',
      'channel_id_changed',
      'tokens_revoked',
    ]);
  });

  it('lets the bot write to a person', () => {
    expect(toManifest([]).features.app_home).toMatchObject({ messages_tab_enabled: true });
  });

  it('needs no public address', () => {
    const manifest = toManifest([daily]);
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: true,
      interactivity: { is_enabled: true },
    });
    expect(JSON.stringify(manifest)).not.toContain('url');
  });

  it('can carry another name', () => {
    const { display_information, features } = toManifest([], { name: 'Fact Desk' });
    expect([display_information.name, features.bot_user.display_name]).toEqual(['Fact Desk', 'fact desk']);
  });

  it.each<[string, Command[], RegExp]>([
    ['more than fifty commands', Array.from({ length: 51 }, (_, at) => command(`c${at}`)), /51 commands/],
    ['a name that is too long', [command('n'.repeat(32))], /over 32 characters/],
    ['a name with capitals', [command('Quiz')], /does not allow/],
    ['two commands of one name', [command('quiz'), command('quiz')], /the same name/],
    ['no description', [{ ...command('quiz'), description: ' ' }], /no description/],
    ['a description that is too long', [{ ...command('quiz'), description: 'd'.repeat(2_001) }], /over 2000/],
  ])('is refused with %s', (_, commands, problem) => {
    expect(() => toManifest(commands)).toThrow(problem);
  });

  it('names everything that is wrong at once', () => {
    expect(() => toManifest([command('Quiz'), command('x y')], { name: '' })).toThrow(/name.*\/Quiz.*\/x y/);
  });
});
