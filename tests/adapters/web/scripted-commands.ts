/** The commands of the scripted bot, with an option of each kind; it answers them itself. */
import { say } from '../../../src/core/card.ts';
import { type Command, defineAction } from '../../../src/core/command.ts';
import { toAsker } from '../../../src/core/request.ts';

const unused = async () => toAsker(say('problem', 'Only the scripted bot answers here.'));

export const scriptedCommands: readonly Command[] = [
  {
    name: 'fact',
    description: 'A fact with its receipt',
    managersOnly: false,
    actions: {
      sole: defineAction({
        description: 'A fact with its receipt',
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
    actions: {
      sole: defineAction({
        description: 'One question or several',
        options: {
          questions: { kind: 'integer', min: 1, max: 10, description: 'How many' },
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
    actions: {
      subcommands: {
        now: defineAction({ description: 'Post it now', options: {}, audience: 'asker', run: unused }),
        set: defineAction({
          description: 'Post one a day',
          options: {
            time: { kind: 'text', description: 'When', maxLength: 20, required: true },
            zone: { kind: 'text', description: 'Where', maxLength: 60, suggest: () => [] },
            reveal: { kind: 'integer', description: 'Hours', min: 1, max: 72 },
          },
          audience: 'asker',
          run: unused,
        }),
        status: defineAction({ description: 'How it is set', options: {}, audience: 'asker', run: unused }),
      },
    },
  },
  {
    name: 'help',
    description: 'What there is',
    managersOnly: false,
    actions: {
      sole: defineAction({ description: 'What there is', options: {}, audience: 'asker', run: unused }),
    },
  },
];
