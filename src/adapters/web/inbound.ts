/** A typed line becomes a request of the core, as the slash commands of the other platforms do. */
import { actionNamed, type Command, type Options } from '../../core/requests/command.ts';
import { unknownCommand } from '../../core/requests/find-action.ts';
import type { CommandRequest } from '../../core/requests/request.ts';

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

/** As a line of words: the core tells options from other words, for all who type. */
export function readLine(commands: readonly Command[], text: string): ReadLine {
  const { name, command } = splitLine(commands, text);
  if (name === '')
    return { status: 'unknown', words: 'A command starts with a slash. Try /quiz, /fact or /help.' };
  if (!command) return { status: 'unknown', words: unknownCommand(commands, name) };
  const words = text
    .trim()
    .slice(name.length + 1)
    .trim();
  return { status: 'read', typed: { kind: 'command', command: name, input: { words } } };
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
