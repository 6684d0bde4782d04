import { type Command, defineSubcommand } from '../src/core/requests/command.ts';
import { toAsker } from '../src/core/requests/request.ts';
import { proposeToTurn, turnNamed } from '../src/core/settings/choose.ts';
import { listLeftOut } from '../src/core/settings/left-out.ts';
import { listPacks } from '../src/core/settings/list.ts';
import type { Turn } from '../src/core/settings/things.ts';

const page = {
  kind: 'integer',
  description: 'Which part of a long list',
  wanted: 'Lists have 1 to 99 parts.',
  min: 1,
  max: 99,
} as const;

const turning = (to: Turn, description: string) =>
  defineSubcommand({
    description,
    audience: 'asker',
    options: {
      name: {
        kind: 'text',
        description: 'A pack, or a topic of one',
        wanted: `Which pack or topic? Type its name behind /packs ${to}; /packs lists what there is.`,
        maxLength: 100,
        required: true,
        suggest: (typed, services, { place }) => proposeToTurn(services, place, to, typed),
      },
    },
    run: async ({ origin, args, services }) =>
      toAsker(await turnNamed(services, origin.place, to, args.name)),
  });

export const packs: Command = {
  name: 'packs',
  description: 'What is told and asked in this channel: which packs there are, and which are on',
  managersOnly: true,
  examples: () => [
    { subcommand: 'list', args: {} },
    { subcommand: 'left-out', args: {} },
  ],
  actions: {
    subcommands: {
      list: defineSubcommand({
        description: 'All packs, with what they are about and whether they are on here',
        audience: 'asker',
        forEveryone: true,
        options: { page },
        run: async ({ origin, args, services }) => toAsker(await listPacks(services, origin, args.page ?? 1)),
      }),
      on: turning('on', 'Turn a pack or a topic on here'),
      off: turning('off', 'Turn a pack or a topic off here: nothing of it is told or asked'),
      'left-out': defineSubcommand({
        description: 'Topics and questions that are left out here, to take them back',
        audience: 'asker',
        options: { page },
        run: async ({ origin, args, services }) =>
          toAsker(await listLeftOut(services, origin, args.page ?? 1)),
      }),
    },
  },
};
