/** The commands of the scripted bot, with an option of each kind; it answers them itself. */
import { say } from '../../../src/core/cards/card.ts';
import { type Command, defineAction, defineSubcommand } from '../../../src/core/requests/command.ts';
import { toAsker } from '../../../src/core/requests/request.ts';

const unused = async () => toAsker(say('problem', 'Only the scripted bot answers here.'));

export const scriptedCommands: readonly Command[] = [
  {
    name: 'fact',
    description: 'A fact with its receipt',
    managersOnly: false,
    examples: () => [],
    actions: {
      sole: defineAction({
        options: {
          about: { kind: 'text', description: 'A person, place or theme', maxLength: 60, suggest: () => [] },
        },
        audience: 'everyone',
        run: unused,
      }),
    },
  },
  {
    name: 'quiz',
    description: 'One question or several',
    managersOnly: false,
    examples: () => [],
    actions: {
      sole: defineAction({
        options: {
          questions: { kind: 'integer', wanted: 'Another number.', min: 1, max: 10, description: 'How many' },
          private: { kind: 'flag', description: 'Just for you' },
        },
        audience: 'everyone',
        run: unused,
      }),
    },
  },
  {
    name: 'daily',
    description: 'The daily question',
    managersOnly: true,
    examples: () => [],
    actions: {
      subcommands: {
        now: defineSubcommand({ description: 'Post it now', options: {}, audience: 'asker', run: unused }),
        set: defineSubcommand({
          description: 'Post one a day',
          options: {
            time: { kind: 'text', description: 'When', maxLength: 20, required: true },
            zone: { kind: 'text', description: 'Where', maxLength: 60, suggest: () => [] },
            reveal: { kind: 'integer', wanted: 'Another number.', description: 'Hours', min: 1, max: 72 },
          },
          audience: 'asker',
          run: unused,
        }),
        status: defineSubcommand({
          description: 'How it is set',
          options: {},
          audience: 'asker',
          run: unused,
        }),
      },
    },
  },
  {
    name: 'help',
    description: 'What there is',
    managersOnly: false,
    examples: () => [],
    actions: {
      sole: defineAction({ options: {}, audience: 'asker', run: unused }),
    },
  },
];
