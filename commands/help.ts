import { type PlainBlock, plainCard } from '../src/core/card.ts';
import { type Action, type Command, defineAction, type Option } from '../src/core/command.ts';
import { toAsker } from '../src/core/request.ts';

export const help: Command = {
  name: 'help',
  description: 'What you can type, and where the facts come from',
  managersOnly: false,
  actions: {
    sole: defineAction({
      description: 'What you can type',
      audience: 'asker',
      options: {},
      run: async ({ services: { commands, speaker }, origin }) => {
        const { namedOptions } = speaker.capabilities(origin.place.platform);
        return toAsker(
          plainCard(
            'neutral',
            { type: 'heading', text: 'Facts and questions that show their receipts' },
            ...commands.flatMap((command) => describe(command, namedOptions)),
            {
              type: 'note',
              text: [
                'Every fact and every answer names its article and paragraph. Where articles disagree, you see both.',
              ],
            },
          ),
        );
      },
    }),
  },
};

function describe(command: Command, namedOptions: boolean): PlainBlock[] {
  const usages =
    'sole' in command.actions
      ? [{ line: `/${command.name}`, action: command.actions.sole }]
      : Object.entries(command.actions.subcommands).map(([name, action]) => ({
          line: `/${command.name} ${name}`,
          action,
        }));
  return usages.map(({ line, action }) => ({
    type: 'text',
    text: [
      { code: `${line}${namedOptions ? '' : usage(action)}` },
      ` – ${'sole' in command.actions ? command.description : action.description}`,
    ],
  }));
}

const usage = (action: Action): string =>
  Object.entries(action.options)
    .map(([name, option]) => ` ${option.required ? shape(name, option) : `[${shape(name, option)}]`}`)
    .join('');

function shape(name: string, option: Option): string {
  if (option.kind === 'flag') return name;
  return option.kind === 'pick' ? option.values.join('|') : `${name}: …`;
}
