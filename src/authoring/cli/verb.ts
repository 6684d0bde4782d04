/** What a verb of `npm run pack` is, and what of the outside it gets to touch. */
import type { ParseArgsOptionsConfig } from 'node:util';
import { Id } from '../../core/dataset/fields.ts';

export interface Terminal {
  out(text: string): void;
  /** For what is about the work and not its result, so that a result can be piped on. */
  say(text: string): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
  /** What was typed, or undefined where nobody is there to be asked. */
  ask(question: string): Promise<string | undefined>;
}

export interface Call {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** A pack, or the folder that holds packs: `--pack`, else `DATA_PATH`, else `data`. */
  readonly root: string;
  readonly terminal: Terminal;
}

export interface Verb {
  readonly name: string;
  /** As the usage line has it: "FILE…". */
  readonly args: string;
  /** How many it takes at least, and at most. */
  readonly count: readonly [least: number, most: number];
  /** One line for the list of verbs. */
  readonly says: string;
  /** Options besides `--pack` and `--help`, and a line on each. */
  readonly options?: ParseArgsOptionsConfig;
  readonly help?: readonly string[];
  /** The exit code: 0 all well, 1 something to mend. */
  run(call: Call): Promise<number>;
}

/** Something is wrong with the call itself or with what it names; the message says what to do. */
export class CallError extends Error {
  override readonly name = 'CallError';
}

export const textOption = (call: Call, name: string): string | undefined => {
  const value = call.options[name];
  return typeof value === 'string' ? value : undefined;
};

/** An option that becomes the name of a file: it has to be an id, and so leads nowhere else. */
export function idOption(call: Call, name: string): string | undefined {
  const value = textOption(call, name);
  if (value === undefined || Id.safeParse(value).success) return value;
  throw new CallError(
    `--${name} “${value}” is no id: lower-case words joined by hyphens, such as summer-fair`,
  );
}

export const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** As a shell takes it for one word. */
export const quoted = (path: string): string => (/\s/.test(path) ? `"${path}"` : path);
