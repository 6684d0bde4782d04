/** A typed line becomes a request of the core, as the slash commands of the other platforms do. */
import { actionNamed, type Command, type Option, type Options } from '../../core/requests/command.ts';
import { unknownCommand } from '../../core/requests/find-action.ts';
import type { CommandRequest, RawArgs } from '../../core/requests/request.ts';

export type Typed = Omit<CommandRequest, 'origin'>;

/** `unknown` carries a sentence for the person who typed it. */
export type ReadLine =
  | { readonly status: 'read'; readonly typed: Typed }
  | { readonly status: 'unknown'; readonly words: string };

export interface Line {
  readonly name: string;
  readonly command: Command | undefined;
  readonly subcommand: string | undefined;
  readonly options: Options;
  /** What follows the command and its subcommand, as typed. */
  readonly rest: string;
}

export function readLine(commands: readonly Command[], text: string): ReadLine {
  const { name, command, subcommand, options, rest } = splitLine(commands, text);
  if (name === '')
    return { status: 'unknown', words: 'A command starts with a slash. Try /quiz, /fact or /help.' };
  if (!command) return { status: 'unknown', words: unknownCommand(commands, name) };
  const named = readNamed(options, rest.trim());
  const kind = 'command';
  if (named)
    return {
      status: 'read',
      typed: { kind, command: name, ...(subcommand === undefined ? {} : { subcommand }), input: { named } },
    };
  // As a line of words a subcommand is one of them, and the core finds it.
  const words = text
    .trim()
    .slice(name.length + 1)
    .trim();
  return { status: 'read', typed: { kind, command: name, input: { words } } };
}

/** Takes a line apart without judging it: also what `suggest` looks at while it is being typed. */
export function splitLine(commands: readonly Command[], text: string): Line {
  const [, written = '', afterName = ''] = /^\s*\/([a-z0-9-]*)(.*)$/is.exec(text) ?? [];
  const name = written.toLowerCase();
  const command = commands.find((candidate) => candidate.name === name);
  const names = command && 'subcommands' in command.actions ? Object.keys(command.actions.subcommands) : [];
  const [, first = '', afterFirst = ''] = /^\s+(\S+)(.*)$/s.exec(afterName) ?? [];
  const subcommand = names.find((known) => known === first.toLowerCase());
  const options = (command && actionNamed(command, subcommand)?.options) ?? {};
  return { name, command, subcommand, options, rest: subcommand === undefined ? afterName : afterFirst };
}

export interface Parts {
  /** The words before the first option. */
  readonly head: string;
  /** Each option's name, what follows it, and where in the text its name stands. */
  readonly named: readonly { readonly name: string; readonly value: string; readonly at: number }[];
}

export function namedParts(options: Options, text: string): Parts {
  const names = Object.keys(options);
  if (names.length === 0) return { head: text, named: [] };
  const marks = [...text.matchAll(new RegExp(`(?<=^|\\s)(${names.join('|')}):`, 'gi'))];
  return {
    head: text.slice(0, marks[0]?.index),
    named: marks.map((mark, at) => ({
      name: (mark[1] ?? '').toLowerCase(),
      value: text.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length).trim(),
      at: mark.index,
    })),
  };
}

/** Undefined where the line does not begin with an option: the core reads such words. */
function readNamed(options: Options, text: string): RawArgs | undefined {
  const { head, named } = namedParts(options, text);
  if (head !== '' || named.length === 0) return undefined;
  return Object.fromEntries(named.map(({ name, value }) => [name, readValue(options[name], value)]));
}

/** A form would send numbers and truth values, so the line does too; what does not fit stays for the core to refuse. */
function readValue(option: Option | undefined, value: string): string | number | boolean {
  if (option?.kind === 'integer' && /^-?\d{1,9}$/.test(value)) return Number(value);
  if (option?.kind === 'flag' && /^(yes|true|on|)$/i.test(value)) return true;
  if (option?.kind === 'flag' && /^(no|false|off)$/i.test(value)) return false;
  return value;
}
