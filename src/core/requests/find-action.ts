/** Which command is meant, and which part of it; or what to say to whoever typed one that there is not. */
import { distance, isNear } from '../facts/slips.ts';
import { type Action, actionNamed, type Command, type Options, type Subcommands } from './command.ts';
import type { CommandRequest } from './request.ts';
import { quote } from './typed-words.ts';

type Called =
  | { readonly command: Command; readonly action: Action; readonly input: CommandRequest['input'] }
  | { readonly problem: string };

/** On platforms that send a line of words, the first word is the subcommand; a command alone is its first one. */
export function findAction(commands: readonly Command[], request: CommandRequest): Called {
  if (asksForHelp(request))
    return findAction(commands, { ...request, command: 'help', input: { words: request.command } });
  const command = commands.find(({ name }) => name === request.command);
  if (!command) return { problem: unknownCommand(commands, request.command) };
  if ('sole' in command.actions) return { command, action: command.actions.sole, input: request.input };
  const names = Object.keys(command.actions.subcommands);
  const [first, rest] =
    'words' in request.input ? splitFirst(request.input.words) : [request.subcommand ?? '', ''];
  const action = actionNamed(command, first === '' ? names[0] : first.toLowerCase());
  if (!action) return { problem: unknownPart(command, command.actions, first, rest) };
  return { command, action, input: 'words' in request.input ? { words: rest } : request.input };
}

/** "/fact help" and the like, which people try where commands are lines of words. */
const asksForHelp = ({ command, input }: CommandRequest): boolean =>
  command !== 'help' && 'words' in input && /^help(?: me)?(?:,? please)?[?!.]*$/i.test(input.words.trim());

function splitFirst(line: string): [string, string] {
  const [, first = '', rest = ''] = /^\s*(\S*)(.*)$/s.exec(line) ?? [];
  return [first, rest];
}

/** Also for an adapter that sees before the core that there is no such command. */
export function unknownCommand(commands: readonly Command[], typed: string): string {
  const meant = meantBy(
    typed,
    commands.map(({ name }) => name),
  );
  const instead = meant === undefined ? 'Type /help for those there are.' : `Did you mean /${meant}?`;
  return `There is no command /${quote(typed)}. ${instead}`;
}

/** With what stands behind it, and where the words themselves show which part they are for, with that before them. */
function unknownPart({ name }: Command, { subcommands }: Subcommands, typed: string, rest: string): string {
  const names = Object.keys(subcommands);
  const near = meantBy(typed, names);
  const words = near === undefined ? `${typed}${rest}` : rest.trim();
  const meant = near ?? names.find((part) => isFor(subcommands[part]?.options ?? {}, words));
  const instead =
    meant === undefined
      ? `Try one of these: ${names.join(', ')}.`
      : `Did you mean /${quote(`${name} ${meant} ${words}`.trim())}?`;
  return `There is no /${name} ${quote(typed)}. ${instead}`;
}

const isFor = (options: Options, words: string): boolean =>
  Object.values(options).some(
    (option) =>
      option.kind === 'text' &&
      option.required &&
      words.split(' ').some((word) => option.fits?.(word, false)),
  );

/** There are few names, so that one letter may be wrong in a short one as well. */
const meantBy = (typed: string, names: readonly string[]): string | undefined =>
  names.find((name) => isNear(typed.toLowerCase(), name)) ??
  names.find((name) => typed.length > 2 && typed[0] === name[0] && distance(typed.toLowerCase(), name) === 1);
