/** Our commands as Discord wants them registered, and what of that is not registered yet. Pure. */
import { z } from 'zod';
import type { Command, Option, Options, Subcommand } from '../../core/requests/command.ts';

/** Fields that Discord leaves out, adds or nulls are brought to one form, so that both sides compare. */
const Choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });

const Plain = z.object({
  type: z.int(),
  name: z.string(),
  description: z.string().default(''),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z
    .array(Choice)
    .nullish()
    .transform((choices) => choices ?? []),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  min_length: z.int().optional(),
  max_length: z.int().optional(),
});

const Nested = Plain.extend({
  options: z
    .array(Plain)
    .nullish()
    .transform((options) => options ?? []),
});

const Contexts = z
  .array(z.int())
  .nullish()
  .transform((values) => values?.toSorted((a, b) => a - b) ?? null);

const ApplicationCommand = z.object({
  type: z.int().default(1),
  name: z.string(),
  description: z.string().default(''),
  options: z
    .array(Nested)
    .nullish()
    .transform((options) => options ?? []),
  default_member_permissions: z
    .string()
    .nullish()
    .transform((bits) => bits ?? null),
  contexts: Contexts,
  integration_types: Contexts,
});

export type ApplicationCommand = z.input<typeof ApplicationCommand>;
type ApplicationOption = z.input<typeof Nested>;
type PlainOption = z.input<typeof Plain>;

/** By name. `remove` is what is registered and no longer wanted. */
export interface CommandDiff {
  readonly add: readonly string[];
  readonly change: readonly string[];
  readonly remove: readonly string[];
  readonly same: readonly string[];
}

const CHAT_INPUT = 1;
const ENTRY_POINT = 4;
const SUBCOMMAND = 1;
const IN_SERVERS = [0];
const EVERYWHERE = [0, 1, 2];
const ADDED_BY_SERVER = [0];
const ADDED_BY_ANYONE = [0, 1];

export const toApplicationCommands = (commands: readonly Command[]): readonly ApplicationCommand[] =>
  commands.map(({ name, description, managersOnly, actions }) => ({
    type: CHAT_INPUT,
    name,
    description,
    options: 'sole' in actions ? toOptions(actions.sole.options) : toSubcommands(actions.subcommands),
    // Discord can hide a command only as a whole, and its status is for everyone: the bot itself asks who may do what.
    default_member_permissions: null,
    contexts: managersOnly ? IN_SERVERS : EVERYWHERE,
    integration_types: managersOnly ? ADDED_BY_SERVER : ADDED_BY_ANYONE,
  }));

const toSubcommands = (subcommands: Readonly<Record<string, Subcommand>>): ApplicationOption[] =>
  Object.entries(subcommands).map(([name, { description, options }]) => ({
    type: SUBCOMMAND,
    name,
    description,
    options: toOptions(options),
  }));

/** Discord refuses a required option behind one that is not. */
const toOptions = (options: Options): PlainOption[] =>
  Object.entries(options)
    .map(([name, option]) => toOption(name, option))
    .toSorted((a, b) => Number(b.required) - Number(a.required));

function toOption(name: string, option: Option): PlainOption {
  const common = { name, description: option.description, required: option.required ?? false };
  switch (option.kind) {
    case 'text':
      return { type: 3, ...common, max_length: option.maxLength, autocomplete: option.suggest !== undefined };
    case 'integer':
      return { type: 4, ...common, min_value: option.min, max_value: option.max };
    case 'flag':
      return { type: 5, ...common };
    case 'pick':
      return { type: 3, ...common, choices: option.values.map((value) => ({ name: value, value })) };
    default:
      return option satisfies never;
  }
}

const typeOf = (registered: unknown): number => ApplicationCommand.safeParse(registered).data?.type ?? 0;

/** An activity's entry point, which Discord made itself: it must be sent along or is lost. */
export const entryPoints = (registered: readonly unknown[]): readonly unknown[] =>
  registered.filter((command) => typeOf(command) === ENTRY_POINT);

export function diffCommands(
  registered: readonly unknown[],
  wanted: readonly ApplicationCommand[],
): CommandDiff {
  const standing = byName(registered.filter((command) => typeOf(command) === CHAT_INPUT));
  // In the menus of a message or a person: of another bot that had this application before.
  const menus = byName(registered.filter((command) => ![CHAT_INPUT, ENTRY_POINT].includes(typeOf(command))));
  const asked = byName(wanted);
  const names = [...asked.keys()];
  const known = names.filter((name) => standing.has(name));
  return {
    add: names.filter((name) => !standing.has(name)),
    change: known.filter((name) => standing.get(name) !== asked.get(name)),
    remove: [...[...standing.keys()].filter((name) => !asked.has(name)), ...menus.keys()],
    same: known.filter((name) => standing.get(name) === asked.get(name)),
  };
}

/** The schema writes the keys in one order, so equal commands are equal texts. */
const byName = (commands: readonly unknown[]): ReadonlyMap<string, string> =>
  new Map(
    commands.flatMap((command) => {
      const { data: form } = ApplicationCommand.safeParse(command);
      return form ? [[form.name, JSON.stringify(form)] as const] : [];
    }),
  );
