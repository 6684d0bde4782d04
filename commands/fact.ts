import { proposeSubjects, tellFact } from '../src/core/facts/tell.ts';
import { type Command, defineAction } from '../src/core/requests/command.ts';
import { packOption } from '../src/core/settings/pack-option.ts';

export const fact: Command = {
  name: 'fact',
  description: 'A fact with its receipt: the article and the paragraph that prove it',
  managersOnly: false,
  button: 'A fact',
  examples: (subject) => [{ args: {} }, ...(subject === '' ? [] : [{ args: { about: subject } }])],
  actions: {
    sole: defineAction({
      audience: 'everyone',
      options: {
        about: {
          kind: 'text',
          description: 'A person, place, event, theme or year',
          maxLength: 100,
          suggest: (typed, services, request) => proposeSubjects(services, request, typed),
        },
        pack: packOption,
      },
      run: async ({ origin, args, services }) => {
        const { found, card } = await tellFact(services, origin, args.about ?? '', args.pack);
        return { type: 'say', to: found ? 'everyone' : 'asker', card };
      },
    }),
  },
};
