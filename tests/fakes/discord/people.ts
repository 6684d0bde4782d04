/** What a person could do in Discord's own window: it lets nobody type what is not registered or not allowed. */
import type { Doer, OptionValues, Typed } from './payloads.ts';
import type { SentCommand } from './validate.ts';

type Options = readonly {
  readonly name: string;
  readonly required?: boolean | undefined;
  readonly type: number;
}[];

const ADMINISTRATOR = 1n << 3n;

/** Throws where Discord would not offer the command, or would not let it be sent. */
export function checkTyped(
  commands: readonly SentCommand[],
  typed: Typed,
  doer: Doer,
  complete: boolean,
): void {
  const command = commands.find(({ name }) => name === typed.name);
  if (!command) throw new Error(`/${typed.name} is not registered`);
  checkAllowed(command, doer);
  checkOptions(`/${typed.name}`, optionsOf(command, typed.subcommand), typed.options ?? {}, complete);
}

function checkAllowed({ name, contexts, default_member_permissions: needed }: SentCommand, doer: Doer): void {
  if (contexts && !contexts.includes(doer.guild === null ? 1 : 0))
    throw new Error(`/${name} is not offered here`);
  const held = doer.permissions ?? 0n;
  const lacks = needed !== null && (held & BigInt(needed)) === 0n && (held & ADMINISTRATOR) === 0n;
  if (lacks) throw new Error(`/${name} is not offered to this person: it needs the permission ${needed}`);
}

function optionsOf({ name, options }: SentCommand, subcommand: string | undefined): Options {
  const [first] = options;
  const hasSubcommands = first?.type === 1;
  if (!hasSubcommands && subcommand === undefined) return options;
  const found = options.find((option) => option.type === 1 && option.name === subcommand);
  if (!found || !('options' in found))
    throw new Error(`/${name} has no subcommand ${subcommand ?? '(none given)'}`);
  return found.options;
}

function checkOptions(name: string, options: Options, given: OptionValues, complete: boolean): void {
  const type = { string: 3, number: 4, boolean: 5 };
  for (const [option, value] of Object.entries(given)) {
    const known = options.find((candidate) => candidate.name === option);
    if (!known) throw new Error(`${name} has no option ${option}`);
    if (known.type !== type[typeof value as keyof typeof type])
      throw new Error(`${name} ${option} takes another kind of value`);
  }
  const missing = options.filter((option) => option.required && given[option.name] === undefined);
  if (complete && missing.length > 0)
    throw new Error(`${name} needs ${missing.map((option) => option.name).join(', ')}`);
}
