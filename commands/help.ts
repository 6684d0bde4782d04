import { type Choice, type Inline, type PlainCard, plainCard, say } from '../src/core/cards/card.ts';
import { proposeSubjects } from '../src/core/facts/tell.ts';
import type { Capabilities } from '../src/core/ports/platform.ts';
import { type Command, defineAction, type Example } from '../src/core/requests/command.ts';
import { unknownCommand } from '../src/core/requests/find-action.ts';
import { type Origin, toAsker } from '../src/core/requests/request.ts';
import { typeToken } from '../src/core/requests/token.ts';
import type { Privacy, Services } from '../src/core/services.ts';
import { askableHere } from '../src/core/settings/allowed.ts';

export const help: Command = {
  name: 'help',
  description: 'What you can type; with a command behind it, such as quiz, how that is used',
  managersOnly: false,
  examples: () => [{ args: {} }, { args: { command: 'quiz' } }],
  actions: {
    sole: defineAction({
      audience: 'asker',
      options: {
        command: {
          kind: 'text',
          description: 'The one to explain, such as quiz; all if left out',
          maxLength: 40,
          suggest: (typed, { commands }) => commands.filter(({ name }) => name.startsWith(bareName(typed))),
        },
      },
      run: async ({ services, origin, args }) => {
        const { commands, speaker } = services;
        const platform = speaker.capabilities(origin.place.platform);
        const wanted = bareName(args.command ?? '');
        if (['', 'me'].includes(wanted)) return toAsker(overview(commands, platform, services.privacy));
        const command = commands.find(({ name }) => name === wanted);
        return toAsker(
          command
            ? explain(command, platform, {
                subject: await subjectFor(services, origin),
                severalPacks: services.library.packs.length > 1,
              })
            : say('problem', unknownCommand(commands, wanted)),
        );
      },
    }),
  },
};

/** “/daily set” is explained with “daily”. */
const bareName = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/^\/|[?!.]+$/g, '')
    .split(' ')[0] ?? '';

/** Something to ask about that is no secret where the help is read. */
async function subjectFor(services: Services, origin: Origin): Promise<string> {
  const [subject] = await proposeSubjects(services, origin, '', askableHere);
  return subject?.name ?? '';
}

function overview(commands: readonly Command[], { words }: Capabilities, { url }: Privacy): PlainCard {
  const first = commands.filter(({ button }) => button !== undefined);
  const others = commands.filter(({ button, managersOnly }) => button === undefined && !managersOnly);
  const setUp = commands.filter(({ managersOnly }) => managersOnly);
  return plainCard(
    'neutral',
    { type: 'heading', text: 'Facts and questions that show their receipts' },
    { type: 'text', text: lines(first.map(line)) },
    { type: 'choices', choices: first.flatMap(buttonOf) },
    { type: 'note', text: lines(others.map(line)) },
    { type: 'note', text: lines(setUp.map((command) => [`For ${words.managers}: `, ...line(command)])) },
    {
      type: 'note',
      text: [
        'Privacy: ',
        { code: '/mydata privacy' },
        ' – what is kept about you, why and for how long',
        ...(url === undefined ? [] : ['; ', { link: 'from whoever runs this bot', href: url } as const]),
      ],
    },
  );
}

const line = ({ name, description }: Pick<Command, 'name' | 'description'>): readonly Inline[] => [
  { code: `/${name}` },
  ` – ${description}`,
];

const lines = (texts: readonly (readonly Inline[])[]): Inline[] =>
  texts.flatMap((text, at) => (at === 0 ? text : ['\n', ...text]));

function buttonOf({ name, button }: Command): readonly Choice[] {
  const token = typeToken(name, '');
  return button === undefined || !token ? [] : [{ label: button, token, style: 'plain' }];
}

interface Known {
  readonly subject: string;
  /** With one alone there is nothing to choose. */
  readonly severalPacks: boolean;
}

function explain(
  command: Command,
  { words, namedOptions }: Capabilities,
  { subject, severalPacks }: Known,
): PlainCard {
  const { name, description, managersOnly, actions } = command;
  const parts =
    'sole' in actions
      ? Object.entries(actions.sole.options)
          .filter(([option]) => severalPacks || option !== 'pack')
          .map(([option, about]) => ({ ...about, name: option }))
      : Object.entries(actions.subcommands).map(([part, about]) => ({ ...about, name: `/${name} ${part}` }));
  const examples = command.examples(subject).map((example) => lineOf(name, example, namedOptions));
  const choices = buttonOf(command);
  return plainCard(
    'neutral',
    { type: 'heading', text: `/${name}` },
    { type: 'text', text: [description] },
    ...(parts.length === 0
      ? []
      : [
          {
            type: 'text',
            text: lines(parts.map((part) => [{ code: part.name }, ` – ${part.description}`])),
          } as const,
        ]),
    {
      type: 'text',
      text: [{ bold: 'For example: ' }, ...examples.flatMap((code, at) => [at > 0 ? ' or ' : '', { code }])],
    },
    ...(managersOnly
      ? [{ type: 'note', text: [`What changes something is for ${words.managers}.`] } as const]
      : []),
    ...(choices.length === 0 ? [] : [{ type: 'choices', choices } as const]),
  );
}

/** As a line of words, or as the platform's form shows it. */
function lineOf(name: string, { subcommand, args }: Example, namedOptions: boolean): string {
  const values = Object.entries(args).map(([option, value]) => {
    if (value === true) return namedOptions ? `${option}: yes` : option;
    return namedOptions ? `${option}: ${value}` : String(value);
  });
  return [`/${name}`, ...(subcommand === undefined ? [] : [subcommand]), ...values].join(' ');
}
